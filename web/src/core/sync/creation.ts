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
import { invite } from "./invitation"

const ATTEMPTS = 3

/** Makes a conversation with its first members, anew when somebody's device came in between. */
export async function createConversation(
  ...request: Parameters<typeof attempt>
): Promise<ConversationId> {
  for (let n = 1; ; n++) {
    try {
      return await attempt(...request)
    } catch (error) {
      const missing = error instanceof ApiProblem && error.members.rule === "devices-missing"
      if (!missing || n >= ATTEMPTS) throw error
    }
  }
}

/** Everything is stored as a pending creation first: if the answer is lost, the next start finds out. */
async function attempt(
  context: SyncContext,
  groups: Groups,
  committer: Committer,
  deliveryKey: DeliveryKey,
  kind: "direct" | "group",
  practitioners: readonly PractitionerId[],
): Promise<ConversationId> {
  const invited = await invite(context, practitioners)
  const id = newId<ConversationId>()
  const group = await createGroup(context.device, id, await deliveryKey.senders())
  const stored = await prepareCommit(context, group, { add: invited, remove: [] })
  const creation = { kind, groupInfo: await groupInfo(context.device, group) }
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
