import type { Tokens } from "../api/http"
import { ApiProblem } from "../api/problem"
import type { ClientFrame, ServerFrame } from "../api/wire"
import type { ConversationId, DeviceId } from "../ids"
import { Subject } from "../observable"
import type { Connection } from "../session"

/** The part of WebSocket we use, so that Node clients and tests can bring their own. */
export interface Socket {
  send(text: string): void
  close(code?: number): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onclose: ((event: { readonly code: number }) => void) | null
}

export type StreamOptions = {
  readonly url: string
  readonly connect: (url: string) => Socket
  readonly tokens: Tokens
  readonly deviceId: DeviceId
  readonly resume: () => Promise<string | undefined>
  /** Work over HTTP before each connection; its failure counts as a failed connection. */
  readonly beforeConnect: () => Promise<void>
  /** Frames come one after the other; the next waits until this resolved. */
  readonly onFrame: (frame: ServerFrame) => Promise<void>
  readonly onRevoked: () => void
  /** The device's certificate ended: nothing works until it is renewed. */
  readonly onExpired: () => void
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly now: () => Date
}

const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000
const LOOK_EVERY = 30_000
const SILENCE = 90_000

/** Keeps one live connection: hello with token and resume point, frames in order, back-off with jitter. */
export class Stream {
  readonly connection = new Subject<Connection>({ kind: "connecting" })
  #socket: Socket | undefined
  #stopped = false
  #wake: (() => void) | undefined
  #renewal: ReturnType<typeof setInterval> | undefined
  #lastHeard = 0
  #lastToken: string | undefined
  #renew = false

  constructor(private readonly options: StreamOptions) {}

  /** Runs until `stop`. */
  async run(): Promise<void> {
    let wait = FIRST_WAIT
    while (!this.#stopped) {
      this.connection.set({ kind: "connecting" })
      const reached = await this.#session().catch((error: unknown) => this.#unreachable(error))
      if (this.isStopped()) return
      wait = reached ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT)
      const pause = wait * (0.5 + Math.random() / 2)
      this.connection.set({ kind: "offline", retryAt: this.options.now().getTime() + pause })
      await Promise.race([
        this.options.sleep(pause),
        new Promise<void>((resolve) => (this.#wake = resolve)),
      ])
    }
  }

  #unreachable(error: unknown): false {
    if (error instanceof ApiProblem && error.code === "device-revoked") this.options.onRevoked()
    if (error instanceof ApiProblem && error.code === "device-expired") this.options.onExpired()
    return false
  }

  private isStopped(): boolean {
    return this.#stopped
  }

  /** Try again now: the network came back or the person looks at us. */
  wake(): void {
    this.#wake?.()
  }

  stop(): void {
    this.#stopped = true
    this.#socket?.close(1000)
    this.#wake?.()
  }

  /** False when there is no connection: the receipt must go over HTTP. */
  acknowledge(conversationId: ConversationId, sequence: number): boolean {
    if (this.connection.get().kind !== "online" && this.connection.get().kind !== "syncing")
      return false
    return this.#send({ type: "ack", conversationId, sequence })
  }

  /** One connection from hello to close. True when the server accepted us. */
  async #session(): Promise<boolean> {
    const { options } = this
    await options.beforeConnect()
    const token = await options.tokens.accessToken({ renew: this.#renew })
    this.#renew = false
    this.#lastToken = token
    const resume = await options.resume()
    if (this.#stopped) return false
    return new Promise((resolve) => {
      const socket = options.connect(options.url)
      this.#socket = socket
      let ready = false
      let frames = Promise.resolve()
      socket.onopen = () => this.#send({ type: "hello", token, deviceId: options.deviceId, resume })
      socket.onmessage = ({ data }) => {
        this.#lastHeard = options.now().getTime()
        const frame = parse(data)
        if (!frame) return
        if (frame.type === "ready") ready = true
        frames = frames.then(() => this.#handle(frame)).catch(() => socket.close(4000))
      }
      this.#renewal = setInterval(() => void this.#keepAlive(socket), LOOK_EVERY)
      socket.onclose = ({ code }) => {
        clearInterval(this.#renewal)
        this.#socket = undefined
        if (code === 4401) this.#renew = true
        if (code === 4403) options.onRevoked()
        if (code === 4410) options.onExpired()
        void frames.then(() => resolve(ready))
      }
    })
  }

  async #handle(frame: ServerFrame): Promise<void> {
    switch (frame.type) {
      case "ready":
        this.connection.set({ kind: "syncing" })
        return
      case "ping":
        this.#send({ type: "pong" })
        return
      case "caught-up":
        await this.options.onFrame(frame)
        this.connection.set({ kind: "online" })
        return
      case "welcome":
      case "entry":
      case "receipt":
      case "conversation":
      case "resync-required":
        await this.options.onFrame(frame)
    }
  }

  /** Renews the token before it expires, and gives up a connection that has gone silent. */
  async #keepAlive(socket: Socket): Promise<void> {
    if (this.options.now().getTime() - this.#lastHeard > SILENCE) {
      socket.close(4000)
      return
    }
    const token = await this.options.tokens.accessToken().catch(() => undefined)
    if (!token || token === this.#lastToken) return
    this.#lastToken = token
    this.#send({ type: "token", token })
  }

  #send(frame: ClientFrame): boolean {
    if (!this.#socket) return false
    try {
      this.#socket.send(JSON.stringify(frame))
      return true
    } catch {
      return false
    }
  }
}

const KNOWN = new Set([
  "ready",
  "welcome",
  "entry",
  "receipt",
  "caught-up",
  "conversation",
  "resync-required",
  "ping",
])

/** Frames of a newer server that we do not know are skipped. */
function parse(data: unknown): ServerFrame | undefined {
  if (typeof data !== "string") return undefined
  const frame = JSON.parse(data) as { type?: unknown }
  return typeof frame.type === "string" && KNOWN.has(frame.type)
    ? (frame as ServerFrame)
    : undefined
}
