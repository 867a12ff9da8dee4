import type { Practitioner, ProfessionCount, Standing } from "../../core"
import type { Translate } from "./I18n"
import { professionTitle } from "./names"

/** What the directory writes where the register has a profession. */
const INVITED = "INVITE"

/** A whole card, or a line of a list that says the standing itself. */
export type Stated =
  Pick<Practitioner, "category" | "professionCode" | "source"> | { readonly standing?: Standing }

/** Undefined for a full professional of the register. */
export function standingOf(person: Stated): Standing | undefined {
  if (!("professionCode" in person)) return person.standing
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

/** Whom a count is of. Functions of invited people are no profession, so they are one group. */
export function groupWords(group: ProfessionCount, t: Translate): string {
  const { label: profession, standing } = group
  if (standing === "invited") return t("standing.invited")
  return withStanding(professionTitle({ profession, standing }), { standing }, t)
}

/** Tells groups apart: students have the code of the profession they learn. */
export function groupKey({ code, standing }: ProfessionCount): string {
  return standing === undefined ? code : `${code} ${standing}`
}
