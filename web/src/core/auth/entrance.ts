import { ApiProblem } from "../api/problem"
import { CoreError } from "../coreError"
import type { Acceptance, Entering } from "../joining"

/** The form of the login page of our own theme. */
const FORM = "#kc-form-login"

/**
 * Fills in the login page for the person, who would otherwise copy 43 characters: reads its form and sends
 * it as the browser would, leaving the page. Where the page is not as expected, nothing is sent.
 */
export async function enterWith(
  url: string,
  { username, oneTimePassword }: Acceptance,
  fetch: (request: Request) => Promise<Response>,
): Promise<Entering> {
  const answer = await fetch(
    new Request(url, { credentials: "same-origin", cache: "no-store" }),
  ).catch((cause: unknown) => {
    throw new CoreError("offline", { cause })
  })
  if (answer.status >= 500) throw new ApiProblem(answer.status, "unavailable")
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const form = page.querySelector(FORM)
  const action = form?.getAttribute("action")
  if (!answer.ok || form === null || !action) return "by-hand"
  const target = new URL(action, url)
  if (target.origin !== new URL(url).origin) return "by-hand"
  // Keycloak asks for no name when it knows one: somebody is logged in here.
  if (form.querySelector("input[name=username]") === null) return "occupied"
  submit(target.href, { username, password: oneTimePassword })
  return new Promise(() => undefined)
}

/** Hidden fields, so that no password manager keeps what is good for once. */
function submit(action: string, values: Readonly<Record<string, string>>): void {
  const form = document.createElement("form")
  form.method = "post"
  form.action = action
  for (const [name, value] of Object.entries(values)) {
    const field = document.createElement("input")
    field.type = "hidden"
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
