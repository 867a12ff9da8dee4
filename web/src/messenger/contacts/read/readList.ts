import { entryOf, type ListEntry } from "./entry"
import { readTable } from "./table"
import { readVCards } from "./vCard"

export const MOST_BYTES = 2_000_000
export const MOST_ENTRIES = 2_000

/** `unusable` = entries that say nothing to look up; `cut` = how many there were beyond the most. */
export type ReadList = {
  readonly entries: readonly ListEntry[]
  readonly unusable: number
  readonly cut: number
}

/** What is in a text: vCards, a table, or addresses. The same person twice is one entry. */
export function readList(text: string): ReadList {
  const raw = /^[\s\uFEFF]*BEGIN:VCARD/im.test(text) ? readVCards(text) : readTable(text)
  const entries = new Map<string, ListEntry>()
  let unusable = 0
  for (const one of raw.slice(0, MOST_ENTRIES)) {
    const entry = entryOf(one)
    if (entry === undefined) unusable++
    else entries.set(JSON.stringify(entry.row), entry)
  }
  return {
    entries: [...entries.values()],
    unusable,
    cut: Math.max(0, raw.length - MOST_ENTRIES),
  }
}
