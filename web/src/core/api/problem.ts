/** A refusal by a service (RFC 9457). `code` is stable and is what screens and retries decide on. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** Extension members such as `currentEpoch` or `incident`. */
    readonly members: Readonly<Record<string, unknown>> = {},
    /** Seconds the server asks to wait, from Retry-After. */
    readonly retryAfter?: number,
  ) {
    super(`${status} ${code}`)
    this.name = "ApiProblem"
  }

  /** Quoted to support: lets them find the log line of a 500 without any content. */
  get incident(): string | undefined {
    const incident = this.members.incident
    return typeof incident === "string" ? incident : undefined
  }
}
