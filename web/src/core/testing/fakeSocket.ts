import type { ClientFrame, ServerFrame } from "../api/wire"
import type { DeviceId } from "../ids"
import type { Socket } from "../sync/stream"
import type { Network } from "./fakePlatform"

/** One WebSocket connection in memory. Frames arrive later, never inside the call that sent them. */
export class FakeSocket implements Socket {
  device: DeviceId | undefined
  onopen: Socket["onopen"] = null
  onmessage: Socket["onmessage"] = null
  onclose: Socket["onclose"] = null
  #closed = false

  constructor(
    private readonly network: Network,
    private readonly onFrame: (frame: ClientFrame) => void,
  ) {
    queueMicrotask(() => {
      if (network.offline) this.close(1006)
      else this.onopen?.(undefined as never)
    })
  }

  send(text: string): void {
    if (this.#closed) throw new Error("closed")
    if (this.network.offline) return
    const frame = JSON.parse(text) as ClientFrame
    queueMicrotask(() => this.onFrame(frame))
  }

  deliver(frame: ServerFrame): void {
    if (this.#closed || this.network.offline) return
    for (const copy of this.network.deliver(frame))
      queueMicrotask(() => {
        if (!this.#closed) this.onmessage?.({ data: JSON.stringify(copy) })
      })
  }

  close(code = 1000): void {
    if (this.#closed) return
    this.#closed = true
    queueMicrotask(() => this.onclose?.({ code }))
  }
}
