import type {
  AmbiguousSuccession,
  FileCounts,
  HeldDevice,
  ImportProgress,
  ImportReport,
  PersonEntry,
  PersonRecord,
  RegisterDefect,
  SuccessionCounts,
  ToppedUp,
} from "../administration"
import type { AuditEntry } from "../audit"
import type { ContactRow, Match, MatchCandidate, Matches } from "../contacts"
import type { Homonyms } from "../card"
import type { Delegation, DelegationParty, LocumCandidates, Proposal } from "../delegation"
import type { Acceptance, InvitationPreview } from "../joining"
import type {
  Commune,
  Me,
  Practitioner,
  PractitionerPage,
  ProfessionCount,
  Replacement,
  ReplacementDuty,
  Situation,
} from "../people"
import type {
  AdministeredStructure,
  Invitation,
  InvitedPerson,
  Invitee,
  IssuedInvitation,
} from "../staff"
import type { StructureAdministrator, StructureAdministrators } from "../structureAdministrators"
import type {
  MemberPage,
  ServiceMailbox,
  ServicePage,
  Structure,
  StructurePage,
  StructureService,
} from "../structure"
import type { TopUpRun, TopUpStatus } from "../topUp"
import type { components as Audit, paths as AuditPaths } from "./generated/audit"
import type { paths as AttachmentPaths } from "./generated/attachment"
import type { paths as ConversationPaths } from "./generated/conversation"
import type { components as Directory, paths as DirectoryPaths } from "./generated/directory"
import type { WireBindingPage } from "./wire"
import type {
  components as Notification,
  paths as NotificationPaths,
} from "./generated/notification"

/**
 * Compiles only while the services' documents have the members and paths this client relies on: a
 * renamed field or moved path fails `npm run types` after `npm run generate-api`.
 */
type Has<Schema, Members extends keyof Schema> = Pick<Schema, Members>
type Paths<All, Used extends keyof All> = Pick<All, Used>

export type Conformance = [
  Has<Directory["schemas"]["Practitioner"], keyof Practitioner>,
  Has<Directory["schemas"]["Situation"], keyof Situation>,
  Has<Directory["schemas"]["CardStatement"], "issuedAt" | "registerDate" | "reachable" | "digest">,
  Has<
    Directory["schemas"]["CardContent"],
    | Exclude<keyof Practitioner, "registerDate" | "reachable" | "mailboxes" | "replacement">
    | "careProfession"
  >,
  Has<Directory["schemas"]["CardStatement"], "replacement" | "mssante">,
  Has<Directory["schemas"]["Replacement"], keyof Replacement>,
  Has<Directory["schemas"]["ReplacementDuty"], keyof ReplacementDuty>,
  Has<Directory["schemas"]["Delegation"], keyof Delegation>,
  Has<Directory["schemas"]["DelegationParty"], keyof DelegationParty>,
  Has<Directory["schemas"]["FoundProfession"], keyof ProfessionCount>,
  Has<Directory["schemas"]["LocumCandidates"], keyof LocumCandidates>,
  Has<Directory["schemas"]["ProposalRequest"], keyof Proposal>,
  Has<Directory["schemas"]["Structure"], keyof Structure>,
  Has<Directory["schemas"]["StructurePage"], keyof StructurePage>,
  Has<Directory["schemas"]["MemberPage"], keyof MemberPage>,
  Has<Directory["schemas"]["ServicePage"], keyof ServicePage>,
  Has<Directory["schemas"]["StructureService"], keyof StructureService>,
  Has<Directory["schemas"]["ServiceMailbox"], keyof ServiceMailbox>,
  Has<Directory["schemas"]["MatchRow"], keyof ContactRow>,
  Has<Directory["schemas"]["Match"], keyof Match>,
  Has<Directory["schemas"]["MatchCandidate"], keyof MatchCandidate>,
  Has<Directory["schemas"]["Matches"], keyof Matches>,
  Has<Directory["schemas"]["Homonyms"], keyof Homonyms>,
  Has<Directory["schemas"]["Commune"], keyof Commune>,
  Has<Directory["schemas"]["CommuneSuggestions"], "items">,
  Has<Directory["schemas"]["PractitionerPage"], keyof PractitionerPage>,
  Has<Directory["schemas"]["Me"], keyof Me>,
  Has<Directory["schemas"]["EnrolmentRequest"], "name" | "signatureKey" | "challenge" | "proof">,
  Has<Directory["schemas"]["TrustAnchor"], "rootCertificate">,
  Has<Directory["schemas"]["ImportReport"], keyof ImportReport>,
  Has<Directory["schemas"]["RegisterImportProgress"], keyof ImportProgress>,
  Has<Directory["schemas"]["RegisterDefect"], keyof RegisterDefect>,
  Has<Directory["schemas"]["RegisterFileCounts"], keyof FileCounts>,
  Has<Directory["schemas"]["SuccessionCounts"], keyof SuccessionCounts>,
  Has<Directory["schemas"]["AmbiguousSuccession"], keyof AmbiguousSuccession>,
  Has<Directory["schemas"]["ToppedUp"], keyof ToppedUp>,
  Has<Directory["schemas"]["TopUpStatus"], keyof TopUpStatus>,
  Has<Directory["schemas"]["TopUpRun"], keyof TopUpRun>,
  Has<Directory["schemas"]["PersonEntry"], keyof PersonEntry>,
  Has<Directory["schemas"]["Person"], keyof PersonRecord>,
  Has<Directory["schemas"]["HeldDevice"], keyof HeldDevice>,
  Has<Directory["schemas"]["StructureAdministrator"], keyof StructureAdministrator>,
  Has<Directory["schemas"]["StructureAdministratorList"], keyof StructureAdministrators>,
  Has<Directory["schemas"]["AdministeredStructure"], keyof AdministeredStructure>,
  Has<Directory["schemas"]["Invitation"], keyof Invitation>,
  Has<Directory["schemas"]["IssuedInvitation"], keyof IssuedInvitation>,
  Has<Directory["schemas"]["InvitationRequest"], keyof Invitee>,
  Has<Directory["schemas"]["InvitedPerson"], keyof InvitedPerson>,
  Has<Directory["schemas"]["InvitationPreview"], keyof InvitationPreview>,
  Has<Directory["schemas"]["Acceptance"], keyof Acceptance>,
  Has<Audit["schemas"]["Entry"], keyof AuditEntry>,
  Has<Audit["schemas"]["DeviceBindingPage"], keyof WireBindingPage>,
  Has<Notification["schemas"]["SubscriptionRequest"], "endpoint" | "p256dh" | "auth">,
  Has<Notification["schemas"]["WebPushView"], "publicKey">,
  Paths<
    DirectoryPaths,
    | "/v1/me"
    | "/v1/me/administered-structures"
    | "/v1/invitations/preview"
    | "/v1/invitations/acceptance"
    | "/v1/structures/{id}/administrators"
    | "/v1/structures/{id}/administrators/{practitionerId}"
    | "/v1/structures/{id}/invitations"
    | "/v1/structures/{id}/invitations/{invitationId}"
    | "/v1/structures/{id}/people"
    | "/v1/structures/{id}/people/{practitionerId}"
    | "/v1/structures/{id}/people/{practitionerId}/devices/{deviceId}"
    | "/v1/practitioners"
    | "/v1/practitioners/{id}"
    | "/v1/practitioners/{id}/card"
    | "/v1/practitioners/matches"
    | "/v1/communes"
    | "/v1/structures"
    | "/v1/structures/{id}"
    | "/v1/structures/{id}/members"
    | "/v1/structures/{id}/services"
    | "/v1/device-challenges"
    | "/v1/devices"
    | "/v1/devices/{id}"
    | "/v1/delegations"
    | "/v1/delegations/{id}"
    | "/v1/delegations/{id}/acceptance"
    | "/v1/delegations/candidates"
    | "/v1/register-imports"
    | "/v1/register-imports/{id}"
    | "/v1/register-imports/{id}/defects"
    | "/v1/register-top-up"
    | "/v1/register-top-up/acceptance"
    | "/v1/people"
    | "/v1/people/{id}"
    | "/v1/people/{id}/devices/{deviceId}"
    | "/v1/people/{id}/suspension"
    | "/v1/trust-anchor"
  >,
  Paths<
    ConversationPaths,
    | "/v1/key-packages"
    | "/v1/key-package-claims"
    | "/v1/conversations"
    | "/v1/conversations/{id}"
    | "/v1/conversations/{id}/commits"
    | "/v1/conversations/{id}/messages"
    | "/v1/conversations/{id}/log"
    | "/v1/conversations/{id}/receipts"
    | "/v1/conversations/{id}/reports"
    | "/v1/conversations/{id}/refounding"
    | "/v1/welcomes"
    | "/v1/welcomes/{id}"
  >,
  Paths<AttachmentPaths, "/v1/uploads" | "/v1/uploads/{id}" | "/v1/attachments/{id}">,
  Paths<NotificationPaths, "/v1/web-push" | "/v1/web-push/subscription">,
  Paths<
    AuditPaths,
    | "/v1/entries"
    | "/v1/entries/{id}/proof"
    | "/v1/log/checkpoint"
    | "/v1/log/key"
    | "/v1/device-bindings"
    | "/v1/device-bindings/{deviceId}"
  >,
]
