import { beforeEach, describe, expect, it } from "vitest"
import { refuse } from "../testing/refusal"
import { Http } from "./http"

let requests: Request[]
let waits: number[]
let answers: (() => Response | Promise<Response>)[]
let renewals: boolean[]

function http(): Http {
  return new Http({
    origin: "http://liaison.test",
    fetch: async (request) => {
      requests.push(request)
      return (answers.shift() ?? (() => Response.json({ ok: true })))()
    },
    tokens: {
      accessToken: (options) => {
        renewals.push(options?.renew ?? false)
        return Promise.resolve(options?.renew ? "fresh" : "old")
      },
    },
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
  })
}

function overloaded(retryAfter?: number): () => Response {
  return () => {
    const response = refuse(503, "unavailable").toResponse()
    if (retryAfter !== undefined) response.headers.set("Retry-After", String(retryAfter))
    return response
  }
}

beforeEach(() => {
  requests = []
  waits = []
  answers = []
  renewals = []
})

describe("a call to a service", () => {
  it("waits as asked and tries again while the service is overloaded", async () => {
    answers = [overloaded(2), overloaded()]
    await http().json("directory", "/v1/me")
    expect(requests).toHaveLength(3)
    expect(waits[0]).toBeGreaterThanOrEqual(1_500)
    expect(waits[0]).toBeLessThanOrEqual(2_500)
  })

  it("gives up after some attempts with the service's problem", async () => {
    answers = [overloaded(), overloaded(), overloaded(), overloaded()]
    await expect(http().json("directory", "/v1/me")).rejects.toMatchObject({
      status: 503,
      code: "unavailable",
    })
  })

  it("repeats a POST only when the service recognises it, with the same key", async () => {
    answers = [overloaded()]
    await expect(
      http().json("directory", "/v1/devices", { method: "POST", json: {} }),
    ).rejects.toMatchObject({ status: 503 })
    requests = []
    answers = [overloaded()]
    await http().json("conversation", "/v1/conversations", {
      method: "POST",
      json: {},
      idempotencyKey: "k",
      repeatable: true,
    })
    expect(requests.map((request) => request.headers.get("Idempotency-Key"))).toEqual(["k", "k"])
  })

  it("waits for a service to hear of a device that was just enrolled", async () => {
    answers = [() => refuse(403, "device-unknown").toResponse()]
    await http().json("conversation", "/v1/key-packages")
    expect(requests).toHaveLength(2)
  })

  it("renews a refused token once", async () => {
    answers = [() => refuse(401, "unauthenticated").toResponse()]
    await http().json("directory", "/v1/me")
    expect(renewals).toEqual([false, true])
    expect(requests[1]?.headers.get("Authorization")).toBe("Bearer fresh")
    const refused = () => refuse(401, "unauthenticated").toResponse()
    answers = [refused, refused]
    await expect(http().json("directory", "/v1/me")).rejects.toMatchObject({ code: "signed-out" })
  })

  it("tells a demanded step-up from an ended login", async () => {
    answers = [() => refuse(401, "step-up-required").toResponse()]
    await expect(http().json("directory", "/v1/devices")).rejects.toMatchObject({
      code: "step-up-required",
    })
    expect(requests).toHaveLength(1)
  })

  it("carries the problem's code and members, and the incident of a failure", async () => {
    answers = [() => refuse(409, "stale-epoch", { currentEpoch: 4 }).toResponse()]
    await expect(http().json("conversation", "/v1/x")).rejects.toMatchObject({
      code: "stale-epoch",
      members: { currentEpoch: 4 },
    })
    answers = [() => refuse(500, "internal-error", { incident: "i-1" }).toResponse()]
    await expect(http().json("conversation", "/v1/x")).rejects.toMatchObject({ incident: "i-1" })
    answers = [() => new Response("<html>", { status: 502 })]
    await expect(http().json("conversation", "/v1/x")).rejects.toMatchObject({ code: "http-502" })
  })

  it("says offline when there is no answer", async () => {
    answers = [() => Promise.reject(new TypeError("fetch failed"))]
    await expect(http().json("directory", "/v1/me")).rejects.toMatchObject({ code: "offline" })
  })
})
