import { beforeEach, describe, expect, it } from "vitest"
import { toBase64url } from "../encoding/base64url"
import { utf8 } from "../encoding/bytes"
import type { Page } from "./browser"
import { Oidc } from "./oidc"
import { challengeOf } from "./pkce"

/** A tab and the token endpoint behind it. */
class World {
  address = "/conversations/1"
  left: URL | undefined
  readonly tab = memory()
  readonly shared = memory()
  readonly exchanges: URLSearchParams[] = []
  nonce = ""
  lifetime = 300
  refuse = false
  offline = false

  readonly page: Page = {
    origin: "http://liaison.test",
    here: () => this.address,
    query: () => new URL(this.address, "http://liaison.test").searchParams,
    go: (url) => {
      this.left = new URL(url)
      return Promise.resolve()
    },
    replace: (path) => (this.address = path),
    tab: this.tab,
    shared: this.shared,
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    if (this.offline) throw new TypeError("no network")
    if (request.method === "GET") return Response.json({})
    const parameters = new URLSearchParams(await request.text())
    this.exchanges.push(parameters)
    if (this.refuse) return Response.json({ error: "invalid_grant" }, { status: 400 })
    const n = this.exchanges.length
    const claims = toBase64url(utf8(JSON.stringify({ nonce: this.nonce })))
    return Response.json({
      access_token: `access-${n}`,
      refresh_token: `refresh-${n}`,
      id_token: `h.${claims}.s`,
      expires_in: this.lifetime,
    })
  }

  oidc(): Oidc {
    return new Oidc(this.page, this.fetch)
  }

  /** Keycloak sends the browser back. */
  comeBack(answer: Record<string, string>): void {
    const asked = this.left?.searchParams
    this.nonce = asked?.get("nonce") ?? ""
    const query = new URLSearchParams({ state: asked?.get("state") ?? "", ...answer })
    this.address = `/?${query.toString()}`
  }
}

function memory(): Page["tab"] {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

let world: World

beforeEach(() => {
  world = new World()
})

async function loggedIn(): Promise<Oidc> {
  await world.oidc().login("psc")
  world.comeBack({ code: "c" })
  const oidc = world.oidc()
  expect(await oidc.start()).toBe(true)
  return oidc
}

describe("the login", () => {
  it("asks for a code with PKCE, state and nonce, straight at Pro Santé Connect", async () => {
    await world.oidc().login("psc")
    const asked = Object.fromEntries(world.left?.searchParams ?? [])
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: "liaison-web",
      redirect_uri: "http://liaison.test/",
      code_challenge_method: "S256",
      kc_idp_hint: "psc",
    })
    await world.oidc().login("staff")
    expect(world.left?.searchParams.has("kc_idp_hint")).toBe(false)
  })

  it("exchanges the code with the matching verifier and cleans the address", async () => {
    await world.oidc().login("psc")
    const challenge = world.left?.searchParams.get("code_challenge")
    world.comeBack({ code: "c" })
    const oidc = world.oidc()
    expect(await oidc.start()).toBe(true)
    expect(await oidc.accessToken()).toBe("access-1")
    expect(world.address).toBe("/conversations/1")
    expect(await challengeOf(world.exchanges[0]?.get("code_verifier") ?? "")).toBe(challenge)
  })

  it("refuses an answer to a question it did not ask", async () => {
    await world.oidc().login("psc")
    world.comeBack({ code: "c", state: "forged" })
    expect(await world.oidc().start()).toBe(false)
    expect(world.exchanges).toHaveLength(0)
    await world.oidc().login("psc")
    world.comeBack({ code: "c" })
    world.nonce = "forged"
    await expect(world.oidc().start()).rejects.toMatchObject({ code: "signed-out" })
  })

  it("tries silently once after a reload, and never for somebody who logged out", async () => {
    const oidc = await loggedIn()
    world.left = undefined
    expect(await world.oidc().start()).toBe(false)
    expect((world.left as URL | undefined)?.searchParams.get("prompt")).toBe("none")
    world.comeBack({ error: "login_required" })
    world.left = undefined
    expect(await world.oidc().start()).toBe(false)
    expect(await world.oidc().start()).toBe(false)
    expect(world.left).toBeUndefined()
    await oidc.logout()
    world.left = undefined
    expect(await world.oidc().start()).toBe(false)
    expect(world.left).toBeUndefined()
  })

  it("does not leave the page while the server is out of reach, and tries again later", async () => {
    await loggedIn()
    world.left = undefined
    world.offline = true
    await expect(world.oidc().start()).rejects.toMatchObject({ code: "offline" })
    expect(world.left).toBeUndefined()
    world.offline = false
    expect(await world.oidc().start()).toBe(false)
    expect((world.left as URL | undefined)?.searchParams.get("prompt")).toBe("none")
  })

  it("renews before the end, one refresh at a time", async () => {
    world.lifetime = 20
    const oidc = await loggedIn()
    const tokens = await Promise.all([oidc.accessToken(), oidc.accessToken()])
    expect(tokens).toEqual(["access-2", "access-2"])
    expect(world.exchanges[1]?.get("refresh_token")).toBe("refresh-1")
  })

  it("says so when the login has ended", async () => {
    const oidc = await loggedIn()
    let ended = false
    oidc.onEnded = () => (ended = true)
    world.refuse = true
    await expect(oidc.accessToken({ renew: true })).rejects.toMatchObject({ code: "signed-out" })
    expect(ended).toBe(true)
  })

  it("steps up with a fresh login of the same kind", async () => {
    const oidc = await loggedIn()
    await oidc.stepUp()
    expect(world.left?.searchParams.get("max_age")).toBe("30")
    expect(world.left?.searchParams.get("kc_idp_hint")).toBe("psc")
  })

  it("keeps no token outside memory", async () => {
    await loggedIn()
    for (const storage of [world.tab, world.shared])
      for (const key of ["liaison.login", "liaison.last-login", "liaison.silent"])
        expect(storage.getItem(key) ?? "").not.toMatch(/access-|refresh-/)
  })
})
