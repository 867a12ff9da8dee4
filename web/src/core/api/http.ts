import { CoreError } from "../coreError"
import type { DeviceId } from "../ids"
import { ApiProblem } from "./problem"

/** Where access tokens come from. `renew` = the last one was refused. */
export interface Tokens {
  accessToken(options?: { readonly renew?: boolean }): Promise<string>
}

export type Service = "directory" | "conversation" | "attachment" | "notification" | "audit"

export type HttpOptions = {
  /** Empty in the browser: the gateway serves us and the services from one origin. */
  readonly origin: string
  readonly fetch: (request: Request) => Promise<Response>
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
}

export type Call = {
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE"
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly json?: unknown
  readonly bytes?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  /** Sent at every attempt of this call, so that the server answers a repetition like the first. */
  readonly idempotencyKey?: string
  /** A POST that the server recognises when repeated; GET, PUT and DELETE always are. */
  readonly repeatable?: boolean
  readonly public?: boolean
  readonly signal?: AbortSignal
}

const ATTEMPTS = 4
const LONGEST_WAIT = 5_000

/**
 * One request to a service through the gateway. A refusal is an `ApiProblem`, no answer is
 * `CoreError("offline")`. Overload (429, 503) is waited out with back-off when repeating is safe.
 */
export class Http {
  /** Set once the browser has a device: sent with every call. */
  deviceId: DeviceId | undefined

  constructor(private readonly options: HttpOptions) {}

  async json<T>(service: Service, path: string, call: Call = {}): Promise<T> {
    const response = await this.send(service, path, call)
    return (await response.json()) as T
  }

  /** For answers whose body says nothing: read to its end, so that the connection is free again. */
  async done(service: Service, path: string, call: Call = {}): Promise<Response> {
    const response = await this.send(service, path, call)
    await response.arrayBuffer()
    return response
  }

  async send(service: Service, path: string, call: Call = {}): Promise<Response> {
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      const response = await this.#once(service, path, call, renewed)
      if (response.ok) return response
      const problem = await toProblem(response)
      if (response.status === 401 && !call.public && problem.code !== "step-up-required") {
        if (renewed) throw new CoreError("signed-out", { cause: problem })
        renewed = true
      } else if (attempt < ATTEMPTS && passes(problem, call)) {
        await this.options.sleep(waitFor(problem, attempt))
      } else {
        throw problem
      }
    }
  }

  async #once(service: Service, path: string, call: Call, renew: boolean): Promise<Response> {
    const url = new URL(`${this.options.origin}/api/${service}${path}`)
    for (const [name, value] of Object.entries(call.query ?? {}))
      if (value !== undefined && value !== "") url.searchParams.set(name, String(value))
    const headers = new Headers(call.headers)
    if (!call.public) {
      headers.set("Authorization", `Bearer ${await this.options.tokens.accessToken({ renew })}`)
      if (this.deviceId) headers.set("Liaison-Device", this.deviceId)
    }
    if (call.idempotencyKey) headers.set("Idempotency-Key", call.idempotencyKey)
    if (call.json !== undefined) headers.set("Content-Type", "application/json")
    const request = new Request(url, {
      method: call.method ?? "GET",
      headers,
      body: call.json === undefined ? call.bytes : JSON.stringify(call.json),
      signal: call.signal,
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
    })
    try {
      return await this.options.fetch(request)
    } catch (cause) {
      if (call.signal?.aborted) throw cause
      throw new CoreError("offline", { cause })
    }
  }
}

async function toProblem(response: Response): Promise<ApiProblem> {
  let members: Record<string, unknown> = {}
  if (response.headers.get("Content-Type")?.includes("json")) {
    const body: unknown = await response.json().catch(() => ({}))
    if (typeof body === "object" && body !== null) members = body as Record<string, unknown>
  }
  const code = typeof members.code === "string" ? members.code : `http-${response.status}`
  const seconds = Number(response.headers.get("Retry-After") ?? NaN)
  return new ApiProblem(
    response.status,
    code,
    members,
    Number.isFinite(seconds) ? seconds : undefined,
  )
}

/**
 * Overload passes, and so does a device the service has not heard of yet: the news of an enrolment
 * travels behind it. The latter was refused before anything happened, so any call may be repeated.
 */
function passes(problem: ApiProblem, call: Call): boolean {
  if (problem.code === "device-unknown") return true
  return (problem.status === 429 || problem.status === 503) && isRepeatable(call)
}

function isRepeatable(call: Call): boolean {
  const method = call.method ?? "GET"
  return (method !== "POST" && method !== "PATCH") || call.repeatable === true
}

/** What the server asks, else exponential with jitter so that clients do not come back together. */
function waitFor(problem: ApiProblem, attempt: number): number {
  const asked = problem.retryAfter === undefined ? 250 * 2 ** attempt : problem.retryAfter * 1000
  return Math.min(asked, LONGEST_WAIT) * (0.75 + Math.random() / 2)
}
