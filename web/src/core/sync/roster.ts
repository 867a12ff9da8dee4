import type { WireConversation } from "../api/wire"
import type { RosterChange } from "../conversation"
import type { ConversationId, DeviceId, PractitionerId } from "../ids"
import { members, type Group } from "../mls/group"
import type { StoredConversation, StoredMember } from "../store/tables"
import type { SyncContext } from "./context"

/**
 * The members of a group: devices and national ids from the certified tree, practitioner ids from
 * what we knew, what a claim answered, or else the server's roster. A device the server cannot name
 * is left out rather than shown under a wrong name.
 */
export async function rosterOf(
  context: SyncContext,
  group: Group,
  known: readonly StoredMember[],
  server: () => Promise<WireConversation | undefined>,
): Promise<readonly StoredMember[]> {
  const identities = await members(context.device, group)
  // Behind: a group goes on for everybody alike, whatever each of us finds about a key.
  void context.deviceLog.note(identities).catch(() => undefined)
  const names = new Map<DeviceId, PractitionerId>(known.map((m) => [m.deviceId, m.practitionerId]))
  names.set(context.device.id, context.self)
  // A new device of somebody we know: the certificate says so, nobody has to be asked.
  const people = new Map(known.map((m) => [m.nationalId, m.practitionerId]))
  for (const { deviceId, nationalId } of identities) {
    const person = people.get(nationalId)
    if (person && !names.has(deviceId)) names.set(deviceId, person)
  }
  if (identities.some(({ deviceId }) => !names.has(deviceId)))
    for (const member of (await server())?.members ?? [])
      if (!names.has(member.deviceId)) names.set(member.deviceId, member.practitionerId)
  return identities.flatMap(({ deviceId, nationalId }) => {
    const practitionerId = names.get(deviceId)
    return practitionerId ? [{ practitionerId, deviceId, nationalId }] : []
  })
}

/** The server's view of a conversation, or nothing when we may not see it (any more). */
export async function serverView(
  context: SyncContext,
  id: ConversationId,
): Promise<WireConversation | undefined> {
  try {
    return await context.conversations.conversation(id)
  } catch (error) {
    if (error instanceof Error && error.name === "ApiProblem") return undefined
    throw error
  }
}

/** What changed between two rosters, by person. `undefined` when only keys of members were refreshed. */
export function describeChange(
  before: readonly StoredMember[],
  after: readonly StoredMember[],
  {
    again,
    ...event
  }: {
    readonly by: PractitionerId
    readonly sequence: number
    readonly at: string
    /** The device that replaced its own leaf. */
    readonly again?: DeviceId | undefined
  },
): RosterChange | undefined {
  const people = (list: readonly StoredMember[]) => new Set(list.map((m) => m.practitionerId))
  const devices = (list: readonly StoredMember[]) => new Set(list.map((m) => m.deviceId))
  const [peopleBefore, peopleAfter] = [people(before), people(after)]
  const [devicesBefore, devicesAfter] = [devices(before), devices(after)]
  const came = after.filter((m) => !devicesBefore.has(m.deviceId))
  const went = before.filter((m) => !devicesAfter.has(m.deviceId))
  const resynced = after.filter((m) => m.deviceId === again)
  if (came.length + went.length + resynced.length === 0) return undefined
  return {
    kind: "roster",
    id: `roster-${event.sequence}`,
    ...event,
    joined: [...peopleAfter].filter((p) => !peopleBefore.has(p)),
    left: [...peopleBefore].filter((p) => !peopleAfter.has(p)),
    devicesAdded: came.filter((m) => peopleBefore.has(m.practitionerId)).map(device),
    devicesRemoved: went.filter((m) => peopleAfter.has(m.practitionerId)).map(device),
    devicesResynced: resynced.map(device),
  }
}

function device({ practitionerId, deviceId }: StoredMember) {
  return { practitionerId, deviceId }
}

/** The conversation record with a new roster; nobody who left is forgotten. */
export function withMembers(
  conversation: StoredConversation,
  members: readonly StoredMember[],
): StoredConversation {
  const present = new Set(members.map((m) => m.deviceId))
  const past = [...conversation.formerMembers, ...conversation.members]
  const former = new Map(
    past.filter((m) => !present.has(m.deviceId)).map((m) => [m.deviceId, m] as const),
  )
  return { ...conversation, members, formerMembers: [...former.values()] }
}

export function memberOf(
  conversation: StoredConversation,
  deviceId: DeviceId,
): StoredMember | undefined {
  return [...conversation.members, ...conversation.formerMembers].find(
    (m) => m.deviceId === deviceId,
  )
}
