import { cleanup, configure, render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { afterEach, beforeEach } from "vitest"
import { App } from "../app/App"
import { pathOf, type Route } from "../app/routes"
import { setPreferences } from "../settings/preferences"
import { fixtureSession, type Fixture } from "./fixtureSession"
import { chosenPlace, me } from "./people"

// Machines of the gate are slow and busy; what is on the page is never hidden by styles in jsdom.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true })

/** What a browser has and jsdom does not. Call once per test file. */
export function useBrowser(): void {
  beforeEach(() => {
    document.title = "Liaison"
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function close() {
      this.open = false
    }
    HTMLElement.prototype.scrollIntoView = () => undefined
    URL.createObjectURL = () => "blob:fixture"
    URL.revokeObjectURL = () => undefined
  })
  afterEach(() => {
    cleanup()
    history.replaceState(null, "", "/")
  })
}

/** The whole application with a fixture session, at one page, in French. */
export function renderApp(fixture: Fixture = {}, route: Route = { page: "messages" }) {
  setPreferences({
    language: "fr",
    theme: "system",
    textSize: 100,
    exercise: { [me.accountId]: chosenPlace },
  })
  history.replaceState(null, "", pathOf(route))
  const world = fixtureSession({ photo: async () => new Blob(), ...fixture })
  const user = userEvent.setup()
  return { ...world, user, ...render(<App session={world.session} />) }
}

/** What axe finds wrong with the page, as readable lines; colours are checked where there is a layout. */
export async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.documentElement, {
    rules: { "color-contrast": { enabled: false } },
  })
  return violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`,
  )
}
