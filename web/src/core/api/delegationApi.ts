import type { Colleague, Delegation, Delegations, LocumCandidates, Proposal } from "../delegation"
import type { Http } from "./http"

/** The directory-service's part about locums. */
export class DelegationApi implements Delegations {
  constructor(private readonly http: Http) {}

  async list(): Promise<readonly Delegation[]> {
    const { items } = await this.http.json<{ items: readonly Delegation[] }>(
      "directory",
      "/v1/delegations",
    )
    return items
  }

  candidates(signal?: AbortSignal, colleague?: Colleague): Promise<LocumCandidates> {
    return this.http.json("directory", "/v1/delegations/candidates", { query: colleague, signal })
  }

  propose(proposal: Proposal): Promise<Delegation> {
    return this.http.json("directory", "/v1/delegations", { method: "POST", json: proposal })
  }

  accept(id: string): Promise<Delegation> {
    return this.http.json("directory", `/v1/delegations/${encodeURIComponent(id)}/acceptance`, {
      method: "POST",
    })
  }

  async end(id: string): Promise<void> {
    await this.http.done("directory", `/v1/delegations/${encodeURIComponent(id)}`, {
      method: "DELETE",
    })
  }
}
