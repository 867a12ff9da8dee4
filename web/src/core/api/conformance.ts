import type { AuditEntry } from "../audit"
import type { Me, Practitioner, PractitionerPage, Situation } from "../people"
import type { components as Audit, paths as AuditPaths } from "./generated/audit"
import type { paths as AttachmentPaths } from "./generated/attachment"
import type { paths as ConversationPaths } from "./generated/conversation"
import type { components as Directory, paths as DirectoryPaths } from "./generated/directory"
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
  Has<Directory["schemas"]["PractitionerPage"], keyof PractitionerPage>,
  Has<Directory["schemas"]["Me"], keyof Me>,
  Has<Directory["schemas"]["EnrolmentRequest"], "name" | "signatureKey" | "challenge" | "proof">,
  Has<Directory["schemas"]["TrustAnchor"], "rootCertificate">,
  Has<Audit["schemas"]["Entry"], keyof AuditEntry>,
  Has<Notification["schemas"]["SubscriptionRequest"], "endpoint" | "p256dh" | "auth">,
  Has<Notification["schemas"]["WebPushView"], "publicKey">,
  Paths<
    DirectoryPaths,
    | "/v1/me"
    | "/v1/practitioners"
    | "/v1/practitioners/{id}"
    | "/v1/device-challenges"
    | "/v1/devices"
    | "/v1/devices/{id}"
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
  Paths<AuditPaths, "/v1/entries" | "/v1/entries/{id}/proof" | "/v1/log/checkpoint">,
]
