import type { PersonEntry } from "../core"
import { professionTitle } from "../messenger/i18n/names"
import { StandingMark } from "../messenger/ui/StandingMark"

/** As what the directory lists somebody, marked where they are no professional of the register. */
export function ProfessionWords({
  person,
}: {
  person: Pick<PersonEntry, "profession" | "standing">
}) {
  return (
    <>
      {professionTitle(person)} <StandingMark person={person} />
    </>
  )
}
