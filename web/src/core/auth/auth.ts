import type { Tokens } from "../api/http"

export type LoginKind = "psc" | "staff"

/** Who is logged in. Tokens live in memory only. */
export interface Auth extends Tokens {
  /** Finishes or silently renews a login. False: nobody is logged in. May leave the page. */
  start(): Promise<boolean>
  /** Leaves the page. */
  login(as: LoginKind): Promise<void>
  /** Leaves the page for a fresh strong login. */
  stepUp(): Promise<void>
  /** Ends the login at the identity provider; may leave the page. */
  logout(): Promise<void>
  /** The login ended without our doing. */
  onEnded: (() => void) | undefined
}
