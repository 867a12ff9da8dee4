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
import { outboxKey, type PhotoToUpload, type StoredOutgoing } from "../store/tables"
import type { Committer } from "./committer"
import type { SyncContext } from "./context"
import { sentMessage } from "./entry"
import type { Groups } from "./groups"
import type { Log } from "./log"
import { settled } from "../attachment/settled"

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
    private readonly onUpload: (id: MessageId, sent: number, total: number) => void,
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
      const ready = all.filter((o) => o.failure === undefined && o.acceptedAs === undefined)
      for (const outgoing of ready) {
        if (waiting.has(outgoing.conversationId)) continue
        try {
          await this.#send(outgoing)
        } catch (cause) {
          waiting.add(outgoing.conversationId)
          failure = { cause }
        }
      }
    }
    if (failure) throw new CoreError("offline", failure)
  }

  async #send(outgoing: StoredOutgoing): Promise<void> {
    const age = this.context.now().getTime() - Date.parse(outgoing.writtenAt)
    if (age > EXPIRES_AFTER) return this.#fail(outgoing, "expired")
    try {
      const content = await this.#uploaded(outgoing)
      for (let attempt = 0; ; attempt++) {
        const encrypted = await this.#encrypted(outgoing, content, attempt > 0)
        if (!encrypted) return
        if (encrypted === "removal-first")
          await this.#commitRemoval(outgoing.conversationId, attempt)
        else if (await this.#post(encrypted, attempt)) return
      }
    } catch (error) {
      if (!(error instanceof ApiProblem) || isPassing(error)) throw error
      await this.#fail(outgoing, error.status === 413 ? "attachment-refused" : "refused")
    }
  }

  async #fail(outgoing: StoredOutgoing, failure: FailureCause): Promise<void> {
    const current = await this.context.store.read("outbox", outboxKey(outgoing))
    if (current) await this.context.store.write(this.#stored({ ...current, failure }))
  }

  /** The content to encrypt: a photo is uploaded first, and then known by its id. */
  async #uploaded(outgoing: StoredOutgoing): Promise<Content> {
    if (outgoing.content.type !== "photo-to-upload") return outgoing.content
    const draft = outgoing.content
    const id = await settled(this.context, () =>
      this.context.attachments.upload(outgoing.conversationId, draft.ciphertext, {
        known: draft.uploadId,
        onCreated: (uploadId) =>
          this.context.store.write(this.#stored({ ...outgoing, content: { ...draft, uploadId } })),
        onSent: (sent, total) => this.onUpload(outgoing.id, sent, total),
      }),
    )
    const content = withId(draft, { ...draft.photo, id })
    await this.context.store.write(this.#stored({ ...outgoing, content }))
    return content
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

  /** False when the epoch was over or had to be ended first: that is done by then, encrypt again. */
  async #post(outgoing: StoredOutgoing, attempt: number): Promise<boolean> {
    const { conversationId, content, encrypted, priority } = outgoing
    if (!encrypted) return false
    try {
      const { sequence } = await this.context.conversations.send(conversationId, {
        message: toBase64url(encrypted.message),
        priority,
        attachments: content.type === "photo" ? [content.photo.id] : [],
      })
      await this.#accepted(outgoing, sequence)
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.code === "commit-required") {
        await this.#commitRemoval(conversationId, attempt)
        return false
      }
      if (error.code !== "stale-epoch") throw error
      if (attempt >= EPOCH_ATTEMPTS) throw new CoreError("offline", { cause: error })
      await this.log.catchUp(conversationId)
      return false
    }
  }

  /** Unless the stream was faster and the message already stands in the timeline. */
  async #accepted(outgoing: StoredOutgoing, acceptedAs: number): Promise<void> {
    await this.context.serial.run(outgoing.conversationId, async () => {
      const current = await this.context.store.read("outbox", outboxKey(outgoing))
      if (current) await this.context.store.write(this.#stored({ ...current, acceptedAs }))
    })
    await this.#passed({ ...outgoing, acceptedAs })
  }

  #stored(outgoing: StoredOutgoing): readonly Change[] {
    return [put("outbox", outboxKey(outgoing), outgoing)]
  }

  /** Accepted messages whose log entry we have not seen: their conversations need a catch-up. */
  async unseen(): Promise<readonly ConversationId[]> {
    const accepted = async () =>
      (await this.context.store.list("outbox"))
        .map(([, outgoing]) => outgoing)
        .filter(({ acceptedAs }) => acceptedAs !== undefined)
    for (const outgoing of await accepted()) await this.#passed(outgoing)
    return [...new Set((await accepted()).map(({ conversationId }) => conversationId))]
  }

  /** A re-join jumps over log entries: an own message among them is known to stand there all the same. */
  #passed(outgoing: StoredOutgoing): Promise<void> {
    const { conversationId: id, acceptedAs = Infinity, writtenAt } = outgoing
    return this.context.serial.run(id, async () => {
      const { store } = this.context
      const current = await store.read("outbox", outboxKey(outgoing))
      const conversation = await store.read("conversation", id)
      const cursor = (await store.read("group", id))?.cursor ?? 0
      if (!current || !conversation || cursor < acceptedAs) return
      await store.write(sentMessage(this.context, conversation, current, acceptedAs, writtenAt))
    })
  }
}

/** Worth another try later without telling the person. */
function isPassing(problem: ApiProblem): boolean {
  return problem.status >= 500 || problem.status === 429 || problem.status === 401
}

function withId(
  draft: PhotoToUpload,
  photo: Extract<Content, { type: "photo" }>["photo"],
): Content {
  return { type: "photo", id: draft.id, sentAt: draft.sentAt, photo, caption: draft.caption }
}
