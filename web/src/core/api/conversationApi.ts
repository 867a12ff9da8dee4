import type { ConversationId, PractitionerId } from "../ids"
import type { Http } from "./http"
import type {
  WireBundle,
  WireClaimedDevice,
  WireConversation,
  WireDeliveryKey,
  WireGroupInfo,
  WireJoinable,
  WireLog,
  WireMessage,
  WireOpening,
  WireRefounding,
  WireReport,
  WireWelcome,
} from "./wire"

type Posted = { readonly sequence: number }

/** The conversation-service: delivery of MLS messages, which it cannot read. */
export class ConversationApi {
  constructor(private readonly http: Http) {}

  async publishKeyPackages(
    keyPackages: readonly string[],
    lastResort?: string,
  ): Promise<{ readonly available: number }> {
    return this.#post("/v1/key-packages", { keyPackages, lastResort })
  }

  keyPackages(): Promise<{ readonly available: number; readonly lastResort: boolean }> {
    return this.http.json("conversation", "/v1/key-packages")
  }

  async claim(practitionerIds: readonly PractitionerId[]): Promise<readonly WireClaimedDevice[]> {
    const { devices } = await this.#post<{ devices: WireClaimedDevice[] }>(
      "/v1/key-package-claims",
      { practitionerIds },
    )
    return devices
  }

  create(opening: WireOpening): Promise<WireConversation> {
    return this.#post("/v1/conversations", opening)
  }

  /** "I cannot process this commit": enough of these close the conversation. */
  report(id: ConversationId, sequence: number): Promise<WireReport> {
    return this.#post(`/v1/conversations/${id}/reports`, { sequence })
  }

  /** By an administrator, or either of two persons. */
  refound(id: ConversationId): Promise<WireRefounding> {
    return this.#post(`/v1/conversations/${id}/refounding`, {})
  }

  async conversations(): Promise<readonly WireConversation[]> {
    const { items } = await this.http.json<{ items: WireConversation[] }>(
      "conversation",
      "/v1/conversations",
    )
    return items
  }

  conversation(id: ConversationId): Promise<WireConversation> {
    return this.http.json("conversation", `/v1/conversations/${id}`)
  }

  commit(id: ConversationId, bundle: WireBundle): Promise<Posted & { readonly epoch: number }> {
    return this.#post(`/v1/conversations/${id}/commits`, bundle)
  }

  deliveryKey(): Promise<WireDeliveryKey> {
    return this.http.json("conversation", "/v1/delivery-key")
  }

  async joinable(): Promise<readonly WireJoinable[]> {
    const { items } = await this.http.json<{ items: WireJoinable[] }>(
      "conversation",
      "/v1/conversations/joinable",
    )
    return items
  }

  groupInfo(id: ConversationId): Promise<WireGroupInfo> {
    return this.http.json("conversation", `/v1/conversations/${id}/group-info`)
  }

  /** By an external commit. */
  join(id: ConversationId, bundle: WireBundle): Promise<Posted & { readonly epoch: number }> {
    return this.#post(`/v1/conversations/${id}/joins`, bundle)
  }

  send(
    id: ConversationId,
    message: WireMessage,
  ): Promise<Posted & { readonly acceptedAt: string }> {
    return this.#post(`/v1/conversations/${id}/messages`, message)
  }

  log(id: ConversationId, after: number, limit = 200): Promise<WireLog> {
    const query = { after, limit }
    return this.http.json("conversation", `/v1/conversations/${id}/log`, { query })
  }

  async welcomes(): Promise<readonly WireWelcome[]> {
    const { items } = await this.http.json<{ items: WireWelcome[] }>("conversation", "/v1/welcomes")
    return items
  }

  async dropWelcome(id: string): Promise<void> {
    await this.http.done("conversation", `/v1/welcomes/${id}`, { method: "DELETE" })
  }

  async receipt(
    id: ConversationId,
    receipt: { readonly deliveredUpTo?: number; readonly readUpTo?: number },
  ): Promise<void> {
    await this.http.done("conversation", `/v1/conversations/${id}/receipts`, {
      method: "POST",
      json: receipt,
      repeatable: true,
    })
  }

  /** All our POSTs may be repeated: the server recognises equal bytes, or the key. */
  #post<T>(path: string, json: unknown): Promise<T> {
    return this.http.json("conversation", path, {
      method: "POST",
      json,
      idempotencyKey: crypto.randomUUID(),
      repeatable: true,
    })
  }
}
