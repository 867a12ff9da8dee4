import type { DeviceId } from "../ids"
import type { MissedEntries, StoredConversation } from "../store/tables"

/**
 * The conversation's unreadable ranges once these devices came in at `sequence`: each can read nothing
 * between what it had before and its joining. `after`: what the device itself said it had.
 */
export function missedBy(
  { missed = [], receipts }: StoredConversation,
  newcomers: readonly { readonly deviceId: DeviceId }[],
  sequence: number,
  after?: number,
): readonly MissedEntries[] {
  const fresh = newcomers.map(({ deviceId }) => {
    const known = receipts.find((receipt) => receipt.deviceId === deviceId)?.deliveredUpTo ?? 0
    return { deviceId, after: after ?? Math.min(known, sequence - 1), before: sequence }
  })
  return [...missed, ...fresh.filter((range) => range.after + 1 < range.before)]
}

export function isMissed(
  { missed = [] }: StoredConversation,
  deviceId: DeviceId,
  sequence: number,
): boolean {
  return missed.some(
    (range) => range.deviceId === deviceId && sequence > range.after && sequence < range.before,
  )
}
