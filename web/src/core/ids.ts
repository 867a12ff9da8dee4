/** Opaque identifiers, told apart by the compiler. All are UUID strings on the wire. */
type Branded<Name extends string> = string & { readonly __id: Name }

export type AccountId = Branded<"account">
export type PractitionerId = Branded<"practitioner">
export type DeviceId = Branded<"device">
export type ConversationId = Branded<"conversation">
export type AttachmentId = Branded<"attachment">
/** Chosen by the sender and carried inside the encrypted content: stable before and after acceptance. */
export type MessageId = Branded<"message">

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Refuses anything but a lower-case UUID: ids come from the network and end up in paths. */
export function parseId<Id extends Branded<string>>(text: string): Id {
  if (!UUID.test(text)) throw new TypeError("not a UUID")
  return text as Id
}

export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text)
}

export function newId<Id extends Branded<string>>(): Id {
  return crypto.randomUUID() as Id
}
