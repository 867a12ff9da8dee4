import { describe, expect, it } from "vitest"
import { parseCertificate } from "./mls/certificate"
import { put } from "./store/store"
import { until, type Client } from "./testing/client"
import { useScene } from "./testing/scene"

const scene = useScene()

/** Its certificate lasts so much longer, on both sides. */
async function age(client: Client, left: number): Promise<void> {
  const device = await client.store.read("device", "self")
  if (!device) throw new Error("not enrolled")
  const certificateChain = await scene().platform.directory.age(device.id, left)
  await client.store.write([put("device", "self", { ...device, certificateChain })])
}

describe("a device", () => {
  it("whose certificate ends soon has a new one after the next start, and loses nothing", async () => {
    const { ready, leroy, nguyen, platform } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    await age(b, 10 * 86_400_000)

    await b.reload()
    await b.online()

    const left = new Date(platform.directory.devices.get(b.device)?.expiresAt ?? 0).getTime()
    expect(left - Date.now()).toBeGreaterThan(80 * 86_400_000)
    await b.say(id, "toujours là")
    await a.texts(id, (texts) => texts.includes("toujours là"))
  })

  it("whose holder has another number has it in its certificate after the next start", async () => {
    const { ready, leroy, platform } = scene()
    const a = await ready(leroy)
    const nationalId = "899700000011"
    platform.directory.people.set(leroy.id, { ...leroy, nationalId })

    await a.reload()
    await until(a.session.state, ({ kind }) => kind === "ready")

    const device = await a.store.read("device", "self")
    expect(device?.me.nationalId).toBe(nationalId)
    const [own] = device?.certificateChain ?? []
    expect(own && parseCertificate(own).nationalId).toBe(nationalId)
  })

  it("whose certificate ended is renewed while it runs, and nothing is wiped", async () => {
    const { ready, leroy, nguyen, platform } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    await a.say(id, "avant")
    await b.texts(id, (texts) => texts.includes("avant"))
    await age(b, -1000)

    platform.disconnect(b.device, 4410)
    await until(b.session.state, ({ kind }) => kind === "starting")
    await until(b.session.state, ({ kind }) => kind === "ready")
    await b.online()

    await a.say(id, "après")
    expect(await b.texts(id, (texts) => texts.includes("après"))).toEqual(["avant", "après"])
  })
})
