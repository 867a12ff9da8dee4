import { sealPhoto } from "../attachment/photo"
import type {
  OpenConversation,
  PhotoDraft,
  Priority,
  SendOptions,
  Timeline,
  TimelineItem,
} from "../conversation"
import { CoreError } from "../coreError"
import { newId, type ConversationId, type MessageId } from "../ids"
import { Subject } from "../observable"
import { put, remove, type Change } from "../store/store"
import type { StoredItem, StoredOutgoing } from "../store/tables"
import type { SyncContext } from "../sync/context"
import type { Engine } from "../sync/engine"
import type { ConversationModel } from "./conversationModel"
import { viewItem, viewOutgoing } from "./messageView"

const PAGE = 50
const DRAFT_DELAY = 300
const LONGEST_TEXT = 10_000

/** A conversation on screen: a window of its newest items that follows the store. */
export class TimelineModel implements OpenConversation {
  readonly timeline = new Subject<Timeline | undefined>(undefined)
  readonly #items = new Map<number, StoredItem>()
  #oldest: string | undefined
  #hasOlder = false
  #unreadFrom: number | undefined
  #draftTimer: ReturnType<typeof setTimeout> | undefined
  #pendingDraft: string | undefined
  readonly #unfollow: () => void

  constructor(
    readonly id: ConversationId,
    private readonly context: SyncContext,
    private readonly engine: Engine,
    private readonly model: ConversationModel,
  ) {
    this.#unfollow = model.onChange((changes) => this.#follow(changes))
    void this.#loadFirst()
  }

  async sendText(text: string, options: SendOptions = {}): Promise<MessageId> {
    if (text.trim() === "" || text.length > LONGEST_TEXT) throw new RangeError("text length")
    const id = newId<MessageId>()
    const sentAt = this.context.now().toISOString()
    const { situation } = options
    await this.#queue(id, sentAt, { type: "text", id, sentAt, situation, text }, options.priority)
    return id
  }

  async sendPhoto(photo: PhotoDraft, options: SendOptions = {}): Promise<MessageId> {
    const id = newId<MessageId>()
    const sentAt = this.context.now().toISOString()
    const sealed = await sealPhoto(this.context.attachments, photo, id, sentAt)
    await this.#queue(id, sentAt, { ...sealed, situation: options.situation }, options.priority)
    return id
  }

  async retry(message: MessageId): Promise<void> {
    await this.engine.outbox.retry(message)
    this.engine.flushSoon()
  }

  discard(message: MessageId): Promise<void> {
    return this.engine.outbox.discard(message)
  }

  markRead(upTo: number): void {
    void this.engine.receipts.read(this.id, upTo)
  }

  saveDraft(text: string): void {
    this.#pendingDraft = text
    clearTimeout(this.#draftTimer)
    this.#draftTimer = setTimeout(() => void this.#storeDraft(), DRAFT_DELAY)
  }

  async loadOlder(): Promise<void> {
    if (!this.#hasOlder) return
    await this.#loadPage()
    this.#publish()
  }

  close(): void {
    this.#unfollow()
    clearTimeout(this.#draftTimer)
    void this.#storeDraft()
  }

  async #queue(
    id: MessageId,
    writtenAt: string,
    content: StoredOutgoing["content"],
    priority: Priority = "routine",
  ): Promise<void> {
    if (!this.model.conversation(this.id)?.active) throw new CoreError("not-ready")
    const conversationId = this.id
    await this.engine.send({ id, conversationId, writtenAt, priority, content })
  }

  async #storeDraft(): Promise<void> {
    const text = this.#pendingDraft
    if (text === undefined) return
    this.#pendingDraft = undefined
    const conversation = this.model.conversation(this.id)
    const id = (conversation && this.model.successor(conversation)?.id) ?? this.id
    const change = text === "" ? remove("draft", id) : put("draft", id, { text })
    await this.context.store.write([change])
  }

  async #loadFirst(): Promise<void> {
    const conversation = this.model.conversation(this.id)
    if (conversation && conversation.unread > 0) this.#unreadFrom = conversation.readUpTo + 1
    await this.#loadPage()
    this.#publish()
  }

  async #loadPage(): Promise<void> {
    const page = await this.context.store.list("item", {
      prefix: `${this.id}/`,
      before: this.#oldest,
      limit: PAGE,
      newestFirst: true,
    })
    for (const [, item] of page) this.#items.set(item.sequence, item)
    this.#oldest = page.at(-1)?.[0] ?? this.#oldest
    this.#hasOlder = page.length === PAGE
  }

  #follow(changes: readonly Change[]): void {
    for (const change of changes)
      if (change.table === "item" && "put" in change && this.#isOurs(change.key))
        this.#items.set(change.put.sequence, change.put)
    if (this.timeline.get()) this.#publish()
  }

  #isOurs(key: string): boolean {
    return key.startsWith(`${this.id}/`) && (this.#oldest === undefined || key >= this.#oldest)
  }

  #publish(): void {
    const { context, model } = this
    const conversation = model.conversation(this.id)
    if (!conversation) return
    const accepted = [...this.#items.values()].sort((a, b) => a.sequence - b.sequence)
    const waiting = model.outgoing(this.id)
    const items: TimelineItem[] = [
      ...accepted.map((item) => viewItem(item, conversation, context.self)),
      ...waiting.map((o) => viewOutgoing(o, context.self, context.device.id, model.upload(o.id))),
    ]
    this.timeline.set({
      conversation: model.summary(conversation),
      items,
      hasOlder: this.#hasOlder,
      unreadFrom: this.#unreadFrom,
    })
  }
}
