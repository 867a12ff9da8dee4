import type { Practitioner } from "../../core"
import type { Translate } from "./I18n"

/** What the directory writes where the register has a profession. */
const INVITED = "INVITE"

/** What sets somebody apart from the professionals of the register. */
export type Standing = "student" | "invited" | "vouched"

type Stated = Pick<Practitioner, "category" | "professionCode" | "source">

/** Undefined for a full professional of the register. */
export function standingOf(person: Stated): Standing | undefined {
  if (person.category === "student") return "student"
  if (person.professionCode === INVITED) return "invited"
  return person.source === "structure" ? "vouched" : undefined
}

/** Words of a line, with the standing behind them where there is one. */
export function withStanding(words: string, person: Stated, t: Translate): string {
  const standing = standingOf(person)
  // A student's words say it already: see professionName.
  return standing === undefined || standing === "student"
    ? words
    : `${words}, ${t(`standing.${standing}.inSentence`)}`
}
