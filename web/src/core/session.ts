import type { Administration } from "./administration"
import type { AuditLog } from "./audit"
import type { Card } from "./card"
import type { ContactRow, Contacts, Matches } from "./contacts"
import type { Conversations } from "./conversation"
import type { Delegations } from "./delegation"
import type { DeviceId, PractitionerId } from "./ids"
import type { Observable } from "./observable"
import type {
  Commune,
  Device,
  Me,
  OwnKeys,
  Practitioner,
  PractitionerPage,
  PractitionerQuery,
} from "./people"
import type { MemberPage, ServicePage, Structure, StructurePage, StructureQuery } from "./structure"
import type { Push } from "./push/push"
import type { Staff } from "./staff"

/**
 * Where this tab stands. One union, one screen per kind:
 * - `signed-out`: show the login page; `reason` explains why one lands there again.
 * - `starting`: coming back from login or opening the store; show the shell.
 * - `staff`: logged in without a directory entry (compliance officer, administrator): no messages.
 * - `needs-device`: a practitioner whose browser has no key yet: ask for a name, call `enrolDevice`.
 *   `stepUp` = the last attempt was refused because the login is too old: call `stepUp()`, it comes back here.
 * - `other-tab`: another tab of this browser holds the device; offer `takeOver()`.
 * - `ready`: everything works (also offline).
 * - `revoked`: this device was revoked; local data is already wiped.
 * - `failed`: cannot start (register left, store unreadable). With code `offline` the server is out of
 *   reach; the session goes on trying by itself.
 */
export type SessionState =
  | { readonly kind: "signed-out"; readonly reason?: "logged-out" | "expired" | "refused" }
  | { readonly kind: "starting" }
  | { readonly kind: "staff"; readonly me: Me }
  | { readonly kind: "needs-device"; readonly me: Me; readonly stepUp: boolean }
  | { readonly kind: "other-tab"; readonly me: Me }
  | { readonly kind: "ready"; readonly me: Me; readonly device: DeviceId }
  | { readonly kind: "revoked" }
  | { readonly kind: "failed"; readonly code: string }

/** `syncing` = connected and catching up; `offline` carries the time of the next attempt. */
export type Connection =
  | { readonly kind: "offline"; readonly retryAt?: number }
  | { readonly kind: "connecting" }
  | { readonly kind: "syncing" }
  | { readonly kind: "online" }

/** Finding people. Works in every signed-in state, but for cards. */
export interface Directory {
  search(query: PractitionerQuery, signal?: AbortSignal): Promise<PractitionerPage>
  practitioner(id: PractitionerId, signal?: AbortSignal): Promise<Practitioner>
  /** Whom of the register each row means, in the rows' order; nothing of them is kept. */
  matches(rows: readonly ContactRow[], signal?: AbortSignal): Promise<Matches>
  /** Those whose name or postal code begins so, the likeliest first. */
  communes(name: string, signal?: AbortSignal): Promise<readonly Commune[]>
  structures(query: StructureQuery, signal?: AbortSignal): Promise<StructurePage>
  /** By key or id; the key is what stands in addresses, see `structureKey`. */
  structure(id: string, signal?: AbortSignal): Promise<Structure>
  /** Who practises there, by name. */
  members(structure: string, cursor?: string, signal?: AbortSignal): Promise<MemberPage>
  /** The mailboxes of its services, by service. */
  services(structure: string, cursor?: string, signal?: AbortSignal): Promise<ServicePage>
  /** Verified and kept, so that it is there without the network too. Only in state `ready`. */
  card(id: PractitionerId, signal?: AbortSignal): Promise<Card>
  /** The person has seen what changed on the card. */
  acknowledgeCard(id: PractitionerId): Promise<void>
}

/** The caller's own devices. */
export interface Devices {
  list(): Promise<readonly Device[]>
  /** Holds them against the public log. Rejects with `integrity` when the log's answer proves nothing. */
  keys(): Promise<OwnKeys>
  /** Blocks the device everywhere at once. Revoking the current one ends in state `revoked`. */
  revoke(device: DeviceId): Promise<void>
}

/**
 * One per tab; made by `createSession` of `./index`. No method throws on a state it does not fit:
 * it rejects with `CoreError` (`code: "not-ready"`).
 */
export interface Session {
  readonly state: Observable<SessionState>
  readonly connection: Observable<Connection>
  readonly directory: Directory
  readonly devices: Devices
  readonly delegations: Delegations
  readonly conversations: Conversations
  readonly contacts: Contacts
  readonly push: Push
  /** For the console; needs role compliance-officer. */
  readonly audit: AuditLog
  /** Needs role platform-admin. */
  readonly administration: Administration
  /** Needs to be named as administrator of a structure. */
  readonly staff: Staff

  /**
   * Call once at start: finishes a login redirect when the address holds one (and cleans the address),
   * opens the local store, connects. Resolves when the state left `starting`.
   */
  start(): Promise<void>
  /** Leaves the page for the login. `psc` = Pro Santé Connect, `staff` = account of the structure. */
  login(as: "psc" | "staff"): Promise<void>
  /** Leaves the page for a fresh strong login, then comes back to the same place. */
  stepUp(): Promise<void>
  /** Makes the key of this browser and has it certified. On an old login the state says `stepUp: true`. */
  enrolDevice(name: string): Promise<void>
  /** Takes the writer role from the other tab. */
  takeOver(): Promise<void>
  /** Ends the login; `forget` also wipes the device key and all local data (and revokes the device). */
  logout(options?: { readonly forget?: boolean }): Promise<void>
  /** Closes sockets and the store (tests, hot reload). */
  stop(): Promise<void>
}
