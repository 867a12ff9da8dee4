import { browserPage } from "./auth/browser"
import { enterWith } from "./auth/entrance"
import { Oidc } from "./auth/oidc"
import { CoreError } from "./coreError"
import { Http } from "./api/http"
import type { InvitationStatus } from "./staff"

/** What a link invites to; of one that ended only the status. */
export type InvitationPreview = {
  readonly status: InvitationStatus
  readonly givenName?: string
  readonly familyName?: string
  readonly function?: string
  readonly invitedBy?: string
  readonly structureName?: string
  readonly town?: string
  readonly usableUntil?: string
}

/** With what the person logs in once, to make a passkey. */
export type Acceptance = {
  readonly username: string
  readonly oneTimePassword: string
  readonly usableUntil: string
}

/** Why the page was not left: somebody is logged in at this browser, or the login is to be typed. */
export type Entering = "occupied" | "by-hand"

/** What somebody with a link can do before they have an account. The token goes into bodies, never into an address. */
export interface Joining {
  preview(token: string): Promise<InvitationPreview>
  /** Again is no error for a while; the answer is the same. */
  accept(token: string): Promise<Acceptance>
  /** Leaves the page for the making of the passkey; comes back to the messenger, logged in. */
  enter(acceptance: Acceptance): Promise<Entering>
  /** Leaves for the login, where the person types what they were shown. */
  enterByHand(acceptance: Acceptance): Promise<void>
  /** Ends the login of whoever is logged in at this browser; leaves the page. */
  signOut(): Promise<void>
}

export function createJoining(): Joining {
  const origin = location.origin
  const fetch = (request: Request) => globalThis.fetch(request)
  const http = new Http({
    origin,
    fetch,
    tokens: { accessToken: () => Promise.reject(new CoreError("signed-out")) },
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
  const post = <T>(path: string, token: string, repeatable: boolean): Promise<T> =>
    http.json("directory", path, { method: "POST", json: { token }, public: true, repeatable })
  /** The link is over with the login: its address is not come back to. */
  const page = { ...browserPage(), here: () => "/" }
  const login = (username: string, go: (url: string) => Promise<void>) =>
    new Oidc({ ...page, go: (url) => go(named(url, username)) }, fetch).login("staff")
  return {
    preview: (token) => post("/v1/invitations/preview", token, false),
    accept: (token) => post("/v1/invitations/acceptance", token, true),
    enter: async (acceptance) => {
      let entering: Entering = "by-hand"
      await login(acceptance.username, async (url) => {
        entering = await enterWith(url, acceptance, fetch)
      })
      return entering
    },
    enterByHand: ({ username }) => login(username, (url) => page.go(url)),
    signOut: () => new Oidc(page, fetch).logout(),
  }
}

/** Asks for this account, whoever is logged in. */
function named(address: string, username: string): string {
  const url = new URL(address)
  url.searchParams.set("login_hint", username)
  url.searchParams.set("prompt", "login")
  return url.href
}
