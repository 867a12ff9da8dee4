import type { ConversationSummary, PractitionerId, RosterChange } from "../../core"
import type { Translate } from "../i18n/I18n"
import { nameOf } from "./people"

/** A change of members as lines of the thread: who came, who left, whose device came or went. */
export function rosterWords(
  conversation: ConversationSummary,
  change: RosterChange,
  t: Translate,
): readonly string[] {
  const { joined, left } = change
  const founding = conversation.kind === "direct" && joined.length > 0
  if (founding) return [t("conversation.system.created")]
  const says = (event: "joined" | "left" | "device" | "deviceRemoved") => (id: PractitionerId) =>
    isMe(conversation, id)
      ? t(`conversation.system.you.${event}`)
      : t(`conversation.system.${event}`, { name: nameOf(conversation, id, t) })
  const lines = [
    ...joined.map(says("joined")),
    ...left.map(says("left")),
    ...owners(change.devicesAdded).map(says("device")),
    ...owners(change.devicesRemoved).map(says("deviceRemoved")),
  ]
  return lines.length === 0 ? [t("conversation.system.created")] : lines
}

function isMe(conversation: ConversationSummary, id: PractitionerId): boolean {
  return conversation.members.some((member) => member.me && member.practitionerId === id)
}

function owners(devices: RosterChange["devicesAdded"]): readonly PractitionerId[] {
  return [...new Set(devices.map((device) => device.practitionerId))]
}
