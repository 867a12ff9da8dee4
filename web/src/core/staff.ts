import type { DeviceId, PractitionerId } from "./ids"

/** A structure the caller may invite for. */
export type AdministeredStructure = {
  readonly id: string
  readonly name?: string
  readonly postalCode?: string
  readonly town?: string
}

export type InvitationStatus = "open" | "accepted" | "expired" | "withdrawn"

/** An invitation as administrators see it, without its link. */
export type Invitation = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly function: string
  readonly status: InvitationStatus
  readonly createdAt: string
  readonly createdBy: PractitionerId
  readonly expiresAt: string
  readonly acceptedAt?: string
}

/** The only answer that has the link. */
export type IssuedInvitation = { readonly invitation: Invitation; readonly link: string }

export type Invitee = {
  readonly givenName: string
  readonly familyName: string
  readonly function: string
}

/** `invited` = has yet to make a passkey; `lapsed` = did not in time. */
export type InvitedPersonState = "invited" | "active" | "suspended" | "departed" | "lapsed"

export type InvitedPerson = {
  readonly practitionerId: PractitionerId
  readonly nationalId: string
  readonly givenName: string
  readonly familyName: string
  readonly function: string
  readonly state: InvitedPersonState
  readonly invitedAt: string
  readonly devices: readonly {
    readonly id: DeviceId
    readonly name: string
    readonly status: "active" | "revoked"
    readonly enrolledAt: string
    readonly expiresAt: string
    readonly revokedAt?: string
  }[]
}

/**
 * What the administrator of a structure does about people without a number in the register. Inviting and
 * removing are refused with `step-up-required` when the login is too old.
 */
export interface Staff {
  /** Mostly none. */
  administered(): Promise<readonly AdministeredStructure[]>
  invitations(structure: string): Promise<readonly Invitation[]>
  invite(structure: string, invitee: Invitee): Promise<IssuedInvitation>
  withdraw(structure: string, invitation: string): Promise<void>
  people(structure: string): Promise<readonly InvitedPerson[]>
  /** For good. */
  remove(structure: string, person: PractitionerId): Promise<void>
  revokeDevice(structure: string, person: PractitionerId, device: DeviceId): Promise<void>
}
