import { fromBase64url } from "../encoding/base64url"
import { sendersExtension } from "../mls/externalSenders"
import type { SyncContext } from "./context"

/** The server's external_senders, asked once per session. Each group keeps the one it was made with. */
export class DeliveryKey {
  #senders: Promise<Uint8Array> | undefined

  constructor(private readonly context: SyncContext) {}

  senders(): Promise<Uint8Array> {
    this.#senders ??= this.#fetch().catch((error: unknown) => {
      this.#senders = undefined
      throw error
    })
    return this.#senders
  }

  async #fetch(): Promise<Uint8Array> {
    const { externalSenders } = await this.context.conversations.deliveryKey()
    return sendersExtension(fromBase64url(externalSenders)).extensionData
  }
}
