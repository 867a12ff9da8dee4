import type { AuditEntry, ConversationId, DeviceId, PractitionerId } from "../../core"

const conversationId = "8f2a41c0-0000-7000-8000-000000000001" as ConversationId
const deviceId = "3b1e90aa-0000-7000-8000-000000000002" as DeviceId
const practitionerId = "51f70211-0000-7000-8000-000000000003" as PractitionerId

function entry(index: number, change: Partial<AuditEntry>): AuditEntry {
  return {
    index,
    id: `0199f1a0-0000-7000-8000-${String(index).padStart(12, "0")}`,
    time: new Date(
      Date.parse("2026-11-21T13:05:10.120Z") + (index - 1_204_557) * 17_000,
    ).toISOString(),
    service: "conversation",
    action: "message.send",
    outcome: "success",
    actor: { nationalId: "899700000015", deviceId, practitionerId },
    conversationId,
    details: {},
    ...change,
  }
}

/** Entries as the compliance officer sees them, newest first. */
export const entries: readonly AuditEntry[] = [
  entry(1_204_557, { action: "conversation.read" }),
  entry(1_204_556, { actor: { nationalId: "899700000023", deviceId } }),
  entry(1_204_555, {
    service: "directory",
    action: "directory.search",
    actor: { nationalId: "899700000015" },
    details: { count: "3" },
  }),
  entry(1_204_554, { service: "directory", action: "device.enrol", outcome: "refused", actor: {} }),
  entry(1_204_553, { service: "attachment", action: "attachment.download" }),
  entry(1_204_552, {
    service: "audit",
    action: "audit.search",
    actor: { nationalId: "3310000017/conf01" },
  }),
]
