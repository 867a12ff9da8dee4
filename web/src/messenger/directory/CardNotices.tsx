import { useState } from "react"
import { CloudOff, History } from "lucide-react"
import { changesOf, type Card, type CardChange, type Practitioner } from "../../core"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"

/** Says that the card is a kept one, and what changed since it was last seen. */
export function CardNotices({ card, onSeen }: { card: Card; onSeen: () => void }) {
  const { t, dates } = useI18n()
  return (
    <>
      {card.kept && (
        <Notice tone="plain" icon={CloudOff} title={t("card.kept")}>
          {t("card.kept.text", { date: dates.date(new Date(card.issuedAt)) })}
        </Notice>
      )}
      <Changed card={card} onSeen={onSeen} />
    </>
  )
}

function Changed({ card, onSeen }: { card: Card; onSeen: () => void }) {
  const { t } = useI18n()
  const { directory } = useSession()
  const [problem, setProblem] = useState<string>()
  const { former, person } = card
  if (former === undefined) return null
  const changes = changesOf(former, person)
  if (changes.length === 0) return null
  const words = changes.map((change) =>
    t(`card.changed.${change}`, { before: wordsBefore(change, former, t) }),
  )
  const seen = async () => {
    setProblem(undefined)
    try {
      await directory.acknowledgeCard(person.id)
      onSeen()
    } catch (error) {
      setProblem(explain(error, t))
    }
  }
  return (
    <Notice
      tone="attention"
      icon={History}
      role="status"
      title={t("card.changed")}
      act={
        <>
          {problem !== undefined && <p role="alert">{problem}</p>}
          <Button onClick={() => void seen()}>{t("card.changed.seen")}</Button>
        </>
      }
    >
      {words.join(" ")}
    </Notice>
  )
}

/** What the former card said of it; empty where that is too long to repeat. */
function wordsBefore(
  change: CardChange,
  former: Practitioner,
  t: ReturnType<typeof useI18n>["t"],
): string {
  switch (change) {
    case "profession":
      return professionName(former)
    case "name":
      return personName(former)
    case "number":
      return former.nationalId
    case "place":
      return placeName(former.situations[0]) ?? t("exercise.none")
    case "skills": {
      const labels = former.skills?.map(({ label }) => label) ?? []
      return labels.length === 0 ? t("card.changed.none") : labels.join(", ")
    }
    case "activity":
    case "departed":
    case "qualifications":
    case "returned":
    case "source":
      return ""
  }
}
