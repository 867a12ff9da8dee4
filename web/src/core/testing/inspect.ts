import type { Message, RosterChange, Timeline, TimelineItem } from "../conversation"
import { toBase64url } from "../encoding/base64url"
import type { ConversationId } from "../ids"
import { mlsDevice, type MlsDevice } from "../mls/device"
import { decodeGroup, epochAuthenticator, type Group } from "../mls/group"
import type { Trust } from "../mls/trust"
import { put } from "../store/store"
import { until, type Client } from "./client"

/** What tests look at behind the screens: timelines as data, states as stored. */
export async function items(
  client: Client,
  id: ConversationId,
  wanted: (items: readonly TimelineItem[]) => boolean,
): Promise<readonly TimelineItem[]> {
  const open = client.session.conversations.open(id)
  const timeline = await until(open.timeline, (t) => t !== undefined && wanted(t.items))
  open.close()
  return timeline?.items ?? []
}

export function changes(list: readonly TimelineItem[]): readonly RosterChange[] {
  return list.filter((item) => item.kind === "roster")
}

/** Our own message with this text. */
export function own(timeline: Timeline | undefined, text: string): Message | undefined {
  return timeline?.items
    .filter((item) => item.kind === "message")
    .find((item) => item.own && item.body.kind === "text" && item.body.text === text)
}

export async function deviceOf(client: Client, trust: Trust): Promise<MlsDevice> {
  const enrolled = await client.store.read("device", "self")
  const key = await client.store.deviceKey()
  if (!enrolled || !key) throw new Error("not enrolled")
  return mlsDevice(enrolled.id, key, enrolled.certificateChain, trust)
}

export async function stateOf(client: Client, id: ConversationId, trust: Trust): Promise<Group> {
  const stored = await client.store.read("group", id)
  if (!stored) throw new Error("no group")
  return decodeGroup(await deviceOf(client, trust), stored.state)
}

/** Makes the state unreadable for the next start. */
export async function damage(client: Client, id: ConversationId): Promise<void> {
  const stored = await client.store.read("group", id)
  if (!stored) throw new Error("no group")
  await client.store.write([put("group", id, { ...stored, state: new Uint8Array([1, 2, 3]) })])
}

/** How many different epochs these clients are in: one when all agree. */
export async function epochs(
  id: ConversationId,
  trust: Trust,
  members: readonly Client[],
): Promise<number> {
  const groups = await Promise.all(members.map((client) => stateOf(client, id, trust)))
  return new Set(groups.map((group) => toBase64url(epochAuthenticator(group)))).size
}
