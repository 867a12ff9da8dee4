import type { WireWelcome } from "../api/wire"
import { fromBase64url } from "../encoding/base64url"
import { externalSenders, sameSenders } from "../mls/externalSenders"
import { MlsFailure } from "../mls/failure"
import { groupId, type Group } from "../mls/group"
import { join, welcomeRefs } from "../mls/receive"
import { put, remove, type Change } from "../store/store"
import { itemKey, type StoredConversation, type StoredMember } from "../store/tables"
import type { SyncContext } from "./context"
import type { DeliveryKey } from "./deliveryKey"
import type { Groups } from "./groups"
import type { Log } from "./log"
import { rosterOf, withMembers } from "./roster"
import { standingOf } from "./standing"

/** Joins the groups this device was added to. */
export class Welcomes {
  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly log: Log,
    private readonly deliveryKey: DeliveryKey,
  ) {}

  async fetch(): Promise<void> {
    for (const welcome of await this.context.conversations.welcomes()) await this.receive(welcome)
  }

  /**
   * Stores group, roster and the used-up key package in one transaction, then drops the welcome at
   * the server. One that cannot be opened is dropped too: the device then joins by itself.
   */
  async receive(wire: WireWelcome): Promise<void> {
    const id = wire.conversationId
    const joined = await this.context.serial.run(id, async () => {
      const live = await this.groups.load(id)
      if (live && live.cursor >= wire.sequence) return false
      const opened = await this.#open(wire)
      if (!opened) return false
      const { group, changes } = opened
      const next = { group, cursor: wire.sequence, broken: false } as const
      await this.groups.save(id, next, [...changes, ...(await this.#describe(wire, group))])
      this.log.report(id, next)
      return true
    })
    await this.context.conversations.dropWelcome(wire.id)
    if (joined) await this.log.catchUp(id)
  }

  async #open(
    wire: WireWelcome,
  ): Promise<{ readonly group: Group; readonly changes: readonly Change[] } | undefined> {
    try {
      const welcome = fromBase64url(wire.welcome)
      for (const ref of welcomeRefs(welcome)) {
        const own = await this.context.store.read("keyPackage", ref)
        if (!own) continue
        const group = await join(this.context.device, welcome, { ref, ...own })
        if (groupId(group) !== wire.conversationId) return undefined
        const expected = await this.deliveryKey.senders()
        if (!sameSenders(externalSenders(group), expected)) return undefined
        // Forward secrecy: a used key package must not open anything again.
        return { group, changes: own.lastResort ? [] : [remove("keyPackage", ref)] }
      }
    } catch (error) {
      if (!(error instanceof MlsFailure || error instanceof TypeError)) throw error
    }
    return undefined
  }

  async #describe(wire: WireWelcome, group: Group): Promise<readonly Change[]> {
    const { context } = this
    const id = wire.conversationId
    const server = await context.conversations.conversation(id)
    const before = await context.store.read("conversation", id)
    const known = before ? [...before.members, ...before.formerMembers] : []
    const members = await rosterOf(context, group, known, async () => server)
    const fresh: StoredConversation = {
      id,
      kind: server.kind,
      createdAt: server.createdAt,
      members,
      formerMembers: [],
      receipts: server.receipts,
      readUpTo: wire.sequence,
      unread: 0,
      unreadUrgent: 0,
      active: true,
    }
    const conversation = before ? { ...withMembers(before, members), active: true } : fresh
    const standing = standingOf(server)
    // Of one that goes on from another, nobody needs to be told who is in.
    if (server.succeeds !== undefined && wire.sequence === 1)
      return [put("conversation", id, { ...conversation, ...standing })]
    const item = joinedItem(wire.sequence, before?.createdAt ?? server.createdAt, members, context)
    return [
      put("conversation", id, { ...conversation, ...standing, last: item }),
      put("item", itemKey(id, wire.sequence), item),
    ]
  }
}

function joinedItem(
  sequence: number,
  at: string,
  members: readonly StoredMember[],
  context: SyncContext,
) {
  const people = [...new Set(members.map((m) => m.practitionerId))]
  const others = people.filter((p) => p !== context.self)
  return {
    kind: "roster",
    id: `roster-${sequence}`,
    sequence,
    at,
    by: others[0] ?? context.self,
    joined: people,
    left: [],
    devicesAdded: [],
    devicesRemoved: [],
  } as const
}
