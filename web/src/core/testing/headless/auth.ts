import type { Auth } from "../../auth/auth"
import { CoreError } from "../../coreError"
import { scriptedLogin, type Credentials } from "./login"

type Tokens = {
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
}

/** Logs in by script instead of by redirect; otherwise like the browser's: tokens in memory, refreshed early. */
export class HeadlessAuth implements Auth {
  onEnded: (() => void) | undefined
  #tokens: (Tokens & { readonly until: number }) | undefined
  #renewal: Promise<string> | undefined

  constructor(
    private readonly origin: string,
    private readonly fetch: (request: Request) => Promise<Response>,
    private readonly credentials: Credentials,
  ) {}

  async start(): Promise<boolean> {
    const { code, verifier } = await scriptedLogin(this.origin, this.fetch, this.credentials)
    await this.#exchange({
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: `${this.origin}/`,
    })
    return true
  }

  async login(): Promise<void> {
    await this.start()
  }

  async stepUp(): Promise<void> {
    await this.start()
  }

  async logout(): Promise<void> {
    this.#tokens = undefined
  }

  async accessToken(options: { readonly renew?: boolean } = {}): Promise<string> {
    if (!this.#tokens) throw new CoreError("signed-out")
    const early = Date.now() > this.#tokens.until - 30_000
    if (!options.renew && !early) return this.#tokens.access_token
    this.#renewal ??= this.#exchange({
      grant_type: "refresh_token",
      refresh_token: this.#tokens.refresh_token,
    }).finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  async #exchange(parameters: Readonly<Record<string, string>>): Promise<string> {
    const url = `${this.origin}/auth/realms/liaison/protocol/openid-connect/token`
    const body = new URLSearchParams({ client_id: "liaison-web", ...parameters })
    const response = await this.fetch(new Request(url, { method: "POST", body })).catch(
      (cause: unknown) => {
        throw new CoreError("offline", { cause })
      },
    )
    if (!response.ok) throw new CoreError(response.status >= 500 ? "offline" : "signed-out")
    const tokens = (await response.json()) as Tokens
    this.#tokens = { ...tokens, until: Date.now() + tokens.expires_in * 1_000 }
    return tokens.access_token
  }
}
