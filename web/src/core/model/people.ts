import type { DirectoryApi } from "../api/directoryApi"
import type { PractitionerId } from "../ids"
import type { Practitioner } from "../people"
import type { ObservedStore } from "../store/observedStore"
import { put } from "../store/store"

/** Directory entries of the people in our conversations: from the local store at once, refreshed once a start. */
export class People {
  readonly #known = new Map<PractitionerId, Practitioner>()
  readonly #asked = new Set<PractitionerId>()

  constructor(
    private readonly directory: DirectoryApi,
    private readonly store: ObservedStore,
  ) {}

  async load(): Promise<void> {
    for (const [, person] of await this.store.list("person")) this.#known.set(person.id, person)
  }

  /** Undefined while unknown, or when the certified national id is not this person's. */
  get(id: PractitionerId, nationalId: string): Practitioner | undefined {
    const person = this.#known.get(id)
    if (!this.#asked.has(id)) void this.#ask(id)
    return person?.nationalId === nationalId ? person : undefined
  }

  remember(person: Practitioner): void {
    this.#known.set(person.id, person)
  }

  /** Tried again at the next look when the network was away. */
  async #ask(id: PractitionerId): Promise<void> {
    this.#asked.add(id)
    try {
      await this.store.write([put("person", id, await this.directory.practitioner(id))])
    } catch {
      this.#asked.delete(id)
    }
  }
}
