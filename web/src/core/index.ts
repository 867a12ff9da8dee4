/** The client core: everything below the screens. Runs in Node 20 and in browsers. */
export type {
  Administration,
  AmbiguousSuccession,
  DefectPage,
  FileCounts,
  ImportKind,
  ImportList,
  ImportPhase,
  HeldDevice,
  ImportProgress,
  ImportReport,
  ImportStatus,
  LifecycleState,
  PeopleQuery,
  PersonEntry,
  PersonRecord,
  RegisterDefect,
  RevocationReason,
  SuccessionCounts,
  SuspensionReason,
} from "./administration"
export type { AuditEntry, AuditLog, AuditQuery } from "./audit"
export { ApiProblem } from "./api/problem"
export type { AttachmentReference, Content, DocumentReference } from "./content/content"
export type { Card, Homonyms } from "./card"
export { changesOf, type CardChange } from "./model/cardChanges"
export type {
  Contact,
  ContactRow,
  Contacts,
  Match,
  MatchCandidate,
  Matches,
  MatchReason,
} from "./contacts"
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
  SendOptions,
  Priority,
  RosterChange,
  Timeline,
  TimelineItem,
  UnavailableCause,
} from "./conversation"
export type {
  Delegation,
  DelegationParty,
  Delegations,
  LocumCandidates,
  Proposal,
} from "./delegation"
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
  OwnKeys,
  Practitioner,
  PractitionerPage,
  PractitionerQuery,
  ProfessionCount,
  Distance,
  Commune,
  Mailbox,
  Qualification,
  Replacement,
  ReplacementDuty,
  Role,
  Situation,
  Standing,
  Skill,
} from "./people"
export type {
  MemberPage,
  ServiceMailbox,
  ServicePage,
  Structure,
  StructurePage,
  StructureProfession,
  StructureQuery,
  StructureService,
} from "./structure"
export type { TopUpRun, TopUpRunState, TopUpStatus } from "./topUp"
export {
  structureIdOf,
  type StructureAdministrator,
  type StructureAdministrators,
} from "./structureAdministrators"
export { structureKey } from "./structureKey"
export type {
  AdministeredStructure,
  Invitation,
  InvitationStatus,
  InvitedPerson,
  InvitedPersonState,
  Invitee,
  IssuedInvitation,
  Staff,
} from "./staff"
export {
  createJoining,
  type Acceptance,
  type Entering,
  type InvitationPreview,
  type Joining,
} from "./joining"
export type { Push, PushState } from "./push/push"
export type { Connection, Devices, Directory, Session, SessionState } from "./session"
