import { identify } from "../mls/device"
import { members } from "../mls/group"
import type { ConversationId } from "../ids"
import type { SyncContext } from "./context"
import type { Groups } from "./groups"

/**
 * Gives the log's check all devices that it has not met: this one after its enrolment, and those of
 * conversations from before there was a check.
 */
export async function noteUnchecked(context: SyncContext, groups: Groups): Promise<void> {
  const { store, serial, device, deviceLog } = context
  const met = new Set((await store.list("binding")).map(([id]) => id))
  const own = await identify(device, device.credential, device.key.publicKey, "ever")
  if (own && !met.has(device.id)) await deviceLog.note([own])
  for (const [key, conversation] of await store.list("conversation")) {
    if (conversation.members.every(({ deviceId }) => met.has(deviceId))) continue
    const id = key as ConversationId
    const live = await serial.run(id, () => groups.load(id))
    if (live && !live.broken) await deviceLog.note(await members(device, live.group))
  }
  await deviceLog.checkOpen()
}
