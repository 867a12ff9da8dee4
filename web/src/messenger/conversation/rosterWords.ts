import type { ConversationSummary, PractitionerId, RosterChange } from "../../core"
import type { Translate } from "../i18n/I18n"
import { nameOf } from "./people"

/** A change of members as lines of the thread: what it means here, who came or left, whose device did. */
export function rosterWords(
  conversation: ConversationSummary,
  change: RosterChange,
  t: Translate,
): readonly string[] {
  const { joined, left, here } = change
  const founding = conversation.kind === "direct" && joined.length > 0 && here === undefined
  if (founding) return [t("conversation.system.created")]
  const says =
    (event: "joined" | "left" | "device" | "deviceRemoved" | "resynced") => (id: PractitionerId) =>
      isMe(conversation, id)
        ? t(`conversation.system.you.${event}`)
        : t(`conversation.system.${event}`, { name: nameOf(conversation, id, t) })
  const lines = [
    ...(here === undefined ? [] : [t(`conversation.system.here.${here}`)]),
    ...joined.map(says("joined")),
    ...left.map(says("left")),
    ...owners(change.devicesAdded).map(says("device")),
    ...owners(change.devicesRemoved).map(says("deviceRemoved")),
    // Of this very device, the first line speaks.
    ...(here === undefined ? owners(change.devicesResynced ?? []).map(says("resynced")) : []),
  ]
  return lines.length === 0 ? [t("conversation.system.created")] : lines
}

function isMe(conversation: ConversationSummary, id: PractitionerId): boolean {
  return conversation.members.some((member) => member.me && member.practitionerId === id)
}

function owners(devices: RosterChange["devicesAdded"]): readonly PractitionerId[] {
  return [...new Set(devices.map((device) => device.practitionerId))]
}
