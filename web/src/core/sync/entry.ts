import type { WireEntry } from "../api/wire"
import { decodeContent } from "../content/codec"
import { fromBase64url } from "../encoding/base64url"
import { hex, sameBytes, sha256, uuidBytes, type Bytes } from "../encoding/bytes"
import { newId, type MessageId, type PractitionerId } from "../ids"
import { adopt } from "../mls/commit"
import { MlsFailure } from "../mls/failure"
import { decodeGroup, epoch, isMember, members, type Group } from "../mls/group"
import {
  commitEpoch,
  receiveCommit,
  receiveMessage,
  receiveProposal,
  type ReceivedCommit,
} from "../mls/receive"
import { put, remove, type Change } from "../store/store"
import {
  itemKey,
  outboxKey,
  type StoredConversation,
  type StoredItem,
  type StoredMessage,
  type StoredOutgoing,
} from "../store/tables"
import type { SyncContext } from "./context"
import { broken, type FollowedGroup, type LiveGroup } from "./groups"
import { missedBy } from "./missed"
import { describeChange, memberOf, rosterOf, serverView, withMembers } from "./roster"

/** The outcome of one log entry: the next state and everything to store with it. */
export type Applied = { readonly next: LiveGroup; readonly changes: readonly Change[] }

/**
 * Applies the entry that follows the cursor. Never throws on what the entry contains: a message that
 * cannot be read becomes a visible gap, a commit that cannot be followed breaks the group before it.
 */
export async function applyEntry(
  context: SyncContext,
  live: FollowedGroup,
  conversation: StoredConversation,
  entry: WireEntry,
): Promise<Applied> {
  const payload = fromBase64url(entry.payload)
  const cursor = entry.sequence
  switch (entry.kind) {
    case "commit":
      return applyCommit(context, { ...live, cursor }, conversation, entry, payload)
    case "message":
      return applyMessage(context, { ...live, cursor }, conversation, entry, payload)
    case "proposal":
      return applyProposal(context, { ...live, cursor }, payload)
  }
}

/** One that is not sound nobody can commit, so it does no harm to pass it by. */
async function applyProposal(
  context: SyncContext,
  live: FollowedGroup,
  payload: Bytes,
): Promise<Applied> {
  try {
    const group = await receiveProposal(context.device, live.group, payload)
    return { next: { ...live, group }, changes: [] }
  } catch (error) {
    if (!(error instanceof MlsFailure)) throw error
    return { next: live, changes: [] }
  }
}

async function applyMessage(
  context: SyncContext,
  live: FollowedGroup,
  conversation: StoredConversation,
  entry: WireEntry,
  payload: Bytes,
): Promise<Applied> {
  if (entry.senderDeviceId === context.device.id) {
    const changes = await ownMessage(context, conversation, entry, payload)
    return { next: live, changes }
  }
  const { group, message } = await readMessage(context, live, conversation, entry, payload)
  const unread = message.sequence > conversation.readUpTo && !message.own ? 1 : 0
  const urgent = message.priority === "urgent" ? unread : 0
  const updated = {
    ...conversation,
    last: message,
    unread: conversation.unread + unread,
    unreadUrgent: conversation.unreadUrgent + urgent,
  }
  const lost = message.content.type === "unavailable" && message.content.cause === "undecryptable"
  const unreadable = live.unreadable ?? (lost ? entry.sequence : undefined)
  return { next: { ...live, group, unreadable }, changes: storeItem(updated, message) }
}

/** Our own message cannot be decrypted: it is recognised by its bytes and taken from the outbox. */
async function ownMessage(
  context: SyncContext,
  conversation: StoredConversation,
  entry: WireEntry,
  payload: Bytes,
): Promise<readonly Change[]> {
  const digest = hex(await sha256(payload))
  const waiting = await context.store.list("outbox", { prefix: `${conversation.id}/` })
  const sent = waiting.find(([, outgoing]) => outgoing.encrypted?.sha256 === digest)?.[1]
  return sent ? sentMessage(context, conversation, sent, entry.sequence, entry.acceptedAt) : []
}

/** From the outbox into the timeline. */
export function sentMessage(
  context: SyncContext,
  conversation: StoredConversation,
  sent: StoredOutgoing,
  sequence: number,
  at: string,
): readonly Change[] {
  if (sent.content.type === "photo-to-upload") return []
  const item: StoredMessage = {
    kind: "message",
    id: sent.id,
    conversationId: conversation.id,
    sequence,
    sender: context.self,
    senderDevice: context.device.id,
    own: true,
    at,
    priority: sent.priority,
    content: sent.content,
  }
  const { last } = conversation
  const newest = last && last.sequence > sequence ? last : item
  return [...storeItem({ ...conversation, last: newest }, item), remove("outbox", outboxKey(sent))]
}

async function readMessage(
  context: SyncContext,
  live: FollowedGroup,
  conversation: StoredConversation,
  entry: WireEntry,
  payload: Bytes,
): Promise<{ readonly group: Group; readonly message: StoredMessage }> {
  const claimed = memberOf(conversation, entry.senderDeviceId)?.practitionerId
  const base = {
    kind: "message",
    conversationId: conversation.id,
    sequence: entry.sequence,
    at: entry.acceptedAt,
    priority: entry.priority,
  } as const
  try {
    const received = await receiveMessage(context.device, live.group, payload)
    const sender = memberOf(conversation, received.sender.deviceId)
    const content = decodeContent(received.plaintext)
    // The clear header must be the one the sender signed, and the author one we can name.
    const id = content && "id" in content ? content.id : undefined
    const sound = id === undefined || sameBytes(received.aad, uuidBytes(id))
    if (!sender || !content || !sound) throw new MlsFailure("invalid")
    return {
      group: received.next,
      message: {
        ...base,
        id: id ?? newId<MessageId>(),
        sender: sender.practitionerId,
        senderDevice: sender.deviceId,
        own: sender.practitionerId === context.self,
        content:
          content.type === "unknown" ? { type: "unavailable", cause: "unknown-format" } : content,
      },
    }
  } catch (error) {
    if (!(error instanceof MlsFailure)) throw error
    return {
      group: live.group,
      message: {
        ...base,
        id: newId<MessageId>(),
        sender: claimed ?? ("" as PractitionerId),
        senderDevice: entry.senderDeviceId,
        own: claimed === context.self,
        content: { type: "unavailable", cause: "undecryptable" },
      },
    }
  }
}

async function applyCommit(
  context: SyncContext,
  live: FollowedGroup,
  conversation: StoredConversation,
  entry: WireEntry,
  payload: Bytes,
): Promise<Applied> {
  const pending = await context.store.read("commit", conversation.id)
  const dropped = pending ? [remove("commit", conversation.id)] : []
  let group: Group
  let received: ReceivedCommit | undefined
  try {
    if (pending?.sha256 === hex(await sha256(payload))) {
      group = adopt(decodeGroup(context.device, pending.next), live.group)
    } else {
      const at = new Date(entry.acceptedAt)
      const places = await placesIn(context, conversation)
      received = await receiveCommit(context.device, live.group, payload, at, places)
      group = received.next
    }
  } catch (error) {
    if (!(error instanceof MlsFailure)) throw error
    const noted = toReport(context, live.group, conversation, entry, payload)
    const next = broken({ ...live, cursor: entry.sequence - 1 })
    return { next, changes: [...dropped, ...noted] }
  }
  const active = isMember(group)
  const known = [...conversation.members, ...conversation.formerMembers, ...(pending?.added ?? [])]
  const roster = await rosterOf(context, group, known, () => serverView(context, conversation.id))
  const again = received?.external?.again === true ? received.sender.deviceId : undefined
  // Of one that goes on from another, the people are those of the other.
  const founding = entry.sequence === 1 && conversation.succeeds !== undefined
  const change = describeChange(founding ? roster : conversation.members, roster, {
    by: memberOf(conversation, entry.senderDeviceId)?.practitionerId ?? context.self,
    sequence: entry.sequence,
    at: entry.acceptedAt,
    again,
  })
  const before = new Set((await members(context.device, live.group)).map((m) => m.deviceId))
  const newcomers = roster.filter(({ deviceId }) => !before.has(deviceId) || deviceId === again)
  // Whoever is put out may have been revoked: then the log says so, for every other conversation.
  const gone = conversation.members.filter(
    (one) => !roster.some((m) => m.deviceId === one.deviceId),
  )
  void context.deviceLog.doubt(gone.map(({ deviceId }) => deviceId)).catch(() => undefined)
  const updated = {
    ...withMembers(conversation, roster),
    missed: missedBy(conversation, newcomers, entry.sequence, received?.external?.missedAfter),
    active,
    last: change ?? conversation.last,
  }
  return {
    next: { ...live, group },
    changes: [...dropped, ...storeItem(updated, change)],
  }
}

/** Who was in the conversation that this one goes on from and could not be brought along then. */
async function placesIn(
  { store }: SyncContext,
  { succeeds, members, formerMembers }: StoredConversation,
): Promise<ReadonlySet<string>> {
  const old = succeeds && (await store.read("conversation", succeeds))
  const seen = new Set([...members, ...formerMembers].map(({ nationalId }) => nationalId))
  const people = old ? old.members.map(({ nationalId }) => nationalId) : []
  return new Set(people.filter((nationalId) => !seen.has(nationalId)))
}

/**
 * To be told to the server, once for each commit: that it cannot be processed. Not when it is our own,
 * nor when our state is of another epoch than the log: then the fault is here.
 */
function toReport(
  context: SyncContext,
  group: Group,
  conversation: StoredConversation,
  { sequence, senderDeviceId }: WireEntry,
  payload: Bytes,
): readonly Change[] {
  const own = senderDeviceId === context.device.id
  const elsewhere = commitEpoch(payload) !== epoch(group)
  const known = sequence <= (conversation.report?.sequence ?? 0)
  if (own || elsewhere || known) return []
  const report = { sequence, told: false }
  return [put("conversation", conversation.id, { ...conversation, report })]
}

function storeItem(conversation: StoredConversation, item?: StoredItem): readonly Change[] {
  const record = put("conversation", conversation.id, conversation)
  if (!item) return [record]
  return [record, put("item", itemKey(conversation.id, item.sequence), item)]
}
