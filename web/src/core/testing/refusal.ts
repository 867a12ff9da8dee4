/** Thrown by the fakes, turned into an RFC 9457 answer by `FakePlatform`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly retryAfter?: number,
  ) {
    super(code)
  }

  toResponse(): Response {
    const { status, code, members, retryAfter } = this
    const type = `https://liaison.example/problems/${code}`
    return new Response(JSON.stringify({ type, code, status, title: code, ...members }), {
      status,
      headers: {
        "Content-Type": "application/problem+json",
        ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      },
    })
  }
}

export function refuse(
  status: number,
  code: string,
  members?: Record<string, unknown>,
  retryAfter?: number,
): Refusal {
  return new Refusal(status, code, members, retryAfter)
}
