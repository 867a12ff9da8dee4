import type { ContactRow, Matches } from "../contacts"
import type { DeviceId, PractitionerId } from "../ids"
import type { Commune, Me, Practitioner, PractitionerPage, PractitionerQuery } from "../people"
import type {
  MemberPage,
  ServicePage,
  Structure,
  StructurePage,
  StructureQuery,
} from "../structure"
import type { Http } from "./http"
import type { WireDevice, WireDeviceChallenge, WireSignedCard } from "./wire"

/** The directory-service: people, devices and their certificates. */
export class DirectoryApi {
  constructor(private readonly http: Http) {}

  me(): Promise<Me> {
    return this.http.json("directory", "/v1/me")
  }

  search(query: PractitionerQuery, signal?: AbortSignal): Promise<PractitionerPage> {
    return this.http.json("directory", "/v1/practitioners", { query, signal })
  }

  practitioner(id: PractitionerId, signal?: AbortSignal): Promise<Practitioner> {
    return this.http.json("directory", `/v1/practitioners/${id}`, { signal })
  }

  signedCard(id: PractitionerId, signal?: AbortSignal): Promise<WireSignedCard> {
    return this.http.json("directory", `/v1/practitioners/${id}/card`, { signal })
  }

  /** In one request; the server bounds how many rows and bytes. Nothing changes there, so it may be repeated. */
  matches(rows: readonly ContactRow[], signal?: AbortSignal): Promise<Matches> {
    return this.http.json("directory", "/v1/practitioners/matches", {
      method: "POST",
      json: { rows },
      repeatable: true,
      signal,
    })
  }

  async communes(name: string, signal?: AbortSignal): Promise<readonly Commune[]> {
    const { items } = await this.http.json<{ items: readonly Commune[] }>(
      "directory",
      "/v1/communes",
      { query: { name }, signal },
    )
    return items
  }

  structures(query: StructureQuery, signal?: AbortSignal): Promise<StructurePage> {
    return this.http.json("directory", "/v1/structures", { query, signal })
  }

  structure(id: string, signal?: AbortSignal): Promise<Structure> {
    return this.http.json("directory", `/v1/structures/${encodeURIComponent(id)}`, { signal })
  }

  members(id: string, cursor?: string, signal?: AbortSignal): Promise<MemberPage> {
    const path = `/v1/structures/${encodeURIComponent(id)}/members`
    return this.http.json("directory", path, { query: { cursor }, signal })
  }

  services(id: string, cursor?: string, signal?: AbortSignal): Promise<ServicePage> {
    const path = `/v1/structures/${encodeURIComponent(id)}/services`
    return this.http.json("directory", path, { query: { cursor }, signal })
  }

  challenge(): Promise<WireDeviceChallenge> {
    return this.http.json("directory", "/v1/device-challenges", { method: "POST" })
  }

  enrol(device: {
    readonly name: string
    readonly signatureKey: string
    readonly challenge: string
    readonly proof: string
  }): Promise<WireDevice> {
    return this.http.json("directory", "/v1/devices", {
      method: "POST",
      json: device,
      idempotencyKey: crypto.randomUUID(),
    })
  }

  renew(
    id: DeviceId,
    possession: { readonly challenge: string; readonly proof: string },
  ): Promise<WireDevice> {
    return this.http.json("directory", `/v1/devices/${id}/certificate`, {
      method: "PUT",
      json: possession,
    })
  }

  async devices(): Promise<readonly WireDevice[]> {
    const { items } = await this.http.json<{ items: WireDevice[] }>("directory", "/v1/devices")
    return items
  }

  async revoke(id: DeviceId): Promise<void> {
    await this.http.done("directory", `/v1/devices/${id}`, { method: "DELETE" })
  }

  async trustAnchor(): Promise<string> {
    const anchor = await this.http.json<{ rootCertificate: string }>(
      "directory",
      "/v1/trust-anchor",
      { public: true },
    )
    return anchor.rootCertificate
  }
}
