import { describe, expect, it } from "vitest"
import { put } from "./store/store"
import { textsOf, until } from "./testing/client"
import { changes, damage, items, own } from "./testing/inspect"
import { useScene } from "./testing/scene"

const scene = useScene()

describe("a new device", () => {
  it("joins the conversations of its person by itself, and both sides talk", async () => {
    const { platform, leroy, nguyen, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "avant le nouvel appareil")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.length === 1)

    platform.delivery.joinsToPutOff = 6
    const b2 = await ready(nguyen)
    expect(await b2.conversationWith(leroy.id)).toBe(id)
    const [line] = changes(await items(b2, id, (list) => list.length > 0))
    expect(line).toMatchObject({ here: "new-device", joined: [], left: [] })
    await b2.say(id, "depuis le nouvel appareil")
    await a.texts(id, (texts) => texts.includes("depuis le nouvel appareil"))
    await b.texts(id, (texts) => texts.includes("depuis le nouvel appareil"))
    await a.say(id, "bien reçu")
    const read = await b2.texts(id, (texts) => texts.includes("bien reçu"))
    expect(read).toEqual(["depuis le nouvel appareil", "bien reçu"])
    const added = changes(await items(a, id, () => true)).flatMap((c) => c.devicesAdded)
    expect(added).toEqual([{ practitionerId: nguyen.id, deviceId: b2.device }])
    expect(a.session.conversations.list.get().items[0]?.members.map((m) => m.deviceCount)).toEqual([
      1, 2,
    ])
  })

  it("does not make older messages look delivered or read", async () => {
    const { leroy, nguyen, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    b.setOffline(true)
    await a.say(id, "avant")
    const b2 = await ready(nguyen)
    await b2.conversationWith(leroy.id)
    await a.say(id, "après")
    const ofB2 = b2.session.conversations.open(id)
    const seen = await until(ofB2.timeline, (t) => t !== undefined && textsOf(t).length === 1)
    ofB2.markRead(seen?.items.at(-1)?.sequence ?? 0)
    ofB2.close()
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => own(t, "après")?.state?.kind === "read")
    expect(own(ofA.timeline.get(), "avant")?.state?.kind).toBe("sent")
    b.setOffline(false)
    await until(ofA.timeline, (t) => own(t, "avant")?.state?.kind === "delivered")
    ofA.close()
  })

  it("is taken along when a person is added whose devices were not all claimed", async () => {
    const { platform, leroy, nguyen, roux, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const c2 = await ready(roux)
    platform.delivery.keyPackages.hiddenFromClaims.add(b.device)
    platform.delivery.keyPackages.hiddenFromClaims.add(c2.device)
    const b2 = await ready(nguyen)
    const id = await a.session.conversations.createGroup([nguyen.id])
    await Promise.all([b, b2].map((client) => client.conversationWith(leroy.id)))
    await a.session.conversations.addMembers(id, [roux.id])
    for (const client of [c, c2]) expect(await client.conversationWith(leroy.id)).toBe(id)
    expect(platform.delivery.view(a.device, id).members).toHaveLength(5)
  })
})

describe("a device that cannot follow any more", () => {
  it("re-joins when its state is damaged, says so, and goes on", async () => {
    const { leroy, nguyen, ready, converged } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "un")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.includes("un"))
    b.setOffline(true)
    await a.say(id, "perdu")
    await damage(b, id)
    b.network.offline = false
    await b.reload()
    await a.texts(id, (texts) => texts.includes("perdu"))
    const list = await items(b, id, (all) => changes(all).some((c) => c.here === "resynced"))
    expect(changes(list).at(-1)).toMatchObject({ here: "resynced", joined: [], left: [] })
    await b.say(id, "me revoilà")
    await a.texts(id, (texts) => texts.includes("me revoilà"))
    await a.say(id, "bien")
    expect(await b.texts(id, (texts) => texts.includes("bien"))).toEqual([
      "un",
      "me revoilà",
      "bien",
    ])
    const seen = changes(await items(a, id, () => true)).flatMap((c) => c.devicesResynced ?? [])
    expect(seen).toEqual([{ practitionerId: nguyen.id, deviceId: b.device }])
    await converged(id, a, b)

    const last = await items(b, id, () => true)
    const ofB = b.session.conversations.open(id)
    ofB.markRead(last.at(-1)?.sequence ?? 0)
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => own(t, "bien")?.state?.kind === "read")
    expect(own(ofA.timeline.get(), "un")?.state?.kind).toBe("read")
    expect(own(ofA.timeline.get(), "perdu")?.state?.kind).toBe("sent")
    ofA.close()
    ofB.close()
  })

  it("re-joins when the state comes from an older copy, and when a commit makes no sense", async () => {
    const { leroy, nguyen, roux, ready, converged } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id])
    await b.conversationWith(leroy.id)
    const old = await b.store.read("group", id)
    await a.session.conversations.addMembers(id, [roux.id])
    await c.conversationWith(leroy.id)
    await b.texts(id, () => true)
    await expect.poll(async () => (await b.store.read("group", id))?.cursor).toBe(2)
    b.setOffline(true)
    // The state of one epoch earlier under the place of the later one.
    if (!old) throw new Error("no group")
    await b.store.write([put("group", id, { ...old, cursor: 2 })])
    await a.session.conversations.removeMember(id, roux.id)
    b.network.offline = false
    await b.reload()
    await items(b, id, (all) => changes(all).some((change) => change.here === "resynced"))
    await converged(id, a, b)
    await b.say(id, "de retour")
    await a.texts(id, (texts) => texts.includes("de retour"))
  })

  it("keeps its own messages that the server took before the re-join, each once", async () => {
    const { leroy, nguyen, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    b.network.deliver = () => []
    await b.say(id, "accepté")
    await a.texts(id, (texts) => texts.includes("accepté"))
    b.network.loseAnswers = true
    await b.say(id, "réponse perdue")
    await a.texts(id, (texts) => texts.includes("réponse perdue"))
    await damage(b, id)
    b.network.loseAnswers = false
    b.network.deliver = (frame) => [frame]
    await b.reload()
    await items(b, id, (all) => changes(all).some((change) => change.here === "resynced"))
    await b.say(id, "et après")
    const all = ["accepté", "réponse perdue", "et après"]
    expect(await a.texts(id, (texts) => texts.length === 3)).toEqual(all)
    const ofB = b.session.conversations.open(id)
    await until(ofB.timeline, (t) => own(t, "et après")?.state?.kind === "delivered")
    expect(ofB.timeline.get()?.items.filter((item) => item.kind === "message")).toHaveLength(3)
    expect(await b.store.list("outbox")).toEqual([])
    ofB.close()
  })

  it("re-joins when the server no longer has what it missed", async () => {
    const { leroy, nguyen, ready, room, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    b.setOffline(true)
    for (const text of ["un", "deux", "trois"]) await a.say(id, text)
    await a.texts(id, (texts) => texts.length === 3)
    await expect.poll(() => kinds(id)).toHaveLength(4)
    const seat = room(id).seats.get(b.device)
    if (seat) seat.first = 3
    b.setOffline(false)
    await items(b, id, (all) => changes(all).some((change) => change.here === "resynced"))
    await a.say(id, "quatre")
    await b.texts(id, (texts) => texts.includes("quatre"))
  })

  it("joins by itself when the welcome that was meant for it cannot be opened", async () => {
    const { platform, leroy, nguyen, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    for (const [ref] of await b.store.list("keyPackage"))
      await b.store.write([{ table: "keyPackage", key: ref, remove: true }])
    const id = await a.session.conversations.openDirect(nguyen.id)
    await expect.poll(() => platform.delivery.welcomes.of(b.device)).toHaveLength(0)
    platform.disconnect(b.device)
    expect(await b.conversationWith(leroy.id)).toBe(id)
    await b.say(id, "entré par la fenêtre")
    await a.texts(id, (texts) => texts.includes("entré par la fenêtre"))
  })

  it("gives up after a few times an hour, whoever keeps breaking it", async () => {
    const { leroy, nguyen, ready, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    for (let round = 0; round < 5; round++) {
      await damage(b, id)
      await b.reload()
      await b.online()
      await a.say(id, `signal ${round}`)
      if (round >= 3) continue
      await expect.poll(() => kinds(id).filter((kind) => kind === "commit").length).toBe(round + 2)
      await a.say(id, `n° ${round}`)
      await b.texts(id, (texts) => texts.includes(`n° ${round}`))
    }
    expect(kinds(id).filter((kind) => kind === "commit")).toHaveLength(1 + 3)
  })

  it("ends with one re-join when the answer to it got lost", async () => {
    const { platform, leroy, nguyen, ready, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    await damage(b, id)
    b.network.loseAnswers = true
    await b.reload()
    await b.say(id, "une seule fois")
    await expect.poll(() => kinds(id)).toEqual(["commit", "commit"])
    b.network.loseAnswers = false
    platform.disconnect(b.device)
    await items(b, id, (all) => changes(all).some((change) => change.here === "resynced"))
    await a.texts(id, (texts) => texts.includes("une seule fois"))
    expect(kinds(id)).toEqual(["commit", "commit", "message"])
  })
})

describe("an entry that cannot be decrypted", () => {
  it("is never shown as read, not even after the resync that it brings about", async () => {
    const { platform, leroy, nguyen, ready } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "clair")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.includes("clair"))
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => own(t, "clair")?.state?.kind === "delivered")

    // Damaged between the server and this device.
    b.network.deliver = (frame) =>
      frame.type === "entry" && frame.kind === "message" && frame.sequence === 3
        ? [{ ...frame, payload: `${frame.payload.slice(0, -8)}AAAAAAAA` }]
        : [frame]
    platform.delivery.joinsToPutOff = 1_000
    await a.say(id, "abîmé")
    await a.say(id, "clair aussi")
    const ofB = b.session.conversations.open(id)
    const seen = await until(ofB.timeline, (t) => t !== undefined && textsOf(t).length === 2)
    expect(seen?.items.map((item) => item.kind === "message" && item.body.kind)).toContain(
      "unavailable",
    )
    ofB.markRead(seen?.items.at(-1)?.sequence ?? 0)
    await until(ofA.timeline, (t) => own(t, "clair")?.state?.kind === "read")
    expect(own(ofA.timeline.get(), "abîmé")?.state?.kind).toBe("sent")
    expect(own(ofA.timeline.get(), "clair aussi")?.state?.kind).toBe("sent")

    platform.delivery.joinsToPutOff = 0
    await b.reload()
    await items(b, id, (all) => changes(all).some((change) => change.here === "resynced"))
    await a.say(id, "suite")
    const again = b.session.conversations.open(id)
    const after = await until(
      again.timeline,
      (t) => t !== undefined && textsOf(t).includes("suite"),
    )
    again.markRead(after?.items.at(-1)?.sequence ?? 0)
    await until(ofA.timeline, (t) => own(t, "suite")?.state?.kind === "read")
    expect(own(ofA.timeline.get(), "abîmé")?.state?.kind).toBe("sent")
    expect(own(ofA.timeline.get(), "clair")?.state?.kind).toBe("read")
    for (const open of [ofA, ofB, again]) open.close()
  })
})
