import type { AttachmentReference, DocumentReference } from "../content/content"
import type { ConversationList, Conversations, OpenConversation } from "../conversation"
import { CoreError } from "../coreError"
import type { ConversationId, PractitionerId } from "../ids"
import { Subject } from "../observable"

const NOTHING: ConversationList = { items: [], loaded: false }

/** Stands before the conversations of the current workspace, so that screens keep one object. */
export class DelegatingConversations implements Conversations {
  readonly list = new Subject<ConversationList>(NOTHING)
  #current: Conversations | undefined
  #unfollow: (() => void) | undefined

  attach(conversations: Conversations): void {
    this.detach()
    this.#current = conversations
    const follow = () => this.list.set(conversations.list.get())
    this.#unfollow = conversations.list.subscribe(follow)
    follow()
  }

  detach(): void {
    this.#unfollow?.()
    this.#current = undefined
    this.list.set(NOTHING)
  }

  async openDirect(practitioner: PractitionerId): Promise<ConversationId> {
    return this.#ready().openDirect(practitioner)
  }

  async createGroup(practitioners: readonly PractitionerId[]): Promise<ConversationId> {
    return this.#ready().createGroup(practitioners)
  }

  async addMembers(id: ConversationId, practitioners: readonly PractitionerId[]): Promise<void> {
    return this.#ready().addMembers(id, practitioners)
  }

  async removeMember(id: ConversationId, practitioner: PractitionerId): Promise<void> {
    return this.#ready().removeMember(id, practitioner)
  }

  async renew(id: ConversationId): Promise<void> {
    return this.#ready().renew(id)
  }

  open(id: ConversationId): OpenConversation {
    return this.#ready().open(id)
  }

  async photo(reference: AttachmentReference, signal?: AbortSignal): Promise<Blob> {
    return this.#ready().photo(reference, signal)
  }

  async document(reference: DocumentReference): Promise<Blob> {
    return this.#ready().document(reference)
  }

  #ready(): Conversations {
    if (!this.#current) throw new CoreError("not-ready")
    return this.#current
  }
}
