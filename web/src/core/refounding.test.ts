import { describe, expect, it, vi } from "vitest"
import type { ConversationId } from "./ids"
import { put } from "./store/store"
import { until, type Client } from "./testing/client"
import { changes, items } from "./testing/inspect"
import { refuse } from "./testing/refusal"
import { useScene, type Scene } from "./testing/scene"

const scene = useScene()

/** Anne, who administers it, Minh and Luc. */
async function threesome({ ready, leroy, nguyen, roux }: Scene) {
  const a = await ready(leroy)
  const b = await ready(nguyen)
  const c = await ready(roux)
  const id = await a.session.conversations.createGroup([nguyen.id, roux.id])
  await Promise.all([b, c].map((client) => client.conversationWith(leroy.id)))
  return { a, b, c, id }
}

function resynced(client: Client, id: ConversationId) {
  return items(client, id, (all) => changes(all).some((change) => change.here === "resynced"))
}

describe("a commit that cannot be processed", () => {
  it("is reported once by each device that meets it, which then re-joins", async () => {
    const { ready, leroy, nguyen, platform, sabotage, room } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    const reports = vi.spyOn(platform.delivery.refounding, "report")

    await sabotage(a, id)
    // Whoever made it cannot process it either.
    await Promise.all([a, b].map((client) => resynced(client, id)))
    await b.reload()
    await b.online()

    expect(reports.mock.calls).toEqual([[b.device, id, 2]])
    expect([...(room(id).reports.get(2) ?? [])]).toEqual([nguyen.id])
    await b.say(id, "de retour")
    await a.texts(id, (texts) => texts.includes("de retour"))
  })

  it("is reported later when that fails at first, and the re-join does not wait", async () => {
    const { ready, leroy, nguyen, platform, sabotage, room } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    const reports = vi.spyOn(platform.delivery.refounding, "report").mockImplementation(() => {
      throw refuse(500, "internal")
    })

    await sabotage(a, id)
    await resynced(b, id)
    expect(room(id).reports.size).toBe(0)
    reports.mockRestore()
    platform.disconnect(b.device)

    await expect.poll(() => room(id).reports.get(2)?.has(nguyen.id)).toBe(true)
  })

  it("is not reported when the state here is an older copy", async () => {
    const { ready, leroy, nguyen, roux, platform, room } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id])
    await b.conversationWith(leroy.id)
    const old = await b.store.read("group", id)
    await a.session.conversations.addMembers(id, [roux.id])
    await expect.poll(async () => (await b.store.read("group", id))?.cursor).toBe(2)
    b.setOffline(true)
    if (!old) throw new Error("no group")
    await b.store.write([put("group", id, { ...old, cursor: 2 })])
    await a.session.conversations.removeMember(id, roux.id)
    const reports = vi.spyOn(platform.delivery.refounding, "report")

    b.network.offline = false
    await b.reload()
    await resynced(b, id)

    expect(reports).not.toHaveBeenCalled()
    expect(room(id).reports.size).toBe(0)
  })
})

describe("a group that most cannot follow", () => {
  it("goes on in a successor with the same people, without anybody doing anything", async () => {
    const { sabotage, successor, converged, room, kinds, platform } = scene()
    const { a, b, c, id } = await threesome(scene())
    await a.say(id, "avant")
    for (const client of [b, c]) await client.texts(id, (texts) => texts.includes("avant"))

    await sabotage(a, id)
    const next = await successor(id, a, b, c)

    expect(platform.delivery.rooms.size).toBe(2)
    expect(kinds(next)).toEqual(["commit"])
    expect(room(next)).toMatchObject({ kind: "group", succeeds: id, admins: [a.person] })
    await converged(next, a, b, c)
    await b.say(next, "après")
    for (const client of [a, c]) await client.texts(next, (texts) => texts.includes("après"))
    expect(await c.texts(id, () => true)).toEqual(["avant"])
    const list = c.session.conversations.list.get()
    expect(list.items).toMatchObject([{ id: next, previous: { id }, admins: [a.person] }])
    expect(list.previous).toMatchObject([{ id, next, renewable: false }])
  })

  it("is found again by whoever is there, and the others come along when they are back", async () => {
    const { sabotage, successor } = scene()
    const { a, b, c, id } = await threesome(scene())
    await sabotage(a, id)
    await successor(id, a, b, c)
    const again = await threesome(scene()).catch(() => undefined)
    expect(again).toBeDefined()
    if (!again) return
    const { a: d, b: e, c: f, id: second } = again
    await f.session.stop()
    e.setOffline(true)
    await d.session.conversations.renew(second)
    await expect.poll(() => scene().room(second).state).toBe("succeeded")
    e.setOffline(false)
    await f.reload()
    const next = scene().room(second).succeededBy
    for (const client of [d, e, f])
      await until(client.session.conversations.list, ({ items: all }) =>
        all.some((one) => one.id === next),
      )
  })

  it("has one successor when the opening's answer is lost and the tab is reloaded", async () => {
    const { platform, room } = scene()
    const { a, b, c, id } = await threesome(scene())
    for (const client of [b, c]) client.setOffline(true)
    a.network.deliver = (frame) => (frame.type === "conversation" ? [] : [frame])
    platform.delivery.refounding.order(a.device, id)
    const create = platform.delivery.create.bind(platform.delivery)
    platform.delivery.create = async (...opening) => {
      a.network.loseAnswers = true
      a.network.offline = true
      platform.delivery.create = create
      return create(...opening)
    }
    platform.disconnect(a.device)
    await expect.poll(() => room(id).state).toBe("succeeded")
    expect((await a.store.list("commit")).map(([, { creation }]) => creation?.succeeds)).toEqual([
      id,
    ])

    a.network.loseAnswers = false
    a.network.offline = false
    await a.reload()
    for (const client of [b, c]) client.setOffline(false)

    await scene().successor(id, a, b, c)
    expect(platform.delivery.rooms.size).toBe(2)
  })

  it("keeps a place for who cannot be invited and joins alone", async () => {
    const { platform, successor, room } = scene()
    const { a, b, c, id } = await threesome(scene())
    c.setOffline(true)
    platform.delivery.keyPackages.empty(c.device)
    await a.session.conversations.renew(id)
    const next = await successor(id, a, b)
    expect(room(next).places).toEqual([c.person])

    c.setOffline(false)
    await successor(id, c)
    await c.say(next, "entré seul")
    await a.texts(next, (texts) => texts.includes("entré seul"))
  })

  it("is closed at once by an administrator, or by either of two persons, and by nobody else", async () => {
    const { ready, leroy, nguyen, successor, room } = scene()
    const { b, id } = await threesome(scene())
    await expect(b.session.conversations.renew(id)).rejects.toMatchObject({
      members: { rule: "not-an-admin" },
    })
    expect(room(id).state).toBe("open")

    const { platform } = scene()
    const e = await ready(platform.directory.person("Eva", "PETIT", "810000000004"))
    const direct = await e.session.conversations.openDirect(leroy.id)
    await e.session.conversations.renew(direct)
    await successor(direct, e)
    expect(await e.session.conversations.openDirect(leroy.id)).toBe(room(direct).succeededBy)
    expect(nguyen.id).toBe(b.person)
  })

  it("is closed to what is new, and says so in the list until it goes on", async () => {
    const { platform, room } = scene()
    const { a, b, c, id } = await threesome(scene())
    platform.delivery.keyPackages.claim = () => {
      throw refuse(503, "unavailable")
    }
    await a.session.conversations.renew(id)
    for (const client of [a, b, c])
      await until(client.session.conversations.list, ({ items: [one] }) => one?.renewing === true)
    await b.say(id, "attend")
    expect(room(id).log).toHaveLength(1)
    expect(b.session.conversations.list.get().items).toMatchObject([{ id, renewing: true }])
  })
})
