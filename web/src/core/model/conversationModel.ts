import type { ConversationList, ConversationSummary, Member } from "../conversation"
import type { ConversationId, DeviceId, MessageId, PractitionerId } from "../ids"
import { Subject } from "../observable"
import type { ObservedStore } from "../store/observedStore"
import type { Change } from "../store/store"
import {
  outboxKey,
  type StoredBinding,
  type StoredConversation,
  type StoredMember,
  type StoredOutgoing,
} from "../store/tables"
import { isClosed } from "../sync/standing"
import { viewItem, viewOutgoing, type UploadState } from "./messageView"
import type { People } from "./people"

/**
 * The list of conversations in memory, following the store: every durable change shows at once, and
 * nothing shows that is not durable.
 */
export class ConversationModel {
  readonly list = new Subject<ConversationList>({ items: [], loaded: false })
  readonly #conversations = new Map<ConversationId, StoredConversation>()
  readonly #outbox = new Map<string, StoredOutgoing>()
  readonly #drafts = new Map<string, string>()
  /** Devices whose key should stand in the public log and does not. */
  readonly #unproven = new Set<string>()
  readonly #uploads = new Map<MessageId, UploadState>()
  readonly #creating = new Set<string>()
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()
  #scheduled = false

  constructor(
    private readonly store: ObservedStore,
    private readonly people: People,
    private readonly self: PractitionerId,
    private readonly device: DeviceId,
  ) {}

  async load(): Promise<void> {
    await this.people.load()
    this.store.onWrite((changes) => this.#follow(changes))
    for (const [id, conversation] of await this.store.list("conversation"))
      this.#conversations.set(id as ConversationId, conversation)
    for (const [key, outgoing] of await this.store.list("outbox")) this.#outbox.set(key, outgoing)
    for (const [id, { standing }] of await this.store.list("binding"))
      if (isUnproven(standing)) this.#unproven.add(id)
    for (const [id, { text }] of await this.store.list("draft")) this.#drafts.set(id, text)
    for (const [id, { creation }] of await this.store.list("commit"))
      if (creation) this.#creating.add(id)
    this.#publish()
  }

  /** Called after each change with what was written. */
  onChange(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  conversation(id: ConversationId): StoredConversation | undefined {
    return this.#conversations.get(id)
  }

  all(): readonly StoredConversation[] {
    return [...this.#conversations.values()]
  }

  /** In order of writing. */
  outgoing(id: ConversationId): readonly StoredOutgoing[] {
    return [...this.#outbox.values()]
      .filter(({ conversationId }) => conversationId === id)
      .sort((a, b) => (outboxKey(a) < outboxKey(b) ? -1 : 1))
  }

  upload(id: MessageId): UploadState | undefined {
    return this.#uploads.get(id)
  }

  uploadMoved(id: MessageId, sent: number, total: number): void {
    this.#uploads.set(id, { sent, total })
    for (const listener of [...this.#listeners]) listener([])
  }

  /** The conversation that this one goes on in, once it is here. */
  successor({ id }: StoredConversation): StoredConversation | undefined {
    return this.all().find(
      (one) => one.succeeds === id && one.active && !this.#creating.has(one.id),
    )
  }

  summary(conversation: StoredConversation): ConversationSummary {
    const { id, kind, active, unread, unreadUrgent, createdAt, succeeds, admins } = conversation
    const stored = succeeds && this.#conversations.get(succeeds)
    const previous = stored && this.summary(stored)
    const next = this.successor(conversation)?.id
    const closed = isClosed(conversation)
    const members = this.#persons(conversation.members)
    const present = new Set(members.map(({ practitionerId }) => practitionerId))
    const waiting = this.outgoing(id)
    const newest = waiting.at(-1)
    const shown = newest
      ? viewOutgoing(newest, this.self, this.device, this.upload(newest.id))
      : conversation.last
        ? viewItem(conversation.last, conversation, this.self)
        : previous?.last
    return {
      id,
      kind,
      members,
      former: this.#persons(conversation.formerMembers).filter(
        ({ practitionerId }) => !present.has(practitionerId),
      ),
      unread: unread + (previous?.unread ?? 0),
      unreadUrgent: unreadUrgent + (previous?.unreadUrgent ?? 0),
      failed: waiting.filter(({ failure }) => failure !== undefined).length,
      last: shown,
      draft: this.#drafts.get(id),
      at: shown?.at ?? createdAt,
      active,
      renewing: active && closed && next === undefined,
      previous: previous && { id: previous.id, unread: previous.unread },
      next,
      admins,
      renewable: active && !closed && (kind === "direct" || admins?.includes(this.self) === true),
    }
  }

  #persons(devices: readonly StoredMember[]): readonly Member[] {
    const byPerson = new Map<PractitionerId, Member>()
    for (const { practitionerId, nationalId, deviceId } of devices) {
      const known = byPerson.get(practitionerId)
      byPerson.set(practitionerId, {
        practitionerId,
        practitioner: this.people.get(practitionerId, nationalId),
        me: practitionerId === this.self,
        deviceCount: (known?.deviceCount ?? 0) + 1,
        unprovenDevices: (known?.unprovenDevices ?? 0) + (this.#unproven.has(deviceId) ? 1 : 0),
      })
    }
    return [...byPerson.values()]
  }

  #follow(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change)
    for (const listener of [...this.#listeners]) listener(changes)
    this.#schedule()
  }

  #apply(change: Change): void {
    const value = "put" in change ? change.put : undefined
    switch (change.table) {
      case "conversation":
        replace(this.#conversations, change.key as ConversationId, value as StoredConversation)
        return
      case "outbox":
        replace(this.#outbox, change.key, value as StoredOutgoing | undefined)
        return
      case "draft":
        replace(this.#drafts, change.key, (value as { text: string } | undefined)?.text)
        return
      case "commit":
        if ((value as { creation?: unknown } | undefined)?.creation) this.#creating.add(change.key)
        else this.#creating.delete(change.key)
        return
      case "binding":
        if (isUnproven((value as StoredBinding | undefined)?.standing))
          this.#unproven.add(change.key)
        else this.#unproven.delete(change.key)
        return
      case "person":
        if ("put" in change) this.people.remember(change.put)
        return
      case "device":
      case "log":
      case "group":
      case "join":
      case "item":
      case "keyPackage":
      case "card":
      case "contact":
      case "cursor":
      case "receipt":
    }
  }

  /** A burst of writes (catching up) makes one new list. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setTimeout(() => {
      this.#scheduled = false
      this.#publish()
    }, 0)
  }

  #publish(): void {
    const all = this.all()
      .filter(({ id }) => !this.#creating.has(id))
      .map((conversation) => this.summary(conversation))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
    const items = all.filter(({ next }) => next === undefined)
    const previous = all.filter(({ next }) => next !== undefined)
    this.list.set({ items, previous, loaded: true })
  }
}

/** A device whose key was revoked has no business in a conversation either. */
function isUnproven(standing: StoredBinding["standing"] | undefined): boolean {
  return (
    standing === "unlogged" ||
    standing === "refuted" ||
    standing === "forged" ||
    standing === "revoked"
  )
}

function replace<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
