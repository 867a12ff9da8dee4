import { useEffect, useRef, useState } from "react"
import { UserPlus } from "lucide-react"
import type { Practitioner, PractitionerId } from "../../core"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { ChooseOne } from "./ChooseOne"
import { FoundList } from "./FoundList"
import { NotFound } from "./NotFound"
import { MOST_ENTRIES, type ListEntry, type ReadList } from "./read"
import type { Matched } from "./useMatching"

type Props = {
  list: ReadList
  matched: readonly Matched[]
  onAdded: (n: number) => void
  onAgain: () => void
}

/** Found, to choose, not found. Nobody is added but whom the person has seen and left ticked. */
export function Results({ list, matched, onAdded, onAgain }: Props) {
  const { t } = useI18n()
  const { contacts } = useSession()
  const me = useMe()?.practitioner?.id
  const known = new Set(useObservable(contacts.list).map(({ person }) => person.id))
  const [answers, setAnswers] = useState<readonly (Practitioner | undefined)[]>([])
  const [unticked, setUnticked] = useState<ReadonlySet<PractitionerId>>(new Set())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)

  const toChoose = matched.filter(({ match }) => match.confidence === "ambiguous")
  const asked = toChoose[answers.length]
  const allAnswered = answers.length > 0 && asked === undefined
  useEffect(() => {
    if (allAnswered) heading.current?.focus()
  }, [allAnswered])
  const certain = matched.flatMap(({ match }) =>
    match.confidence === "certain" ? match.candidates.slice(0, 1).map(({ person }) => person) : [],
  )
  const chosen = answers.filter((person) => person !== undefined)
  const found = unique([...certain, ...chosen]).filter(({ id }) => id !== me)
  const missing: readonly ListEntry[] = [
    ...matched.filter(({ match }) => match.confidence === "none"),
    ...toChoose.filter((_, at) => at < answers.length && answers[at] === undefined),
  ].map(({ entry }) => entry)
  const ticked = found.filter(({ id }) => !unticked.has(id) && !known.has(id))

  const add = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await contacts.add(ticked)
      onAdded(ticked.length)
    } catch (error) {
      setProblem(explain(error, t))
    }
    setBusy(false)
  }
  const toggle = (id: PractitionerId) =>
    setUnticked((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })

  return (
    <>
      {list.cut > 0 && (
        <Notice tone="attention">{t("contacts.cut", { most: MOST_ENTRIES, n: list.cut })}</Notice>
      )}
      {list.unusable > 0 && <p className="meta">{t("contacts.unusable", { n: list.unusable })}</p>}
      {asked !== undefined && (
        <ChooseOne
          key={answers.length}
          matched={asked}
          number={answers.length + 1}
          total={toChoose.length}
          onChosen={(person) => setAnswers((before) => [...before, person])}
        />
      )}
      <FoundList
        heading={heading}
        found={found}
        known={known}
        unticked={unticked}
        onToggle={toggle}
      />
      {problem !== undefined && (
        <Notice tone="urgent" role="alert">
          {problem}
        </Notice>
      )}
      {ticked.length > 0 && (
        <Button
          look={asked === undefined ? "primary" : "secondary"}
          wide
          icon={UserPlus}
          busy={busy}
          onClick={() => void add()}
        >
          {t("contacts.add", { n: ticked.length })}
        </Button>
      )}
      {missing.length > 0 && <NotFound entries={missing} />}
      <Button look="quiet" onClick={onAgain}>
        {t("contacts.again")}
      </Button>
    </>
  )
}

function unique(people: readonly Practitioner[]): readonly Practitioner[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
