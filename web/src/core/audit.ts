import type { AccountId, ConversationId, DeviceId, PractitionerId } from "./ids"

export type AuditEntry = {
  readonly index: number
  readonly id: string
  readonly time: string
  readonly service: string
  readonly action: string
  readonly outcome: string
  readonly actor: {
    readonly accountId?: AccountId
    readonly nationalId?: string
    readonly practitionerId?: PractitionerId
    readonly deviceId?: DeviceId
  }
  readonly object?: { readonly type: string; readonly id: string }
  readonly conversationId?: ConversationId
  readonly details: Readonly<Record<string, unknown>>
}

export type AuditQuery = {
  readonly from?: string
  readonly to?: string
  readonly actor?: string
  readonly action?: string
  readonly outcome?: string
  readonly limit?: number
  readonly cursor?: string
}

/** The compliance officer's view of the append-only log. Every call is itself an entry of it. */
export interface AuditLog {
  entries(
    query: AuditQuery,
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly AuditEntry[]; readonly next?: string }>
  /** C2SP tlog-proof, as text, to be saved as a file. */
  proof(entryId: string): Promise<string>
  /** Signed checkpoint, as text. */
  checkpoint(): Promise<string>
}
