import type { DirectoryApi } from "../api/directoryApi"
import type { Card } from "../card"
import { CoreError } from "../coreError"
import type { PractitionerId } from "../ids"
import { verifyCard, type CardStatement } from "../mls/cardSignature"
import type { Trust } from "../mls/trust"
import type { ObservedStore } from "../store/observedStore"
import { put } from "../store/store"
import type { StoredCard } from "../store/tables"
import { changesOf } from "./cardChanges"

/** Between the clocks of the directory's instances. */
const SKEW_MS = 60_000

/**
 * Signed cards: asked for at every look, kept for when the network is away. Only what the pinned root
 * vouches for is shown or kept; a card that changed is shown beside the former one until that was seen.
 * An older card than the one kept does not take its place: whoever answers with it repeats the past.
 */
export class Cards {
  constructor(
    private readonly directory: DirectoryApi,
    private readonly store: ObservedStore,
    private readonly trust: Trust,
  ) {}

  async read(id: PractitionerId, signal?: AbortSignal): Promise<Card> {
    const kept = await this.store.read("card", id)
    try {
      const { jws, homonyms } = await this.directory.signedCard(id, signal)
      const statement = await this.#verified(jws, id)
      if (kept !== undefined && (await this.#isOlder(statement, kept, id)))
        return await this.#view(id, kept, await this.#verified(kept.jws, id))
      const record = await this.#replaced(id, kept, jws, statement)
      const { person } = statement
      await this.store.write([put("card", id, record), put("person", id, person)])
      return { ...(await this.#view(id, record, statement)), homonyms, kept: false }
    } catch (error) {
      if (kept === undefined || !(error instanceof CoreError) || error.code !== "offline")
        throw error
      return this.#view(id, kept, await this.#verified(kept.jws, id))
    }
  }

  /** The change was seen: the former card goes. */
  async acknowledge(id: PractitionerId): Promise<void> {
    const kept = await this.store.read("card", id)
    if (kept?.former === undefined) return
    const { jws, keptAt } = kept
    await this.store.write([put("card", id, { jws, ...(keptAt !== undefined && { keptAt }) })])
  }

  /** What was seen last stays the former card, however often it changed since; back again is no change. */
  async #replaced(
    id: PractitionerId,
    kept: StoredCard | undefined,
    jws: string,
    now: CardStatement,
  ): Promise<StoredCard> {
    const seen = kept?.former ?? kept?.jws
    const before = seen === undefined ? undefined : await verifyCard(seen, id, this.trust)
    const record = { jws, keptAt: Date.now() }
    return seen === undefined || before === undefined || isSame(before, now)
      ? record
      : { ...record, former: seen }
  }

  async #isOlder(now: CardStatement, kept: StoredCard, id: PractitionerId): Promise<boolean> {
    const before = await verifyCard(kept.jws, id, this.trust)
    // A directory whose clock was ahead has said this before it says; it was kept when it was said.
    const said = before && Math.min(time(before), kept.keptAt ?? Date.now())
    return said !== undefined && time(now) < said - SKEW_MS
  }

  async #view(id: PractitionerId, record: StoredCard, statement: CardStatement): Promise<Card> {
    const { person, issuedAt, careProfession, mssante } = statement
    const before =
      record.former === undefined ? undefined : await verifyCard(record.former, id, this.trust)
    return {
      person,
      issuedAt,
      careProfession,
      ...(mssante !== undefined && { mssante }),
      kept: true,
      ...(before !== undefined && { former: before.person }),
    }
  }

  async #verified(jws: string, id: PractitionerId): Promise<CardStatement> {
    const statement = await verifyCard(jws, id, this.trust)
    if (statement === undefined) throw new CoreError("integrity")
    return statement
  }
}

/** With another digest too, where nothing is said that was not said before. */
function isSame(before: CardStatement, now: CardStatement): boolean {
  return before.digest === now.digest || changesOf(before.person, now.person).length === 0
}

function time({ issuedAt }: CardStatement): number {
  return new Date(issuedAt).getTime()
}
