import {
  ApiProblem,
  type AdministeredStructure,
  type DeviceId,
  type Invitation,
  type InvitedPerson,
  type PractitionerId,
  type Staff,
} from "../../core"
import { camille } from "./people"

export type StaffFixture = {
  readonly administered?: readonly AdministeredStructure[]
  readonly invitations?: readonly Invitation[]
  readonly people?: readonly InvitedPerson[]
  /** What every reading rejects with. */
  readonly fails?: Error
  /** What every act rejects with. */
  readonly actFails?: Error
}

export const careHome: AdministeredStructure = {
  id: "F440900025",
  name: "EHPAD Les Tilleuls",
  postalCode: "44000",
  town: "Nantes",
}

export const LINK = `https://liaison.example/invitation#${"Zk4".repeat(14)}Q`

function invitation(number: number, part: Partial<Invitation> = {}): Invitation {
  return {
    id: `00000000-0000-7000-8000-11110000000${number}`,
    givenName: "Odile",
    familyName: "EXEMPLE",
    function: "Secrétaire médicale",
    status: "open",
    createdAt: "2026-11-21T08:30:00Z",
    createdBy: camille.id,
    expiresAt: "2026-11-24T08:30:00Z",
    ...part,
  }
}

function invited(number: number, part: Partial<InvitedPerson> = {}): InvitedPerson {
  return {
    practitionerId: `00000000-0000-7000-8000-22220000000${number}` as PractitionerId,
    nationalId: `1440900025/inv.exemple${number}`,
    givenName: "Marie",
    familyName: "GUILLOU",
    function: "Secrétaire médicale",
    state: "active",
    invitedAt: "2026-11-18T08:30:00Z",
    devices: [],
    ...part,
  }
}

export const invitations: readonly Invitation[] = [
  invitation(1),
  invitation(2, { givenName: "Marie", familyName: "GUILLOU", status: "accepted" }),
  invitation(3, { givenName: "Paul", familyName: "KERVELLA", status: "expired" }),
]

export const invitedPeople: readonly InvitedPerson[] = [
  invited(1, {
    devices: [
      {
        id: "00000000-0000-7000-8000-333300000001" as DeviceId,
        name: "Téléphone de Marie",
        status: "active",
        enrolledAt: "2026-11-18T09:00:00Z",
        expiresAt: "2027-11-18T09:00:00Z",
      },
    ],
  }),
  invited(2, {
    givenName: "Yves",
    familyName: "LE GOFF",
    function: "Coordinateur",
    state: "invited",
  }),
  invited(3, { givenName: "Anne", familyName: "MORVAN", state: "lapsed" }),
]

/** The structure administrator's calls, answered from fixtures; acts change what is read afterwards. */
export function fixtureStaff(fixture: StaffFixture, note: (act: string) => void): Staff {
  let people = fixture.people ?? invitedPeople
  let open = fixture.invitations ?? invitations
  const answer = <T>(value: () => T): Promise<T> =>
    fixture.fails === undefined ? Promise.resolve(value()) : Promise.reject(fixture.fails)
  const act = (words: string) => {
    note(words)
    if (fixture.actFails !== undefined) throw fixture.actFails
  }
  return {
    administered: () => Promise.resolve(fixture.administered ?? []),
    invitations: () => answer(() => open),
    people: () => answer(() => people),
    invite: async (_, { givenName, familyName, function: work }) => {
      act(`invite ${givenName} ${familyName} ${work}`)
      if (work.includes("|")) throw new ApiProblem(400, "invalid-parameter", { field: "function" })
      const made = invitation(9, { givenName, familyName, function: work })
      open = [made, ...open]
      return { invitation: made, link: LINK }
    },
    withdraw: async (_, id) => {
      act("withdraw")
      open = open.map((one) => (one.id === id ? { ...one, status: "withdrawn" } : one))
    },
    remove: async (_, id) => {
      act("remove")
      people = people.map((one) =>
        one.practitionerId === id ? { ...one, state: "departed" as const } : one,
      )
    },
    revokeDevice: async (_, id, device) => {
      act(`revokeDevice ${device}`)
      people = people.map((one) =>
        one.practitionerId === id
          ? {
              ...one,
              devices: one.devices.map((held) =>
                held.id === device ? { ...held, status: "revoked" as const } : held,
              ),
            }
          : one,
      )
    },
  }
}
