import type {
  Administration,
  DefectPage,
  ImportList,
  ImportReport,
  ImportStatus,
  PeopleQuery,
  PersonEntry,
  PersonRecord,
  RevocationReason,
  SuspensionReason,
} from "../administration"
import type { DeviceId, PractitionerId } from "../ids"
import type { StructureAdministrators } from "../structureAdministrators"
import type { TopUpStatus } from "../topUp"
import type { Http } from "./http"

const IMPORTS = "/v1/register-imports"
const TOP_UP = "/v1/register-top-up"

/** The directory-service as a platform administrator uses it. */
export class AdministrationApi implements Administration {
  constructor(private readonly http: Http) {}

  imports(signal?: AbortSignal): Promise<ImportList> {
    return this.http.json("directory", IMPORTS, { signal })
  }

  importStatus(id: string, signal?: AbortSignal): Promise<ImportStatus> {
    return this.http.json("directory", `${IMPORTS}/${encodeURIComponent(id)}`, { signal })
  }

  defects(id: string, cursor?: string): Promise<DefectPage> {
    const path = `${IMPORTS}/${encodeURIComponent(id)}/defects`
    return this.http.json("directory", path, { query: { cursor } })
  }

  /** The browser reads the file from its disk while it sends it: it is never whole in memory. */
  importRegister(
    upload: { readonly id: string; readonly file: File; readonly acceptDepartures: boolean },
    signal?: AbortSignal,
  ): Promise<ImportReport> {
    const zipped = upload.file.name.toLowerCase().endsWith(".zip")
    return this.http.json("directory", IMPORTS, {
      method: "POST",
      query: {
        id: upload.id,
        registerDate: publishedOn(upload.file.name),
        acceptDepartures: upload.acceptDepartures ? "true" : undefined,
      },
      headers: { "Content-Type": zipped ? "application/zip" : "text/plain" },
      bytes: upload.file,
      signal,
    })
  }

  async fetchRegister(): Promise<void> {
    await this.http.done("directory", `${IMPORTS}/fetch`, { method: "POST" })
  }

  people(
    query: PeopleQuery,
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly PersonEntry[]; readonly next?: PractitionerId }> {
    return this.http.json("directory", "/v1/people", { query, signal })
  }

  person(id: PractitionerId): Promise<PersonRecord> {
    return this.http.json("directory", `/v1/people/${id}`)
  }

  suspend(id: PractitionerId, reason: SuspensionReason, note?: string): Promise<PersonRecord> {
    return this.http.json("directory", `/v1/people/${id}/suspension`, {
      method: "POST",
      json: { reason, ...(note !== undefined && { note }) },
    })
  }

  async liftSuspension(id: PractitionerId): Promise<void> {
    await this.http.done("directory", `/v1/people/${id}/suspension`, { method: "DELETE" })
  }

  async revokeDevice(
    id: PractitionerId,
    device: DeviceId,
    reason: RevocationReason,
  ): Promise<void> {
    await this.http.done("directory", `/v1/people/${id}/devices/${device}`, {
      method: "DELETE",
      query: { reason },
    })
  }

  structureAdministrators(structure: string): Promise<StructureAdministrators> {
    return this.http.json("directory", administratorsOf(structure))
  }

  async nameAdministrator(structure: string, person: PractitionerId): Promise<void> {
    const path = `${administratorsOf(structure)}/${person}`
    await this.http.done("directory", path, { method: "PUT" })
  }

  async dismissAdministrator(structure: string, person: PractitionerId): Promise<void> {
    const path = `${administratorsOf(structure)}/${person}`
    await this.http.done("directory", path, { method: "DELETE" })
  }

  topUp(signal?: AbortSignal): Promise<TopUpStatus> {
    return this.http.json("directory", TOP_UP, { signal })
  }

  acceptTopUpDepartures(most?: number): Promise<TopUpStatus> {
    return this.http.json("directory", `${TOP_UP}/acceptance`, { method: "POST", query: { most } })
  }
}

function administratorsOf(structure: string): string {
  return `/v1/structures/${encodeURIComponent(structure)}/administrators`
}

/** The day in the stamp that the publisher puts at the end of a name, `_YYYYMMDDhhmm`. */
function publishedOn(fileName: string): string | undefined {
  const stamp = /_(\d{4})(\d{2})(\d{2})\d{4}\.\w+$/.exec(fileName)
  return stamp === null ? undefined : stamp.slice(1).join("-")
}
