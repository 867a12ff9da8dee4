/** The client core: everything below the screens. Runs in Node 20 and in browsers. */
export type { AuditEntry, AuditLog, AuditQuery } from "./audit"
export { ApiProblem } from "./api/problem"
export type { AttachmentReference, Content, DocumentReference } from "./content/content"
export type {
  ConversationList,
  Conversations,
  ConversationSummary,
  FailureCause,
  Member,
  Message,
  MessageBody,
  OpenConversation,
  OutgoingState,
  PersonProgress,
  PhotoDraft,
  Priority,
  RosterChange,
  Timeline,
  TimelineItem,
  UnavailableCause,
} from "./conversation"
export { CoreError, type CoreErrorCode } from "./coreError"
export { createSession } from "./createSession"
export type {
  AccountId,
  AttachmentId,
  ConversationId,
  DeviceId,
  MessageId,
  PractitionerId,
} from "./ids"
export { Subject, type Observable } from "./observable"
export type {
  Device,
  Me,
  Practitioner,
  PractitionerPage,
  PractitionerQuery,
  Role,
  Situation,
} from "./people"
export type { Push, PushState } from "./push/push"
export type { Connection, Devices, Directory, Session, SessionState } from "./session"
