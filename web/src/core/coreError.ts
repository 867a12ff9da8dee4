import type { Practitioner } from "./people"

/**
 * What the core rejects with when no server problem explains it.
 * `offline` no answer from the network; `not-ready` the session state does not allow it;
 * `signed-out` the login ended; `locked` another tab holds the device; `unreachable` the person has no
 * usable device; `unlogged` theirs are not in the public log yet; `log-silent` the public log does not
 * answer for theirs; `log-refused` it says they are revoked or another's; `integrity` bytes do not match what was promised; `storage` the local store refused.
 */
export type CoreErrorCode =
  | "offline"
  | "not-ready"
  | "signed-out"
  | "locked"
  | "unreachable"
  | "unlogged"
  | "log-silent"
  | "log-refused"
  | "integrity"
  | "storage"

export class CoreError extends Error {
  /** Whom it is about, where it is about somebody. */
  readonly people: readonly Practitioner[]

  constructor(
    readonly code: CoreErrorCode,
    { people = [], ...options }: ErrorOptions & { readonly people?: readonly Practitioner[] } = {},
  ) {
    super(code, options)
    this.name = "CoreError"
    this.people = people
  }
}
