import type { DeviceId, PractitionerId } from "../ids"
import type {
  AdministeredStructure,
  Invitation,
  InvitedPerson,
  Invitee,
  IssuedInvitation,
  Staff,
} from "../staff"
import type { Http } from "./http"

type Items<One> = { readonly items: readonly One[] }

/** The directory-service as the administrator of a structure uses it. */
export class StaffApi implements Staff {
  constructor(private readonly http: Http) {}

  administered(): Promise<readonly AdministeredStructure[]> {
    return this.#items("/v1/me/administered-structures")
  }

  invitations(structure: string): Promise<readonly Invitation[]> {
    return this.#items(`${pathOf(structure)}/invitations`)
  }

  invite(structure: string, invitee: Invitee): Promise<IssuedInvitation> {
    const path = `${pathOf(structure)}/invitations`
    return this.http.json("directory", path, { method: "POST", json: invitee })
  }

  withdraw(structure: string, invitation: string): Promise<void> {
    return this.#delete(`${pathOf(structure)}/invitations/${invitation}`)
  }

  people(structure: string): Promise<readonly InvitedPerson[]> {
    return this.#items(`${pathOf(structure)}/people`)
  }

  remove(structure: string, person: PractitionerId): Promise<void> {
    return this.#delete(`${pathOf(structure)}/people/${person}`)
  }

  revokeDevice(structure: string, person: PractitionerId, device: DeviceId): Promise<void> {
    return this.#delete(`${pathOf(structure)}/people/${person}/devices/${device}`)
  }

  async #items<One>(path: string): Promise<readonly One[]> {
    return (await this.http.json<Items<One>>("directory", path)).items
  }

  async #delete(path: string): Promise<void> {
    await this.http.done("directory", path, { method: "DELETE" })
  }
}

function pathOf(structure: string): string {
  return `/v1/structures/${encodeURIComponent(structure)}`
}
