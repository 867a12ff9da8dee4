import type { ConversationSummary, RosterChange } from "../../core"
import type { Translate } from "../i18n/I18n"
import { nameOf } from "./people"

/** A change of members as lines of the thread: who came, who left, whose device came or went. */
export function rosterWords(
  conversation: ConversationSummary,
  change: RosterChange,
  t: Translate,
): readonly string[] {
  const name = (id: RosterChange["by"]) => nameOf(conversation, id, t)
  const lines = [
    ...change.joined.map((id) => t("conversation.system.joined", { name: name(id) })),
    ...change.left.map((id) => t("conversation.system.left", { name: name(id) })),
    ...unique(change.devicesAdded).map((id) => t("conversation.system.device", { name: name(id) })),
    ...unique(change.devicesRemoved).map((id) =>
      t("conversation.system.deviceRemoved", { name: name(id) }),
    ),
  ]
  return lines.length === 0 ? [t("conversation.system.created")] : lines
}

function unique(devices: RosterChange["devicesAdded"]): readonly RosterChange["by"][] {
  return [...new Set(devices.map((device) => device.practitionerId))]
}
