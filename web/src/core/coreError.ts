/**
 * What the core rejects with when no server problem explains it.
 * `offline` no answer from the network; `not-ready` the session state does not allow it;
 * `signed-out` the login ended; `locked` another tab holds the device; `unreachable` the person has no
 * usable device; `integrity` bytes do not match what was promised; `storage` the local store refused.
 */
export type CoreErrorCode =
  "offline" | "not-ready" | "signed-out" | "locked" | "unreachable" | "integrity" | "storage"

export class CoreError extends Error {
  constructor(
    readonly code: CoreErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = "CoreError"
  }
}
