import type { Joining } from "../../core"

export const TOKEN = "A".repeat(43)

/** An invitation that can be accepted, and whose login is left for. */
export function joining(): Joining {
  return {
    preview: async () => ({
      status: "open",
      givenName: "Odile",
      familyName: "EXEMPLE",
      function: "Secrétaire médicale",
      invitedBy: "Claire MOREAU",
      structureName: "EHPAD Les Tilleuls",
      town: "Nantes",
      usableUntil: "2026-11-24T08:30:00Z",
    }),
    accept: async () => ({
      username: "invited-exemple",
      oneTimePassword: "once-only",
      usableUntil: "2026-11-24T08:30:00Z",
    }),
    enter: () => new Promise(() => undefined),
    enterByHand: async () => undefined,
    signOut: async () => undefined,
  }
}
