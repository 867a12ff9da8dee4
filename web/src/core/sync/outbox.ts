import { ApiProblem } from "../api/problem"
import type { Content } from "../content/content"
import { encodeContent } from "../content/codec"
import type { FailureCause } from "../conversation"
import { CoreError } from "../coreError"
import { toBase64url } from "../encoding/base64url"
import { hex, sha256, uuidBytes } from "../encoding/bytes"
import type { ConversationId, MessageId } from "../ids"
import { heldRemovals } from "../mls/group"
import { encryptMessage } from "../mls/send"
import { put, remove, type Change } from "../store/store"
import { outboxKey, type StoredConversation, type StoredOutgoing } from "../store/tables"
import type { Committer } from "./committer"
import type { SyncContext } from "./context"
import { settle, unseen } from "./accepted"
import type { Groups } from "./groups"
import type { Log } from "./log"
import { moved, successorOf } from "./moving"
import { isClosed } from "./standing"
import { uploaded } from "./upload"

export type OutboxEvents = {
  readonly uploaded: (id: MessageId, sent: number, total: number) => void
  /** The server takes nothing for this conversation any more. */
  readonly closed: (id: ConversationId) => void
}

/** `moved`: it waits in another conversation now. */
type Step = "done" | "moved" | "waits"

const CLOSED = "conversation-closed"
const EXPIRES_AFTER = 24 * 3_600_000
const EPOCH_ATTEMPTS = 6
const REMOVAL_WAIT = 150

/**
 * Sends what was written, in order within each conversation, once the network allows. Each message is
 * encrypted once per epoch and sent with the same bytes until the server answers, which makes a
 * repetition harmless; it leaves the outbox when the log shows it.
 */
export class Outbox {
  #running: Promise<void> | undefined
  #again = false
  #lastOrder = 0

  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly log: Log,
    private readonly committer: Committer,
    private readonly events: OutboxEvents,
  ) {}

  async add(written: Omit<StoredOutgoing, "order">): Promise<void> {
    await this.context.store.write(this.#stored({ ...written, order: this.#nextOrder() }))
  }

  #nextOrder(): string {
    this.#lastOrder = Math.max(this.#lastOrder + 1, this.context.now().getTime() * 1_000)
    return this.#lastOrder.toString().padStart(17, "0")
  }

  /** Works through everything that can be sent. Rejects with `offline` when something could not. */
  flush(): Promise<void> {
    this.#again = true
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    return this.#running
  }

  async retry(id: MessageId): Promise<void> {
    await this.#amend(id, (outgoing) => [
      remove("outbox", outboxKey(outgoing)),
      ...this.#stored({
        ...outgoing,
        writtenAt: this.context.now().toISOString(),
        order: this.#nextOrder(),
        failure: undefined,
      }),
    ])
  }

  /** Only what was never accepted can be taken back. */
  async discard(id: MessageId): Promise<void> {
    await this.#amend(id, (outgoing) =>
      outgoing.acceptedAs === undefined ? [remove("outbox", outboxKey(outgoing))] : [],
    )
  }

  async #amend(id: MessageId, change: (outgoing: StoredOutgoing) => readonly Change[]) {
    const all = await this.context.store.list("outbox")
    const found = all.find(([, outgoing]) => outgoing.id === id)
    if (found) await this.context.store.write(change(found[1]))
  }

  /** What cannot go now holds back only what was written after it in the same conversation. */
  async #run(): Promise<void> {
    let failure: { readonly cause: unknown } | undefined
    while (this.#again) {
      this.#again = false
      const waiting = new Set<ConversationId>()
      const all = (await this.context.store.list("outbox")).map(([, outgoing]) => outgoing)
      const ready = all.filter((outgoing) => outgoing.acceptedAs === undefined).sort(byOrder)
      for (const outgoing of ready) {
        const { conversationId } = outgoing
        if (waiting.has(conversationId)) continue
        const conversation = await this.context.store.read("conversation", conversationId)
        let step: Step = "waits"
        try {
          step = await this.#step(outgoing, conversation)
        } catch (cause) {
          waiting.add(conversationId)
          failure = { cause }
        }
        if (step === "moved") this.#again = true
        if (step === "waits") waiting.add(conversationId)
        // Nothing overtakes what was written before it and is still on its way there.
        if (step !== "done" && conversation?.succeededBy) waiting.add(conversation.succeededBy)
      }
    }
    if (failure) throw new CoreError("offline", failure)
  }

  async #step(outgoing: StoredOutgoing, conversation?: StoredConversation): Promise<Step> {
    const closed = conversation?.active === true && isClosed(conversation)
    if (outgoing.failure !== undefined)
      return closed ? this.#move(outgoing, conversation).catch((): Step => "done") : "done"
    try {
      if (closed) return await this.#move(outgoing, conversation)
      const age = this.context.now().getTime() - Date.parse(outgoing.writtenAt)
      if (age <= EXPIRES_AFTER) return await this.#send(outgoing)
      await this.#fail(outgoing, "expired")
    } catch (error) {
      if (!(error instanceof ApiProblem) || isPassing(error)) throw error
      await this.#fail(outgoing, error.status === 413 ? "attachment-refused" : "refused")
    }
    return "done"
  }

  /** To the successor; what may have been accepted before is first asked for with the same bytes. */
  async #move(outgoing: StoredOutgoing, old: StoredConversation): Promise<Step> {
    if (outgoing.encrypted && (await this.#post(outgoing, 0)) !== "closed") return "done"
    const successor = await successorOf(this.context, old)
    if (!successor) return outgoing.failure === undefined ? "waits" : "done"
    await this.context.serial.run(old.id, async () => {
      const current = await this.context.store.read("outbox", outboxKey(outgoing))
      if (current) await this.context.store.write(moved(current, old, successor))
    })
    return "moved"
  }

  async #send(outgoing: StoredOutgoing): Promise<Step> {
    const content = await uploaded(this.context, outgoing, this.events.uploaded)
    for (let attempt = 0; ; attempt++) {
      const encrypted = await this.#encrypted(outgoing, content, attempt > 0)
      if (!encrypted) return "done"
      if (encrypted === "removal-first") await this.#commitRemoval(outgoing.conversationId, attempt)
      else {
        const outcome = await this.#post(encrypted, attempt)
        if (outcome === "accepted") return "done"
        if (outcome === "closed") {
          this.events.closed(outgoing.conversationId)
          return "waits"
        }
      }
    }
  }

  async #fail(outgoing: StoredOutgoing, failure: FailureCause): Promise<void> {
    const current = await this.context.store.read("outbox", outboxKey(outgoing))
    if (current) await this.context.store.write(this.#stored({ ...current, failure }))
  }

  /**
   * Encrypts unless it already was (`renew`: for an epoch that is over). State and bytes are stored
   * together. What the server wants removed goes first, or the removed would read this.
   */
  #encrypted(
    outgoing: StoredOutgoing,
    content: Content,
    renew: boolean,
  ): Promise<StoredOutgoing | "removal-first" | undefined> {
    const { context } = this
    const id = outgoing.conversationId
    return context.serial.run(id, async () => {
      const current = await context.store.read("outbox", outboxKey(outgoing))
      if (!current) return undefined
      if (current.encrypted && !renew) return current
      const live = await this.groups.load(id)
      const conversation = await context.store.read("conversation", id)
      if (!live || !conversation?.active) throw new ApiProblem(403, "not-a-member")
      if (live.broken) {
        this.log.report(id, live)
        throw new CoreError("offline")
      }
      if (heldRemovals(live.group).length > 0) return "removal-first"
      const plaintext = encodeContent(content)
      const { message, next } = await encryptMessage(
        context.device,
        live.group,
        plaintext,
        uuidBytes(outgoing.id),
      )
      const encrypted = { message, sha256: hex(await sha256(message)) }
      const updated: StoredOutgoing = { ...current, content, encrypted }
      await this.groups.save(id, { ...live, group: next }, this.#stored(updated))
      return updated
    })
  }

  /** Somebody has to. When it was not us, or the proposal is still on its way to us, a moment helps. */
  async #commitRemoval(id: ConversationId, attempt: number): Promise<void> {
    if (attempt >= EPOCH_ATTEMPTS) throw new CoreError("offline")
    if (attempt > 0) await this.context.sleep(REMOVAL_WAIT * attempt)
    try {
      await this.committer.commitHeld(id)
    } catch (cause) {
      throw new CoreError("offline", { cause })
    }
  }

  /** `again` when the epoch was over or had to be ended first: that is done by then, encrypt anew. */
  async #post(outgoing: StoredOutgoing, attempt: number): Promise<"accepted" | "again" | "closed"> {
    const { conversationId, content, encrypted, priority } = outgoing
    if (!encrypted) return "again"
    try {
      const { sequence } = await this.context.conversations.send(conversationId, {
        message: toBase64url(encrypted.message),
        priority,
        attachments: content.type === "photo" ? [content.photo.id] : [],
      })
      await this.#accepted(outgoing, sequence)
      return "accepted"
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.code === CLOSED) return "closed"
      if (error.code === "commit-required") {
        await this.#commitRemoval(conversationId, attempt)
        return "again"
      }
      if (error.code !== "stale-epoch") throw error
      if (attempt >= EPOCH_ATTEMPTS) throw new CoreError("offline", { cause: error })
      await this.log.catchUp(conversationId)
      return "again"
    }
  }

  /** Unless the stream was faster and the message already stands in the timeline. */
  async #accepted(outgoing: StoredOutgoing, acceptedAs: number): Promise<void> {
    await this.context.serial.run(outgoing.conversationId, async () => {
      const current = await this.context.store.read("outbox", outboxKey(outgoing))
      if (current) await this.context.store.write(this.#stored({ ...current, acceptedAs }))
    })
    await settle(this.context, { ...outgoing, acceptedAs })
  }

  #stored(outgoing: StoredOutgoing): readonly Change[] {
    return [put("outbox", outboxKey(outgoing), outgoing)]
  }

  /** Accepted messages whose log entry we have not seen: their conversations need a catch-up. */
  unseen(): Promise<readonly ConversationId[]> {
    return unseen(this.context)
  }
}

function byOrder(a: StoredOutgoing, b: StoredOutgoing): number {
  return a.order < b.order ? -1 : 1
}

/** Worth another try later without telling the person. */
function isPassing(problem: ApiProblem): boolean {
  return problem.status >= 500 || problem.status === 429 || problem.status === 401
}
