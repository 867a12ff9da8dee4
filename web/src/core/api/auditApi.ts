import type { AuditEntry, AuditLog, AuditQuery } from "../audit"
import type { Http } from "./http"

/** The audit-service, for the console. */
export class AuditApi implements AuditLog {
  constructor(private readonly http: Http) {}

  entries(
    query: AuditQuery,
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly AuditEntry[]; readonly next?: string }> {
    return this.http.json("audit", "/v1/entries", { query, signal })
  }

  async proof(entryId: string): Promise<string> {
    const response = await this.http.send(
      "audit",
      `/v1/entries/${encodeURIComponent(entryId)}/proof`,
    )
    return response.text()
  }

  async checkpoint(): Promise<string> {
    const response = await this.http.send("audit", "/v1/log/checkpoint", { public: true })
    return response.text()
  }
}
