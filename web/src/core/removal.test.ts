import { describe, expect, it } from "vitest"
import type { ServerFrame } from "./api/wire"
import { fromBase64url } from "./encoding/base64url"
import type { ConversationId } from "./ids"
import type { MlsDevice } from "./mls/device"
import { isMember, type Group } from "./mls/group"
import { receiveCommit, receiveMessage, receiveProposal } from "./mls/receive"
import { changes, deviceOf, items, stateOf } from "./testing/inspect"
import { useScene } from "./testing/scene"

const scene = useScene()

async function receiveProposalThenCommit(
  device: MlsDevice,
  group: Group,
  id: ConversationId,
  commit = "",
): Promise<Group> {
  const proposal =
    scene()
      .room(id)
      .log.find(({ kind }) => kind === "proposal")?.payload ?? ""
  const held = await receiveProposal(device, group, fromBase64url(proposal))
  return (await receiveCommit(device, held, fromBase64url(commit), new Date())).next
}

describe("a device that is removed", () => {
  it("while somebody types does not read what is sent, and nobody has to do anything", async () => {
    const { platform, trust, leroy, nguyen, ready, room, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const lost = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "avant")
    await lost.conversationWith(leroy.id)
    await lost.texts(id, (texts) => texts.includes("avant"))
    const lostDevice = await deviceOf(lost, trust)
    const lostGroup = await stateOf(lost, id, trust)
    // The removal is in the log, but has not reached the one who types.
    const held: ServerFrame[] = []
    a.network.deliver = (frame) => {
      if (frame.type === "entry" || frame.type === "conversation") held.push(frame)
      return frame.type === "receipt" ? [frame] : []
    }
    b.setOffline(true)
    lost.network.offline = true
    await platform.delivery.revoked(lost.device)
    expect(kinds(id)).toEqual(["commit", "message", "proposal"])

    await a.say(id, "sans l’appareil perdu")
    await expect.poll(() => kinds(id)).toContain("commit")
    await expect
      .poll(() => kinds(id))
      .toEqual(["commit", "message", "proposal", "commit", "message"])
    b.setOffline(false)
    await b.texts(id, (texts) => texts.includes("sans l’appareil perdu"))

    const [removal, message] = room(id).log.slice(-2)
    const removed = await receiveProposalThenCommit(lostDevice, lostGroup, id, removal?.payload)
    expect(isMember(removed)).toBe(false)
    for (const group of [lostGroup, removed])
      await expect(
        receiveMessage(lostDevice, group, fromBase64url(message?.payload ?? "")),
      ).rejects.toThrow("invalid")
    const [line] = changes(
      await items(b, id, (list) => changes(list).some((c) => c.devicesRemoved.length > 0)),
    ).slice(-1)
    expect(line?.devicesRemoved).toEqual([{ practitionerId: nguyen.id, deviceId: lostDevice.id }])
  })

  it("is committed out by whoever is online, at once", async () => {
    const { leroy, nguyen, roux, ready, kinds, converged } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id, roux.id])
    await Promise.all([b, c].map((client) => client.conversationWith(leroy.id)))
    await c.session.devices.revoke(c.device)
    await expect.poll(() => kinds(id)).toEqual(["commit", "proposal", "commit"])
    for (const client of [a, b])
      await items(client, id, (list) => changes(list).some(({ left }) => left.includes(roux.id)))
    await converged(id, a, b)
    await a.say(id, "à deux")
    await b.texts(id, (texts) => texts.includes("à deux"))
  })

  it("is committed out once when two race for it: one wins, and both go on together", async () => {
    const { platform, leroy, nguyen, roux, ready, room, kinds, converged } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id, roux.id])
    await Promise.all([b, c].map((client) => client.conversationWith(leroy.id)))
    // Neither has heard of it: both learn it in the same moment, by the refusal of their messages.
    for (const client of [a, b]) client.network.deliver = () => []
    await platform.delivery.revoked(c.device)
    await Promise.all([a.say(id, "de Anne"), b.say(id, "de Minh")])
    await expect
      .poll(() => kinds(id))
      .toEqual(["commit", "proposal", "commit", "message", "message"])
    expect(room(id).epoch).toBe(2)
    for (const client of [a, b]) {
      client.network.deliver = (frame) => [frame]
      platform.disconnect(client.device)
      await client.texts(id, (texts) => texts.length === 2)
    }
    await converged(id, a, b)
  })

  it("goes with what somebody else commits meanwhile, even if that one had not heard of it", async () => {
    const { platform, leroy, nguyen, roux, ready, room } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id])
    await b.conversationWith(leroy.id)
    const b2 = await ready(nguyen)
    await b2.conversationWith(leroy.id)
    b.network.offline = true
    a.network.deliver = (frame) => (frame.type === "entry" ? [] : [frame])
    b2.network.deliver = () => []
    await platform.delivery.revoked(b.device)
    await a.session.conversations.addMembers(id, [roux.id])
    expect(await c.conversationWith(leroy.id)).toBe(id)
    const last = room(id).log.at(-1)
    expect(last?.kind).toBe("commit")
    await a.say(id, "bonjour Luc")
    await c.texts(id, (texts) => texts.includes("bonjour Luc"))
    expect(platform.delivery.view(a.device, id).members.map((m) => m.deviceId)).not.toContain(
      b.device,
    )
  })

  it("is proposed again after a device came in by itself, and still goes before any message", async () => {
    const { platform, leroy, nguyen, ready, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const lost = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    await lost.conversationWith(leroy.id)
    for (const client of [a, b, lost]) client.setOffline(true)
    await platform.delivery.revoked(lost.device)
    const b3 = await ready(nguyen)
    await b3.conversationWith(leroy.id)
    await b3.say(id, "depuis le nouveau")
    a.setOffline(false)
    await a.texts(id, (texts) => texts.includes("depuis le nouveau"))
    expect(kinds(id)).toEqual(["commit", "proposal", "commit", "proposal", "commit", "message"])
  })
})
