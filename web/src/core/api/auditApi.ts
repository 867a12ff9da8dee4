import type { AuditEntry, AuditLog, AuditQuery } from "../audit"
import type { DeviceId, PractitionerId } from "../ids"
import type { Http } from "./http"
import type { WireBindingPage } from "./wire"

/** The audit-service: for the console, and what the log says of devices. */
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

  /** What the log says of one device; the proof extends a tree of `since` entries. */
  bindings(device: DeviceId, since: number, signal?: AbortSignal): Promise<WireBindingPage> {
    return this.http.json("audit", `/v1/device-bindings/${device}`, { query: { since }, signal })
  }

  bindingsOf(
    practitioner: PractitionerId,
    since: number,
    cursor?: number,
  ): Promise<WireBindingPage> {
    return this.http.json("audit", "/v1/device-bindings", {
      query: { practitioner, since, cursor },
    })
  }

  async logKey(): Promise<string> {
    const response = await this.http.send("audit", "/v1/log/key", { public: true })
    return (await response.text()).trim()
  }
}
