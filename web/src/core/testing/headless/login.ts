import { CookieJar } from "./cookieJar"
import { challengeOf, randomToken } from "../../auth/pkce"

export type Credentials = {
  readonly username: string
  readonly password: string
  readonly as: "psc" | "staff"
}

export type Login = { readonly code: string; readonly verifier: string }

type Fetch = (request: Request) => Promise<Response>

/**
 * Logs a demonstration person in as a browser would: follows the redirects, fills in the form, brings
 * the code back. Keeps an own cookie jar for this one login.
 */
export async function scriptedLogin(
  origin: string,
  fetch: Fetch,
  credentials: Credentials,
): Promise<Login> {
  const verifier = randomToken()
  const jar = new CookieJar()
  const start = new URL(`${origin}/auth/realms/liaison/protocol/openid-connect/auth`)
  const parameters = {
    client_id: "liaison-web",
    response_type: "code",
    scope: "openid",
    redirect_uri: `${origin}/`,
    state: randomToken(),
    nonce: randomToken(),
    code_challenge: await challengeOf(verifier),
    code_challenge_method: "S256",
    ...(credentials.as === "psc" ? { kc_idp_hint: "psc" } : {}),
  }
  for (const [name, value] of Object.entries(parameters)) start.searchParams.set(name, value)

  let request = new Request(start, { redirect: "manual" })
  for (let hop = 0; hop < 20; hop++) {
    request.headers.set("Cookie", jar.header(new URL(request.url)))
    const response = await fetch(request)
    jar.keep(response)
    const location = response.headers.get("Location")
    if (location) {
      const next = new URL(location, origin)
      const code = next.searchParams.get("code")
      if (code && next.pathname === "/") return { code, verifier }
      request = new Request(next, { redirect: "manual" })
    } else {
      request = formOf(await response.text(), credentials)
    }
  }
  throw new Error("the login does not end")
}

function formOf(page: string, { username, password }: Credentials): Request {
  const action = /<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/.exec(page)?.[1]
  if (!action) throw new Error("the login was refused")
  return new Request(action.replaceAll("&amp;", "&"), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ username, password }),
  })
}
