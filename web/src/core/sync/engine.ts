import type { ServerFrame, WireConversation } from "../api/wire"
import type { ConversationId, MessageId, PractitionerId } from "../ids"
import { members as groupMembers, type Group } from "../mls/group"
import { put } from "../store/store"
import type { StoredOutgoing } from "../store/tables"
import { Acknowledgements } from "./acknowledgements"
import { Committer } from "./committer"
import type { SyncContext } from "./context"
import { createConversation, type Wanted } from "./creation"
import { DeliveryKey } from "./deliveryKey"
import { Groups } from "./groups"
import { invite } from "./invitation"
import { KeyPackagePool } from "./keyPackagePool"
import { Log } from "./log"
import { Outbox } from "./outbox"
import { Receipts } from "./receipts"
import { Refounding } from "./refounding"
import { Rejoin } from "./rejoin"
import { Removals } from "./removals"
import { Reports } from "./reports"
import { retire } from "./retire"
import { noteUnchecked } from "./unchecked"
import { Stream, type StreamOptions } from "./stream"
import { Welcomes } from "./welcomes"

export type EngineOptions = Omit<
  StreamOptions,
  "deviceId" | "resume" | "beforeConnect" | "onFrame"
> & {
  readonly onUpload?: (id: MessageId, sent: number, total: number) => void
}

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
  readonly #removals: Removals
  readonly #reports: Reports
  readonly #refounding: Refounding
  readonly #acknowledgements: Acknowledgements
  #running: Promise<void> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(
    private readonly context: SyncContext,
    options: EngineOptions,
  ) {
    this.#groups = new Groups(context)
    this.log = new Log(context, this.#groups, {
      delivered: (id, sequence) => this.#acknowledgements.delivered(id, sequence),
      held: (id) => void this.#removals.soon(id),
      lost: (id) => this.#rejoinSoon(id),
    })
    this.#acknowledgements = new Acknowledgements(context, (id, sequence) =>
      this.stream.acknowledge(id, sequence),
    )
    this.#deliveryKey = new DeliveryKey(context)
    this.#welcomes = new Welcomes(context, this.#groups, this.log, this.#deliveryKey)
    const closed = (id: ConversationId) => this.#renewSoon(id)
    this.#rejoin = new Rejoin(context, this.#groups, this.log, this.#deliveryKey, closed)
    this.#pool = new KeyPackagePool(context)
    this.receipts = new Receipts(context)
    this.committer = new Committer(context, this.#groups, this.log)
    this.#removals = new Removals(context, this.committer)
    this.#reports = new Reports(context)
    this.#refounding = new Refounding(context, {
      found: (succeeds, kind, practitioners) => this.#create({ kind, practitioners, succeeds }),
      enter: (id) => this.#enter(id),
    })
    const uploaded = options.onUpload ?? (() => undefined)
    const events = { uploaded, closed }
    this.outbox = new Outbox(context, this.#groups, this.log, this.committer, events)
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
    this.context.deviceLog.stop()
    clearTimeout(this.#retry)
    this.receipts.stop()
    this.#rejoin.stop()
    this.#removals.stop()
    this.#refounding.stop()
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
    await retire(this.context, known, new Set(visible.map(({ id }) => id)))
    await this.#findLost(visible.map(({ id }) => id))
    // What cannot be sent for the moment must not keep away what comes in.
    await this.outbox.flush().catch(() => this.#flushLater())
    for (const id of await this.outbox.unseen()) await this.log.catchUp(id)
    await this.receipts.flush()
    await this.#acknowledgements.flush()
    // Behind: the log of keys must not keep messages waiting.
    void noteUnchecked(this.context, this.#groups).catch(() => undefined)
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
    return this.#create({ kind, practitioners })
  }

  async #create(wanted: Wanted): Promise<ConversationId> {
    const { context, committer } = this
    const founders = { context, committer, groups: this.#groups, deliveryKey: this.#deliveryKey }
    const id = await createConversation(founders, wanted)
    // What only the server knows of it is a comfort at this point.
    await this.#look(id).catch(() => undefined)
    return id
  }

  /** Closes it by order of our person; this device then founds it again like everybody else's. */
  async refound(id: ConversationId): Promise<void> {
    await this.context.conversations.refound(id)
    await this.#look(id)
  }

  async #look(id: ConversationId): Promise<void> {
    await this.#refresh(await this.context.conversations.conversation(id))
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
        await this.#welcomes.receive(frame)
        this.flushSoon()
        return
      case "receipt":
        return this.receipts.receive(frame.conversationId, [frame])
      case "conversation":
        return this.#onRoster(frame.conversationId)
      case "resync-required":
        // The log says whether that is still so.
        return this.log.catchUp(frame.conversationId)
      case "caught-up":
        await this.context.store.write([put("cursor", "stream", { resume: frame.resume })])
        await this.#acknowledgements.flush()
        this.flushSoon()
        return
      case "ready":
      case "ping":
    }
  }

  async #onRoster(id: ConversationId): Promise<void> {
    if (await this.context.store.read("group", id)) await this.#look(id)
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
    for (const id of await this.#reports.untold()) this.#rejoinSoon(id)
    for (const [key, group] of await store.list("group")) {
      const id = key as ConversationId
      if (group.held) void this.#removals.soon(id)
      if (group.broken || group.unreadable !== undefined) this.#rejoinSoon(id)
    }
  }

  async #joinable(): Promise<readonly ConversationId[]> {
    return (await this.context.conversations.joinable()).map(({ id }) => id)
  }

  /** In the background: one conversation must not keep the others waiting. Tried again on its next news. */
  #rejoinSoon(id: ConversationId): void {
    this.#reports
      .tell(id)
      .then((closed) => (closed ? this.#refounding.run(id) : undefined))
      .then(() => this.#rejoin.run(id))
      .then(async (joined) => {
        if (!joined || this.#stopped) return
        await this.#acknowledgements.flush()
        await this.receipts.flush()
        await this.outbox.unseen()
        this.flushSoon()
      })
      .catch(() => undefined)
  }

  /** Into its successor, in the background like a re-join. */
  #renewSoon(id: ConversationId): void {
    this.#refounding
      .run(id)
      .then(() => this.flushSoon())
      .catch(() => undefined)
  }

  /** By the Welcome that whoever opened it made for this device, else alone. */
  async #enter(id: ConversationId): Promise<void> {
    const isIn = async () => (await this.context.store.read("group", id)) !== undefined
    if (!(await isIn())) await this.#welcomes.fetch()
    if (!(await isIn())) this.#rejoinSoon(id)
  }

  async #refresh(server: WireConversation): Promise<void> {
    const cursor = (await this.context.store.read("group", server.id))?.cursor
    if (cursor === undefined) return
    if (await this.#refounding.note(server)) this.#renewSoon(server.id)
    if (server.lastSequence > cursor) await this.log.catchUp(server.id)
    await this.receipts.receive(server.id, server.receipts)
  }
}
