import type { Practitioner, Situation } from "../people"

/** What of a card changed, as a reader has to be told of it. */
export type CardChange =
  | "departed"
  | "returned"
  | "name"
  | "number"
  | "profession"
  | "place"
  | "activity"
  | "source"
  | "skills"
  | "qualifications"

/** What a card is signed for; the rest goes on by itself or is not on it. */
type Covered = Exclude<
  keyof Practitioner,
  "id" | "registerDate" | "reachable" | "mailboxes" | "replacement"
>

type Look = (person: Practitioner) => readonly (readonly [CardChange, unknown])[]

/** Complete by type: a new field of cards does not compile before it is told. */
const LOOKS: Readonly<Record<Covered, Look>> = {
  registerStatus: ({ registerStatus }) => [
    [registerStatus === "departed" ? "departed" : "returned", ""],
  ],
  professionCode: ({ professionCode }) => [["profession", professionCode]],
  profession: ({ profession }) => [["profession", profession]],
  category: ({ category }) => [["profession", category === "student"]],
  savoirFaireCode: ({ savoirFaireCode }) => [["profession", savoirFaireCode]],
  savoirFaire: ({ savoirFaire }) => [["profession", savoirFaire]],
  situations: ({ situations, category }) => [
    ["place", unordered(situations.map(whereOf))],
    ["activity", unordered(situations.map((place) => asWhat(place, category === "student")))],
  ],
  givenName: ({ givenName }) => [["name", givenName]],
  familyName: ({ familyName }) => [["name", familyName]],
  civility: ({ civility }) => [["name", civility]],
  nationalId: ({ nationalId }) => [["number", nationalId]],
  source: ({ source }) => [["source", source]],
  skills: ({ skills }) => (skills === undefined ? [] : [["skills", unordered(skills)]]),
  qualifications: ({ qualifications }) =>
    qualifications === undefined ? [] : [["qualifications", unordered(qualifications)]],
}

/**
 * What a reader of the former card has to be told, the gravest first. What one of the two cards says
 * nothing of did not change.
 */
export function changesOf(former: Practitioner, now: Practitioner): readonly CardChange[] {
  const changes = new Set<CardChange>()
  for (const look of Object.values(LOOKS)) {
    const before = look(former)
    look(now).forEach(([change, value], at) => {
      const was = before[at]
      if (was !== undefined && JSON.stringify(was) !== JSON.stringify([change, value]))
        changes.add(change)
    })
  }
  // Another place is practised at as something, and who moved is told of the place alone.
  if (changes.has("place")) changes.delete("activity")
  return [...changes]
}

function whereOf({ structureId, structureName, postalCode, town }: Situation): unknown {
  return [structureId, structureName, postalCode, town]
}

/** Places of students' former cards did not say what the person's category says already. */
function asWhat(place: Situation, ofStudent: boolean): unknown {
  const { structureId, structureName, sector, profession } = place
  const studied = !ofStudent && place.category === "student"
  return [structureId, structureName, sector, profession, studied]
}

function unordered(parts: readonly unknown[]): readonly string[] {
  return parts.map((part) => JSON.stringify(inOrder(part))).sort()
}

/** Members by name, so that the order in which a card was written says nothing. */
function inOrder(part: unknown): unknown {
  return typeof part === "object" && part !== null && !Array.isArray(part)
    ? Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))
    : part
}
