import type { Timeline } from "../conversation"
import type { Environment } from "../environment"
import type { ConversationId, DeviceId, PractitionerId } from "../ids"
import { LiveSession } from "../liveSession"
import { noPush } from "../push/platform"
import type { Observable } from "../observable"
import { MemoryStore } from "../store/memoryStore"
import type { Store } from "../store/store"
import { SoleWriterLock } from "../store/writerLock"
import type { FakePlatform, Network } from "./fakePlatform"

/** A browser of one person on the fake platform. Starting it again is a reload: the store stays. */
export class Client {
  readonly network: Network = { offline: false, loseAnswers: false, deliver: (frame) => [frame] }
  readonly store: Store
  session: LiveSession

  constructor(
    private readonly platform: FakePlatform,
    readonly person: PractitionerId,
    store: Store = new MemoryStore(),
  ) {
    this.store = store
    this.session = new LiveSession(this.#environment())
  }

  /** Logged in, enrolled and caught up. */
  static async ready(platform: FakePlatform, person: PractitionerId): Promise<Client> {
    const client = new Client(platform, person)
    await client.session.start()
    await client.session.enrolDevice("Poste de test")
    await client.online()
    return client
  }

  async online(): Promise<void> {
    await until(this.session.connection, ({ kind }) => kind === "online")
  }

  get device(): DeviceId {
    const state = this.session.state.get()
    if (state.kind !== "ready") throw new Error(`session is ${state.kind}`)
    return state.device
  }

  /** As after a crash of the tab: nothing of the old session is asked to finish. */
  async reload(): Promise<void> {
    await this.session.stop()
    this.session = new LiveSession(this.#environment())
    await this.session.start()
  }

  /** The network goes away or comes back, noticed at once. */
  setOffline(offline: boolean): void {
    this.network.offline = offline
    if (offline) this.platform.disconnect(this.device)
    else this.#wake?.()
  }

  /** Texts of a conversation in order, own and others'. */
  async texts(id: ConversationId, wanted: (texts: readonly string[]) => boolean) {
    const open = this.session.conversations.open(id)
    const timeline = await until(open.timeline, (t) => t !== undefined && wanted(textsOf(t)))
    open.close()
    return timeline ? textsOf(timeline) : []
  }

  /** Waits for a conversation with this person to appear. */
  async conversationWith(person: PractitionerId): Promise<ConversationId> {
    const list = await until(this.session.conversations.list, ({ items }) =>
      items.some(({ members }) => members.some((m) => m.practitionerId === person)),
    )
    const found = list.items.find(({ members }) => members.some((m) => m.practitionerId === person))
    if (!found) throw new Error("no conversation")
    return found.id
  }

  async say(id: ConversationId, text: string): Promise<void> {
    const open = this.session.conversations.open(id)
    await open.sendText(text)
    open.close()
  }

  #wake: (() => void) | undefined

  #environment(): Environment {
    const { platform, network, person } = this
    return {
      origin: "http://liaison.test",
      auth: {
        start: () => Promise.resolve(true),
        login: () => Promise.resolve(),
        stepUp: () => Promise.resolve(),
        logout: () => Promise.resolve(),
        accessToken: () => Promise.resolve(person),
        onEnded: undefined,
      },
      fetch: platform.fetchFor(network),
      connect: platform.connectFor(network),
      openStore: () => Promise.resolve(this.store),
      writerLock: () => new SoleWriterLock(),
      push: noPush,
      onWake: (listener) => {
        this.#wake = listener
        return () => undefined
      },
      sleep: (milliseconds) =>
        new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 20))),
      now: () => new Date(),
    }
  }
}

export function textsOf(timeline: Timeline): readonly string[] {
  return timeline.items.flatMap((item) =>
    item.kind === "message" && item.body.kind === "text" ? [item.body.text] : [],
  )
}

/** The first value that satisfies; rejects after half a minute. */
export function until<T>(observable: Observable<T>, satisfied: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const value = observable.get()
      if (!satisfied(value)) return
      stop()
      clearTimeout(timer)
      resolve(value)
    }
    const stop = observable.subscribe(check)
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`still ${JSON.stringify({ value: observable.get() }).slice(0, 2_000)}`))
    }, 30_000)
    check()
  })
}
