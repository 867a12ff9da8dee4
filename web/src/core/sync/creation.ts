import { ApiProblem } from "../api/problem"
import { newId, type ConversationId, type PractitionerId } from "../ids"
import { createGroup, groupInfo } from "../mls/commit"
import { memberAt, ownLeafIndex } from "../mls/group"
import { put } from "../store/store"
import type { StoredConversation } from "../store/tables"
import { prepareCommit, type Committer } from "./committer"
import type { SyncContext } from "./context"
import type { DeliveryKey } from "./deliveryKey"
import type { Groups } from "./groups"
import { invite, type Invited } from "./invitation"

const ATTEMPTS = 5

export type Founders = {
  readonly context: SyncContext
  readonly groups: Groups
  readonly committer: Committer
  readonly deliveryKey: DeliveryKey
}

const all: Choice = (invited) => invited

type Choice = (invited: readonly Invited[], self: PractitionerId) => readonly Invited[]

/** Which devices come along: all; where those are too many all but our own; and then one each. */
const CHOICES: readonly Choice[] = [
  all,
  (invited, self) => invited.filter(({ member }) => member.practitionerId !== self),
  (invited, self) => {
    const people = new Set([self])
    return invited.filter(({ member: { practitionerId } }) => {
      const first = !people.has(practitionerId)
      people.add(practitionerId)
      return first
    })
  },
]

export type Wanted = {
  readonly kind: "direct" | "group"
  readonly practitioners: readonly PractitionerId[]
  /** The conversation it goes on from. Who cannot be invited then keeps a place at the server. */
  readonly succeeds?: ConversationId
}

/**
 * Makes a conversation with its first members, anew when somebody or a device was missing. Where
 * all devices are more than a conversation takes, each person comes with one, and the others enter
 * by themselves.
 */
export async function createConversation(
  founders: Founders,
  wanted: Wanted,
): Promise<ConversationId> {
  let { practitioners } = wanted
  let fewer = 0
  for (let n = 1; ; n++) {
    try {
      return await attempt(founders, { ...wanted, practitioners }, CHOICES[fewer] ?? all)
    } catch (error) {
      if (!(error instanceof ApiProblem) || n >= ATTEMPTS) throw error
      const persons = (error.members.persons ?? []) as readonly PractitionerId[]
      const { rule } = error.members
      if (rule === "persons-missing") practitioners = [...practitioners, ...persons]
      else if (rule === "persons-foreign")
        practitioners = practitioners.filter((person) => !persons.includes(person))
      else if (rule === "too-many-devices" && ++fewer < CHOICES.length) continue
      else if (rule !== "devices-missing") throw error
    }
  }
}

/** Everything is stored as a pending creation first: if the answer is lost, the next start finds out. */
async function attempt(
  { context, groups, committer, deliveryKey }: Founders,
  { kind, practitioners, succeeds }: Wanted,
  choose: Choice,
): Promise<ConversationId> {
  const can = await invite(context, practitioners, succeeds === undefined ? "all" : "possible")
  const invited = choose(can, context.self)
  const id = newId<ConversationId>()
  const group = await createGroup(context.device, id, await deliveryKey.senders())
  const stored = await prepareCommit(context, group, { add: invited, remove: [] })
  const creation = { kind, succeeds, groupInfo: await groupInfo(context.device, group) }
  const { nationalId } = await memberAt(context.device, group, ownLeafIndex(group))
  const conversation: StoredConversation = {
    id,
    kind,
    createdAt: context.now().toISOString(),
    members: [{ practitionerId: context.self, deviceId: context.device.id, nationalId }],
    formerMembers: [],
    receipts: [],
    readUpTo: 0,
    unread: 0,
    unreadUrgent: 0,
    active: false,
    succeeds,
  }
  await context.serial.run(id, () =>
    groups.save(id, { group, cursor: 0, broken: false }, [
      put("commit", id, { ...stored, creation }),
      put("conversation", id, conversation),
    ]),
  )
  await committer.resume(id)
  return id
}
