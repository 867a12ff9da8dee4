import { openLocal } from "../attachment/local"
import { settled } from "../attachment/settled"
import type { AttachmentReference, DocumentReference } from "../content/content"
import type { ConversationList, Conversations, OpenConversation } from "../conversation"
import { view } from "../encoding/bytes"
import type { ConversationId, PractitionerId } from "../ids"
import type { Observable } from "../observable"
import type { SyncContext } from "../sync/context"
import type { Engine } from "../sync/engine"
import type { ConversationModel } from "./conversationModel"
import { TimelineModel } from "./timelineModel"

const PHOTOS_KEPT = 30

/** The conversations of a ready session. */
export class LiveConversations implements Conversations {
  readonly list: Observable<ConversationList>
  readonly #opening = new Map<PractitionerId, Promise<ConversationId>>()
  readonly #photos = new Map<string, Blob>()

  constructor(
    private readonly context: SyncContext,
    private readonly engine: Engine,
    private readonly model: ConversationModel,
  ) {
    this.list = model.list
  }

  openDirect(practitioner: PractitionerId): Promise<ConversationId> {
    const known = this.model
      .all()
      .find(
        (one) =>
          one.kind === "direct" &&
          one.active &&
          this.model.successor(one) === undefined &&
          one.members.some(({ practitionerId }) => practitionerId === practitioner),
      )
    if (known) return Promise.resolve(known.id)
    // Two clicks make one conversation.
    const opening =
      this.#opening.get(practitioner) ??
      this.engine.create("direct", [practitioner]).finally(() => this.#opening.delete(practitioner))
    this.#opening.set(practitioner, opening)
    return opening
  }

  createGroup(practitioners: readonly PractitionerId[]): Promise<ConversationId> {
    return this.engine.create("group", practitioners)
  }

  addMembers(
    conversation: ConversationId,
    practitioners: readonly PractitionerId[],
  ): Promise<void> {
    return this.engine.add(conversation, practitioners)
  }

  removeMember(conversation: ConversationId, practitioner: PractitionerId): Promise<void> {
    return this.engine.removePerson(conversation, practitioner)
  }

  renew(conversation: ConversationId): Promise<void> {
    return this.engine.refound(conversation)
  }

  open(conversation: ConversationId): OpenConversation {
    const devices = this.model.conversation(conversation)?.members.map((m) => m.deviceId) ?? []
    // Behind: reading needs no answer, and a warning shows when it comes.
    void this.context.deviceLog.refresh(devices).catch(() => undefined)
    return new TimelineModel(conversation, this.context, this.engine, this.model)
  }

  async photo(reference: AttachmentReference, signal?: AbortSignal): Promise<Blob> {
    const known = this.#photos.get(reference.id)
    if (known) return known
    const bytes =
      (await openLocal(this.context.store, reference)) ??
      (await settled(this.context, () => this.context.attachments.download(reference, signal)))
    const photo = new Blob([view(bytes)], { type: reference.mediaType })
    this.#photos.set(reference.id, photo)
    const oldest = this.#photos.keys().next()
    if (this.#photos.size > PHOTOS_KEPT && !oldest.done) this.#photos.delete(oldest.value)
    return photo
  }

  async document(reference: DocumentReference): Promise<Blob> {
    const { context } = this
    const bytes = await settled(context, () => context.attachments.download(reference))
    return new Blob([view(bytes)], { type: "application/octet-stream" })
  }
}
