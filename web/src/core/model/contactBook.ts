import type { Contact, Contacts } from "../contacts"
import { CoreError } from "../coreError"
import type { PractitionerId } from "../ids"
import { Subject } from "../observable"
import type { Practitioner } from "../people"
import type { ObservedStore } from "../store/observedStore"
import { put, remove, type Change } from "../store/store"

const NOBODY: readonly Contact[] = []

/**
 * The correspondents of the device at work, or nobody: one object for the screens. What the
 * directory says anew of one of them is taken over as it comes.
 */
export class ContactBook implements Contacts {
  readonly list = new Subject<readonly Contact[]>(NOBODY)
  #store: ObservedStore | undefined
  #unfollow: (() => void) | undefined

  async attach(store: ObservedStore, now: () => Date): Promise<void> {
    this.detach()
    const kept = await store.list("contact")
    this.#now = now
    this.#store = store
    this.#unfollow = store.onWrite((changes) => void this.#follow(changes))
    this.list.set(sorted(kept.map(([, contact]) => contact)))
  }

  detach(): void {
    this.#unfollow?.()
    this.#unfollow = undefined
    this.#store = undefined
    this.list.set(NOBODY)
  }

  async add(people: readonly Practitioner[]): Promise<void> {
    const store = this.#ready()
    const known = new Set(this.list.get().map(({ person }) => person.id))
    const addedAt = this.#now().toISOString()
    const fresh = new Map(
      people.filter(({ id }) => !known.has(id)).map((person) => [person.id, { person, addedAt }]),
    )
    if (fresh.size === 0) return
    await store.write([...fresh].map(([id, contact]) => put("contact", id, contact)))
    if (store === this.#store) this.list.set(sorted([...this.list.get(), ...fresh.values()]))
  }

  async remove(id: PractitionerId): Promise<void> {
    const store = this.#ready()
    const removed = this.list.get().filter(({ person }) => person.id === id)
    // First, or what is read of the person meanwhile would be kept anew.
    this.list.set(this.list.get().filter(({ person }) => person.id !== id))
    try {
      await store.write([remove("contact", id)])
    } catch (error) {
      if (store === this.#store) this.list.set(sorted([...this.list.get(), ...removed]))
      throw error
    }
  }

  #now = (): Date => new Date()

  #ready(): ObservedStore {
    if (!this.#store) throw new CoreError("not-ready")
    return this.#store
  }

  async #follow(changes: readonly Change[]): Promise<void> {
    const store = this.#store
    const read = changes.flatMap((change) =>
      change.table === "person" && "put" in change ? [change.put] : [],
    )
    const renewed = this.list.get().flatMap((contact) => {
      const person = read.find(({ id }) => id === contact.person.id)
      return person === undefined ? [] : [{ ...contact, person }]
    })
    if (!store || renewed.length === 0) return
    const others = this.list
      .get()
      .filter(({ person }) => !renewed.some((one) => one.person.id === person.id))
    this.list.set(sorted([...others, ...renewed]))
    // Should it fail, it is as it was: the next look at the card tries again.
    await store
      .write(renewed.map((contact) => put("contact", contact.person.id, contact)))
      .catch(() => undefined)
  }
}

function sorted(contacts: readonly Contact[]): readonly Contact[] {
  const name = ({ person }: Contact) => `${person.familyName} ${person.givenName} ${person.id}`
  return [...contacts].sort((one, other) => name(one).localeCompare(name(other), "fr"))
}
