import { describe, expect, it } from "vitest"
import type { Practitioner } from "../../core"
import { summary } from "../stories/conversations"
import { person } from "../stories/people"
import { writtenToFirst } from "./useDirectorySearch"

const exact = person({ givenName: "Sophie", familyName: "LEFEBVRE" })
const homonym = person({ givenName: "Sophie", familyName: "Lefebvre" })
const fuzzy = person({ givenName: "Sophie", familyName: "Lefèvre" })
const otherFuzzy = person({ givenName: "Sophie", familyName: "Lefebure" })

describe("whom the reader wrote to", () => {
  it("stays behind one whose name is exactly what was asked", () => {
    expect(searched("Sophie Lefebvre", [exact, fuzzy], fuzzy)).toEqual([exact, fuzzy])
    expect(searched("lefebvre  SOPHIE", [exact, fuzzy], fuzzy)).toEqual([exact, fuzzy])
  })

  it("comes before a homonym", () => {
    expect(searched("Sophie Lefebvre", [exact, homonym, fuzzy], homonym)).toEqual([
      homonym,
      exact,
      fuzzy,
    ])
    expect(searched("Sophie Lefebvre Lyon", [exact, fuzzy, homonym], homonym)).toEqual([
      homonym,
      fuzzy,
      exact,
    ])
  })

  it("comes before others who have all the names that were asked", () => {
    expect(searched("sophie", [exact, otherFuzzy, fuzzy], fuzzy)).toEqual([
      fuzzy,
      exact,
      otherFuzzy,
    ])
  })

  it("is not put before one whose name may be nearer", () => {
    const people = [fuzzy, otherFuzzy]
    expect(searched("Sophie Lefebvre", people, otherFuzzy)).toEqual(people)
  })

  it("comes first where no name was asked", () => {
    expect(searched(undefined, [exact, fuzzy], fuzzy)).toEqual([fuzzy, exact])
  })

  it("in a group is not moved", () => {
    const group = { ...summary(1, [homonym]), kind: "group" } as const
    const list = { items: [group], loaded: true }
    expect(writtenToFirst([exact, homonym], list, "Sophie Lefebvre")).toEqual([exact, homonym])
  })
})

function searched(
  question: string | undefined,
  people: readonly Practitioner[],
  ...written: readonly Practitioner[]
): readonly Practitioner[] {
  const items = written.map((one, at) => ({ ...summary(at + 1, [one]), kind: "direct" }) as const)
  return writtenToFirst(people, { items, loaded: true }, question)
}
