import { describe, expect, it } from "vitest"
import type { ServerFrame } from "./api/wire"
import type { Message, PhotoDraft, TimelineItem } from "./conversation"
import type { ConversationId } from "./ids"
import { put } from "./store/store"
import { textsOf, until, type Client } from "./testing/client"
import { damage } from "./testing/inspect"
import { useScene, type Scene } from "./testing/scene"

const scene = useScene()

const keep = (frame: ServerFrame) => [frame]

const PHOTO: PhotoDraft = {
  bytes: crypto.getRandomValues(new Uint8Array(3_000)),
  mediaType: "image/webp",
  width: 30,
  height: 40,
  caption: "photo",
}

async function twosome({ ready, leroy, nguyen }: Scene) {
  const a = await ready(leroy)
  const b = await ready(nguyen)
  const id = await a.session.conversations.openDirect(nguyen.id)
  await b.conversationWith(leroy.id)
  return { a, b, id }
}

async function show(client: Client, id: ConversationId, photo: PhotoDraft): Promise<void> {
  const open = client.session.conversations.open(id)
  await open.sendPhoto(photo)
  open.close()
}

async function messages(client: Client, id: ConversationId, count: number) {
  const open = client.session.conversations.open(id)
  const of = (all: readonly TimelineItem[] = []) => all.filter(({ kind }) => kind === "message")
  const timeline = await until(open.timeline, (t) => of(t?.items).length >= count)
  open.close()
  return of(timeline?.items) as readonly Message[]
}

describe("what waits when a conversation is closed", () => {
  it("goes on in the successor, in order and once, photos included", async () => {
    const { platform, successor } = scene()
    const { a, b, id } = await twosome(scene())
    b.setOffline(true)
    await b.say(id, "un")
    await show(b, id, PHOTO)
    await b.say(id, "trois")
    await a.session.conversations.renew(id)
    b.setOffline(false)
    const next = await successor(id, a, b)
    await b.say(next, "quatre")

    const seen = await messages(a, next, 4)
    expect(
      seen.map(({ body }) =>
        body.kind === "text" ? body.text : body.kind === "photo" && body.caption,
      ),
    ).toEqual(["un", "photo", "trois", "quatre"])
    const body = seen[1]?.body
    if (body?.kind !== "photo") throw new Error("no photo")
    expect(platform.attachments.conversationOf(body.photo.id)).toBe(next)
    const bytes = await (await a.session.conversations.photo(body.photo)).arrayBuffer()
    expect(new Uint8Array(bytes)).toEqual(PHOTO.bytes)
    await expect.poll(() => b.store.list("outbox")).toEqual([])
    expect(await messages(a, id, 0)).toEqual([])
  })

  it("is not sent again when the old one had taken it and the answer was lost", async () => {
    const { successor, kinds } = scene()
    const { a, b, id } = await twosome(scene())
    b.network.deliver = () => []
    b.network.loseAnswers = true
    await b.say(id, "pris")
    await a.texts(id, (texts) => texts.includes("pris"))
    b.setOffline(true)
    await b.say(id, "pas parti")
    await a.session.conversations.renew(id)
    b.network.loseAnswers = false
    b.network.deliver = (frame) => [frame]
    b.setOffline(false)
    const next = await successor(id, a, b)

    expect(await a.texts(next, (texts) => texts.length > 0)).toEqual(["pas parti"])
    expect(await b.texts(id, (texts) => texts.length > 0)).toEqual(["pris"])
    await expect.poll(() => b.store.list("outbox")).toEqual([])
    expect(kinds(id)).toEqual(["commit", "message"])
    expect(kinds(next)).toEqual(["commit", "message"])
  })

  it("is asked for with the same bytes where the old log cannot be followed any more", async () => {
    const { successor, kinds } = scene()
    const { a, b, id } = await twosome(scene())
    b.network.deliver = () => []
    b.network.loseAnswers = true
    await b.say(id, "pris")
    await a.texts(id, (texts) => texts.includes("pris"))
    b.setOffline(true)
    await a.session.conversations.renew(id)
    await b.session.stop()
    await damage(b, id)
    Object.assign(b.network, { offline: false, loseAnswers: false, deliver: keep })
    await b.reload()
    const next = await successor(id, a, b)

    expect(await b.texts(id, (texts) => texts.length > 0)).toEqual(["pris"])
    await expect.poll(() => b.store.list("outbox")).toEqual([])
    expect(kinds(next)).toEqual(["commit"])
  })

  it("has a photo uploaded anew that was uploaded for the old one", async () => {
    const { platform, successor } = scene()
    const { a, b, id } = await twosome(scene())
    // Minh learns of the closing by the refusal of his message only.
    b.network.deliver = (frame) => (frame.type === "conversation" ? [] : [frame])
    platform.delivery.refounding.order(a.device, id)
    await show(b, id, PHOTO)
    const next = await successor(id, a, b)

    const [message] = await messages(a, next, 1)
    if (message?.body.kind !== "photo") throw new Error("no photo")
    expect(platform.attachments.conversationOf(message.body.photo.id)).toBe(next)
    const bytes = await (await a.session.conversations.photo(message.body.photo)).arrayBuffer()
    expect(new Uint8Array(bytes)).toEqual(PHOTO.bytes)
  })

  it("waits for its author's word where somebody else reads", async () => {
    const { successor } = scene()
    const { a, b, id } = await twosome(scene())
    b.setOffline(true)
    await b.say(id, "entre nous")
    const before = await b.store.read("conversation", id)
    if (!before) throw new Error("no conversation")
    const members = before.members.map((m) =>
      m.practitionerId === a.person ? { ...m, nationalId: "810000000099" } : m,
    )
    await b.store.write([put("conversation", id, { ...before, members })])
    await a.session.conversations.renew(id)
    b.setOffline(false)
    const next = await successor(id, a, b)

    const [message] = await messages(b, next, 1)
    expect(message?.state).toEqual({ kind: "failed", cause: "refused" })
    expect(await a.texts(next, () => true)).toEqual([])
  })

  it("takes the draft and the unread count along", async () => {
    const { successor } = scene()
    const { a, b, id } = await twosome(scene())
    await a.say(id, "non lu")
    await b.texts(id, (texts) => texts.length === 1)
    const open = b.session.conversations.open(id)
    open.saveDraft("je commence")
    open.close()
    await expect.poll(() => b.store.read("draft", id)).toBeDefined()
    await a.session.conversations.renew(id)
    const next = await successor(id, a, b)

    const { list } = b.session.conversations
    await until(list, ({ items }) => items[0]?.draft === "je commence")
    expect(list.get().items).toMatchObject([{ id: next, unread: 1, previous: { id, unread: 1 } }])
    const old = b.session.conversations.open(id)
    const timeline = await until(old.timeline, (t) => t !== undefined && textsOf(t).length === 1)
    old.markRead(timeline?.items.at(-1)?.sequence ?? 0)
    await until(list, ({ items }) => items[0]?.unread === 0)
    old.close()
  })
})
