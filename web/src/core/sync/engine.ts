import type { ServerFrame, WireConversation } from "../api/wire"
import type { ConversationId, MessageId, PractitionerId } from "../ids"
import { members as groupMembers, type Group } from "../mls/group"
import { put } from "../store/store"
import type { StoredOutgoing } from "../store/tables"
import { Committer } from "./committer"
import type { SyncContext } from "./context"
import { createConversation } from "./creation"
import { DeliveryKey } from "./deliveryKey"
import { Groups } from "./groups"
import { invite } from "./invitation"
import { KeyPackagePool } from "./keyPackagePool"
import { Log } from "./log"
import { Outbox } from "./outbox"
import { Receipts } from "./receipts"
import { Rejoin } from "./rejoin"
import { Stream, type StreamOptions } from "./stream"
import { Welcomes } from "./welcomes"

export type EngineOptions = Omit<
  StreamOptions,
  "deviceId" | "resume" | "beforeConnect" | "onFrame"
> & {
  readonly onUpload?: (id: MessageId, sent: number, total: number) => void
}

/** So that not every device that is online commits a removal at the same moment. */
const REMOVAL_SPREAD = 400
const REMOVAL_ROUNDS = 3
/** While the connection stands but a service refuses for the moment. */
const RETRY_AFTER = 10_000

/** Keeps the local store and the server in step: the one place that knows how the parts work together. */
export class Engine {
  readonly stream: Stream
  readonly receipts: Receipts
  readonly outbox: Outbox
  readonly log: Log
  readonly committer: Committer
  readonly #groups: Groups
  readonly #welcomes: Welcomes
  readonly #pool: KeyPackagePool
  readonly #deliveryKey: DeliveryKey
  readonly #rejoin: Rejoin
  readonly #removing = new Set<ConversationId>()
  readonly #unacknowledged = new Map<ConversationId, number>()
  #running: Promise<void> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(
    private readonly context: SyncContext,
    options: EngineOptions,
  ) {
    this.#groups = new Groups(context)
    this.log = new Log(context, this.#groups, {
      delivered: (id, sequence) => this.#delivered(id, sequence),
      held: (id) => void this.#removeSoon(id),
      lost: (id) => this.#rejoinSoon(id),
    })
    this.#deliveryKey = new DeliveryKey(context)
    this.#welcomes = new Welcomes(context, this.#groups, this.log, this.#deliveryKey)
    this.#rejoin = new Rejoin(context, this.#groups, this.log, this.#deliveryKey)
    this.#pool = new KeyPackagePool(context)
    this.receipts = new Receipts(context)
    this.committer = new Committer(context, this.#groups, this.log)
    const onUpload = options.onUpload ?? (() => undefined)
    this.outbox = new Outbox(context, this.#groups, this.log, this.committer, onUpload)
    this.stream = new Stream({
      ...options,
      deviceId: context.device.id,
      resume: async () => (await context.store.read("cursor", "stream"))?.resume,
      beforeConnect: () => this.catchUp(),
      onFrame: (frame) => this.#onFrame(frame),
    })
  }

  start(): void {
    this.#running ??= this.stream.run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    this.receipts.stop()
    this.#rejoin.stop()
    this.stream.stop()
    await this.#running
  }

  /** Everything that plain HTTP can bring up to date; also the whole of a background wake-up. */
  async catchUp(): Promise<void> {
    await this.#pool.replenish()
    await this.#welcomes.fetch()
    await this.committer.resumeAll()
    const known = await this.context.store.list("conversation")
    const visible = await this.context.conversations.conversations()
    for (const conversation of visible) await this.#refresh(conversation)
    // Those made since the list was asked for are not on it, and yet here to stay.
    await this.#retire(known, new Set(visible.map(({ id }) => id)))
    await this.#findLost(visible.map(({ id }) => id))
    // What cannot be sent for the moment must not keep away what comes in.
    await this.outbox.flush().catch(() => this.#flushLater())
    for (const id of await this.outbox.unseen()) await this.log.catchUp(id)
    await this.receipts.flush()
    await this.#flushDelivered()
  }

  /** Queues; the network part runs behind. */
  async send(outgoing: Omit<StoredOutgoing, "order">): Promise<void> {
    await this.outbox.add(outgoing)
    this.flushSoon()
  }

  /** A failure is no news here: the next connection flushes again, and so do we in a while. */
  flushSoon(): void {
    this.outbox
      .flush()
      .then(async () => {
        if (this.stream.connection.get().kind === "online") return
        for (const id of await this.outbox.unseen()) await this.log.catchUp(id)
      })
      .catch(() => this.#flushLater())
  }

  #flushLater(): void {
    clearTimeout(this.#retry)
    if (!this.#stopped) this.#retry = setTimeout(() => this.flushSoon(), RETRY_AFTER)
  }

  create(
    kind: "direct" | "group",
    practitioners: readonly PractitionerId[],
  ): Promise<ConversationId> {
    const { context } = this
    return createConversation(
      context,
      this.#groups,
      this.committer,
      this.#deliveryKey,
      kind,
      practitioners,
    )
  }

  async add(id: ConversationId, practitioners: readonly PractitionerId[]): Promise<void> {
    await this.committer.change(id, async (group) => {
      const present = await this.#devicesOf(group)
      const invited = await invite(this.context, practitioners)
      const add = invited.filter(({ member }) => !present.has(member.deviceId))
      return add.length === 0 ? undefined : { add, remove: [] }
    })
  }

  async removePerson(id: ConversationId, practitioner: PractitionerId): Promise<void> {
    await this.committer.change(id, async (group) => {
      const conversation = await this.context.store.read("conversation", id)
      const devices = new Set(
        conversation?.members
          .filter((m) => m.practitionerId === practitioner)
          .map((m) => m.deviceId),
      )
      const leaves = await groupMembers(this.context.device, group)
      const remove = leaves.filter(({ deviceId }) => devices.has(deviceId))
      return remove.length === 0 ? undefined : { add: [], remove }
    })
  }

  async #devicesOf(group: Group) {
    return new Set((await groupMembers(this.context.device, group)).map((m) => m.deviceId))
  }

  async #onFrame(frame: ServerFrame): Promise<void> {
    switch (frame.type) {
      case "entry":
        return this.log.receive(frame)
      case "welcome":
        return this.#welcomes.receive(frame)
      case "receipt":
        return this.receipts.receive(frame.conversationId, [frame])
      case "conversation":
        return this.#onRoster(frame.conversationId)
      case "caught-up":
        await this.context.store.write([put("cursor", "stream", { resume: frame.resume })])
        await this.#flushDelivered()
        this.flushSoon()
        return
      case "ready":
      case "ping":
    }
  }

  async #onRoster(id: ConversationId): Promise<void> {
    const { store, conversations } = this.context
    if (await store.read("group", id)) await this.#refresh(await conversations.conversation(id))
    else if ((await this.#joinable()).includes(id)) this.#rejoinSoon(id)
  }

  /** What this device should be able to read and cannot, and what it should commit for the others. */
  async #findLost(visible: readonly ConversationId[]): Promise<void> {
    const { store } = this.context
    const without = async () => {
      const groups = new Set((await store.list("group")).map(([id]) => id))
      return visible.filter((id) => !groups.has(id))
    }
    // One we were added to since we last looked has its welcome by now.
    if ((await without()).length > 0) await this.#welcomes.fetch()
    for (const id of await without()) this.#rejoinSoon(id)
    for (const id of await this.#rejoin.unfinished()) this.#rejoinSoon(id)
    for (const id of await this.#joinable()) this.#rejoinSoon(id)
    for (const [key, group] of await store.list("group")) {
      const id = key as ConversationId
      if (group.held) void this.#removeSoon(id)
      if (group.broken || group.unreadable !== undefined) this.#rejoinSoon(id)
    }
  }

  async #joinable(): Promise<readonly ConversationId[]> {
    return (await this.context.conversations.joinable()).map(({ id }) => id)
  }

  /** In the background: one conversation must not keep the others waiting. Tried again on its next news. */
  #rejoinSoon(id: ConversationId): void {
    this.#rejoin
      .run(id)
      .then(async (joined) => {
        if (!joined || this.#stopped) return
        await this.#flushDelivered()
        await this.receipts.flush()
        await this.outbox.unseen()
        this.flushSoon()
      })
      .catch(() => undefined)
  }

  /** After a random moment, unless another device's commit came first. Tried again by the next start. */
  async #removeSoon(id: ConversationId): Promise<void> {
    if (this.#removing.has(id)) return
    this.#removing.add(id)
    try {
      // More may have come while one was being committed.
      for (let round = 0; round < REMOVAL_ROUNDS; round++) {
        await this.context.sleep(Math.random() * REMOVAL_SPREAD)
        if (this.#stopped) return
        await this.committer.commitHeld(id)
        if ((await this.context.store.read("group", id))?.held !== true) return
      }
    } catch {
      // Whoever sends next commits first; so does the next connection.
    } finally {
      this.#removing.delete(id)
    }
  }

  async #refresh(server: WireConversation): Promise<void> {
    const cursor = (await this.context.store.read("group", server.id))?.cursor
    if (cursor === undefined) return
    if (server.lastSequence > cursor) await this.log.catchUp(server.id)
    await this.receipts.receive(server.id, server.receipts)
  }

  /** Conversations the server no longer shows us: we were removed, even if we never see the commit. */
  async #retire(
    known: readonly (readonly [
      string,
      { readonly id: ConversationId; readonly active: boolean },
    ])[],
    visible: ReadonlySet<ConversationId>,
  ): Promise<void> {
    for (const [, { id, active }] of known) {
      if (!active || visible.has(id)) continue
      await this.context.serial.run(id, async () => {
        const conversation = await this.context.store.read("conversation", id)
        if (conversation)
          await this.context.store.write([
            put("conversation", id, { ...conversation, active: false }),
          ])
      })
    }
  }

  /** Only after the entry is durable here: delivered means it cannot be lost any more. */
  #delivered(id: ConversationId, sequence: number): void {
    if (!this.stream.acknowledge(id, sequence)) this.#unacknowledged.set(id, sequence)
  }

  async #flushDelivered(): Promise<void> {
    for (const [id, deliveredUpTo] of [...this.#unacknowledged]) {
      await this.context.conversations.receipt(id, { deliveredUpTo })
      if (this.#unacknowledged.get(id) === deliveredUpTo) this.#unacknowledged.delete(id)
    }
  }
}
