import { UsersRound, Briefcase, CalendarClock, GraduationCap, Send } from "lucide-react"
import type { Card } from "../../core"
import { onDay } from "../i18n/dates"
import { useI18n } from "../i18n/I18n"
import { personName, placeAs, professionName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { Notice } from "../ui/Notice"
import { RegisterBadge } from "../ui/RegisterBadge"
import { cautionsOf, type Caution } from "./cautions"

const ICONS = {
  "homonym-town": UsersRound,
  "homonym-department": UsersRound,
  student: GraduationCap,
  "not-care": Briefcase,
  stale: CalendarClock,
} as const

/** The last look before a first message: who, as what, where, and what speaks for looking twice. */
export function RecipientCheck(props: {
  cards: readonly Card[]
  /** To how many is written, when that is more than those to look at. */
  chosen?: number
  now: number
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const shown = props.cards.length
  const { chosen = shown } = props
  const refused = props.cards.some(({ person }) => person.registerStatus === "departed")
  return (
    <Dialog
      title={t("check.title")}
      onClose={props.onClose}
      actions={
        <>
          {!refused && (
            <Button look="primary" wide icon={Send} busy={props.busy} onClick={props.onConfirm}>
              {chosen === shown
                ? t("check.confirm", { n: shown })
                : t("check.confirmAll", { n: chosen })}
            </Button>
          )}
          <Button wide onClick={props.onClose}>
            {t("card.wrong")}
          </Button>
        </>
      }
    >
      <ul className="homonyms">
        {props.cards.map((card) => (
          <li key={card.person.id} className="homonyms__person">
            <Recipient card={card} now={props.now} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Recipient({ card, now }: { card: Card; now: number }) {
  const { t } = useI18n()
  const { person } = card
  return (
    <>
      <strong>{personName(person)}</strong>
      <span>{professionName(person)}</span>
      {person.situations.length === 0 && <span>{t("exercise.none")}</span>}
      {person.situations.map((situation, at) => (
        <span key={at}>{placeAs(situation, person) ?? t("exercise.none")}</span>
      ))}
      <RegisterBadge person={person} dated />
      {person.registerStatus === "departed" && (
        <Notice tone="attention">{t("card.ended.text")}</Notice>
      )}
      {cautionsOf(card, new Date(now)).map((caution) => (
        <Notice key={caution.kind} tone="attention" icon={ICONS[caution.kind]}>
          <Words caution={caution} />
        </Notice>
      ))}
    </>
  )
}

function Words({ caution }: { caution: Caution }) {
  const { t, dates } = useI18n()
  switch (caution.kind) {
    case "homonym-town":
      return t("check.homonymTown", { n: caution.n })
    case "homonym-department":
      return t("check.homonymDepartment", { n: caution.n })
    case "student":
      return t("check.student")
    case "not-care":
      return t("check.notCare", { profession: caution.profession })
    case "stale":
      return t("check.stale", { date: dates.date(onDay(caution.date)) })
  }
}
