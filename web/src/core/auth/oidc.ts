import { CoreError } from "../coreError"
import { fromBase64url } from "../encoding/base64url"
import type { Auth, LoginKind } from "./auth"
import type { Page } from "./browser"
import { challengeOf, randomToken } from "./pkce"

const CLIENT = "liaison-web"
const PENDING = "liaison.login"
/** How the last login was made; also says that a silent one is worth trying. */
const LAST = "liaison.last-login"
const SILENT = "liaison.silent"
const EARLY = 30_000

type Pending = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
}

type TokenAnswer = {
  readonly access_token: string
  readonly refresh_token?: string
  readonly id_token?: string
  readonly expires_in: number
}

/**
 * OpenID Connect code flow with PKCE against the realm `liaison`. Tokens are held in memory only; after
 * a reload a silent login (`prompt=none`) fetches new ones as long as the session at Keycloak lives.
 */
export class Oidc implements Auth {
  onEnded: (() => void) | undefined
  #tokens: (TokenAnswer & { readonly until: number }) | undefined
  #renewal: Promise<string> | undefined

  constructor(
    private readonly page: Page,
    private readonly fetch: (request: Request) => Promise<Response>,
  ) {}

  async start(): Promise<boolean> {
    const query = this.page.query()
    if (query.has("state") && (query.has("code") || query.has("error"))) return this.#finish(query)
    const last = this.page.shared.getItem(LAST) as LoginKind | null
    // One silent attempt per tab: a refusal brings us back here with an error instead of a code.
    if (!last || this.page.tab.getItem(SILENT)) return false
    await this.#reach()
    this.page.tab.setItem(SILENT, "tried")
    await this.#authorize({ prompt: "none" })
    return false
  }

  /** Leaving the page without a network would end on the browser's own error page. */
  async #reach(): Promise<void> {
    const url = `${this.page.origin}/auth/realms/liaison/.well-known/openid-configuration`
    const answer = await this.#fetched(new Request(url, { credentials: "omit", cache: "no-store" }))
    if (answer.status >= 500) throw new CoreError("offline")
  }

  async login(as: LoginKind): Promise<void> {
    this.page.shared.setItem(LAST, as)
    await this.#authorize(hint(as))
  }

  async stepUp(): Promise<void> {
    const last = (this.page.shared.getItem(LAST) ?? "staff") as LoginKind
    // Not 0: the broker compares whole seconds, and a login a moment ago is fresh enough.
    await this.#authorize({ ...hint(last), max_age: "30" })
  }

  async logout(): Promise<void> {
    const idToken = this.#tokens?.id_token
    this.#forget()
    const url = this.#endpoint("logout")
    url.searchParams.set("post_logout_redirect_uri", `${this.page.origin}/`)
    url.searchParams.set("client_id", CLIENT)
    if (idToken) url.searchParams.set("id_token_hint", idToken)
    await this.page.go(url.href)
  }

  async accessToken(options: { readonly renew?: boolean } = {}): Promise<string> {
    const tokens = this.#tokens
    if (!tokens) throw new CoreError("signed-out")
    if (!options.renew && Date.now() < tokens.until - EARLY) return tokens.access_token
    // One at a time: each refresh token may be used once.
    this.#renewal ??= this.#renew(tokens).finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  async #authorize(extra: Readonly<Record<string, string>>): Promise<void> {
    const pending: Pending = {
      state: randomToken(),
      nonce: randomToken(),
      verifier: randomToken(),
      returnTo: this.page.here(),
    }
    this.page.tab.setItem(PENDING, JSON.stringify(pending))
    const url = this.#endpoint("auth")
    const parameters = {
      response_type: "code",
      client_id: CLIENT,
      redirect_uri: `${this.page.origin}/`,
      scope: "openid",
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await challengeOf(pending.verifier),
      code_challenge_method: "S256",
      ...extra,
    }
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    await this.page.go(url.href)
  }

  /** Back from the login. The address is cleaned first: a code must not stay in the history. */
  async #finish(query: URLSearchParams): Promise<boolean> {
    const stored = this.page.tab.getItem(PENDING)
    this.page.tab.removeItem(PENDING)
    const pending = stored === null ? undefined : (JSON.parse(stored) as Pending)
    this.page.replace(pending?.returnTo ?? "/")
    const code = query.get("code")
    if (!pending || code === null) return false
    if (pending.state !== query.get("state")) return false
    const tokens = await this.#exchange({
      grant_type: "authorization_code",
      code,
      redirect_uri: `${this.page.origin}/`,
      code_verifier: pending.verifier,
    })
    if (!tokens.id_token || claims(tokens.id_token).nonce !== pending.nonce)
      throw new CoreError("signed-out")
    this.#keep(tokens)
    this.page.tab.removeItem(SILENT)
    return true
  }

  async #renew(tokens: TokenAnswer): Promise<string> {
    if (!tokens.refresh_token) return this.#ended()
    try {
      const renewed = await this.#exchange({
        grant_type: "refresh_token",
        refresh_token: tokens.refresh_token,
      })
      this.#keep({ id_token: tokens.id_token, ...renewed })
      return renewed.access_token
    } catch (error) {
      if (error instanceof CoreError && error.code === "offline") throw error
      return this.#ended()
    }
  }

  #ended(): never {
    this.#tokens = undefined
    this.onEnded?.()
    throw new CoreError("signed-out")
  }

  async #exchange(parameters: Readonly<Record<string, string>>): Promise<TokenAnswer> {
    const request = new Request(this.#endpoint("token"), {
      method: "POST",
      body: new URLSearchParams({ client_id: CLIENT, ...parameters }),
      credentials: "omit",
      cache: "no-store",
    })
    const response = await this.#fetched(request)
    if (response.status >= 500) throw new CoreError("offline")
    if (!response.ok) throw new CoreError("signed-out")
    return (await response.json()) as TokenAnswer
  }

  async #fetched(request: Request): Promise<Response> {
    try {
      return await this.fetch(request)
    } catch (cause) {
      throw new CoreError("offline", { cause })
    }
  }

  #keep(tokens: TokenAnswer): void {
    this.#tokens = { ...tokens, until: Date.now() + tokens.expires_in * 1000 }
  }

  #forget(): void {
    this.#tokens = undefined
    this.page.shared.removeItem(LAST)
    this.page.tab.removeItem(SILENT)
  }

  #endpoint(name: "auth" | "token" | "logout"): URL {
    return new URL(`${this.page.origin}/auth/realms/liaison/protocol/openid-connect/${name}`)
  }
}

/** Pro Santé Connect at once, without the page that offers the choice. */
function hint(as: LoginKind): Readonly<Record<string, string>> {
  return as === "psc" ? { kc_idp_hint: "psc" } : {}
}

/** The token came to us straight from the token endpoint, which makes its signature unnecessary (OIDC 3.1.3.7). */
function claims(jwt: string): { readonly nonce?: unknown } {
  const body = jwt.split(".")[1] ?? ""
  return JSON.parse(new TextDecoder().decode(fromBase64url(body))) as { nonce?: unknown }
}
