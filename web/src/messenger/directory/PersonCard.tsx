import { useEffect, useState } from "react"
import { Lock, PenLine } from "lucide-react"
import type { Card, ConversationId, Practitioner, Situation } from "../../core"
import { Link } from "../app/Link"
import { closeLayer, goBack, navigate, openLayer, useLayer } from "../app/routes"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { useNow } from "../app/useNow"
import { explain } from "../errors/explain"
import { onDay } from "../i18n/dates"
import { useI18n } from "../i18n/I18n"
import {
  inSentence,
  personName,
  placeAs,
  professionName,
  professionTitle,
  rppsOf,
} from "../i18n/names"
import { standingOf } from "../i18n/standing"
import { Avatar } from "../ui/Avatar"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { ReplacementNotice } from "../replacement/ReplacementNotice"
import { RegisterBadge } from "../ui/RegisterBadge"
import { CardNotices } from "./CardNotices"
import { HomonymNotice } from "./HomonymNotice"
import { Mailboxes } from "./Mailboxes"
import { QualificationFacts } from "./QualificationFacts"
import { RecipientCheck } from "./RecipientCheck"
import { useFirstLook } from "./useFirstLook"
import { useStructureKey } from "./useStructureKey"
import { useTurn } from "./useTurn"
import "./card.css"

const CHECK = "recipient-check"

/** One person whole. The send button repeats the name, profession and town it will write to. */
export function PersonCard({ card, onSeen }: { card: Card; onSeen: () => void }) {
  const { t, dates } = useI18n()
  const { person } = card
  const self = useMe()?.practitioner?.id === person.id
  const departed = person.registerStatus === "departed"
  return (
    <article className="card" aria-labelledby="card-name">
      <div className="card__scroll">
        <div className="card__head">
          <Avatar person={person} size="l" />
          <div>
            <h1 id="card-name">{personName(person)}</h1>
            <p>{roleWords(person, t)}</p>
          </div>
        </div>
        <dl className="card__facts">
          <div>
            <dt>{t("card.register")}</dt>
            <dd>
              <RegisterBadge person={person} dated />
            </dd>
          </div>
          <div>
            <dt>{t("card.place")}</dt>
            {person.situations.length === 0 && <dd>{t("exercise.none")}</dd>}
            {person.situations.map((situation, at) => (
              <dd key={at}>
                <PlaceLink situation={situation} person={person} />
              </dd>
            ))}
          </div>
          <QualificationFacts person={person} />
          {card.kept && card.mssante === true && (
            <div>
              <dt>{t("card.mssante")}</dt>
              <dd>{t("card.mssante.kept")}</dd>
            </div>
          )}
          {person.source === "register" && (
            <div>
              <dt>{t("card.rpps")}</dt>
              <dd className="tnum">{rppsOf(person)}</dd>
            </div>
          )}
        </dl>
        {!departed && <Mailboxes id={person.id} absent={!person.reachable && !self} />}
        <CardNotices card={card} onSeen={onSeen} />
        <HomonymNotice person={person} />
        <ReplacementNotice person={person} />
        {departed && <Notice tone="attention">{t("card.ended.text")}</Notice>}
        {!departed && !person.reachable && !self && (
          <Notice tone="attention" title={t("card.absent")}>
            {t("card.absent.text")}
          </Notice>
        )}
        {person.source === "register" && (
          <p className="meta">
            {t("card.source", { date: dates.date(onDay(person.registerDate)) })}
          </p>
        )}
      </div>
      {!self && <CardActs card={card} canWrite={!departed && person.reachable} />}
    </article>
  )
}

/** Of somebody in no register also who answers for them. */
function roleWords(person: Practitioner, t: ReturnType<typeof useI18n>["t"]): string {
  const structure = person.situations[0]?.structureName
  return standingOf(person) === "invited" && structure !== undefined
    ? t("card.invited", { profession: person.profession, structure })
    : professionName(person)
}

function PlaceLink({ situation, person }: { situation: Situation; person: Practitioner }) {
  const { t } = useI18n()
  const words = placeAs(situation, person) ?? t("exercise.none")
  const key = useStructureKey(situation.structureId)
  return key === undefined ? words : <Link to={{ page: "structure", id: key }}>{words}</Link>
}

function CardActs({ card, canWrite }: { card: Card; canWrite: boolean }) {
  const { person } = card
  const { t } = useI18n()
  const { conversations } = useSession()
  const now = useNow()
  const existing = useExisting(person)
  const { isNeeded } = useFirstLook()
  const checking = useLayer() === CHECK
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const turn = useTurn()
  useEffect(() => {
    // The browser's Back takes the question away as well.
    if (!checking) turn.drop()
  }, [checking, turn])
  const write = async () => {
    const wanted = turn.take()
    setBusy(true)
    setProblem(undefined)
    try {
      const id = existing ?? (await conversations.openDirect(person.id))
      if (wanted()) navigate({ page: "conversation", id })
      else setBusy(false)
    } catch (error) {
      if (!wanted()) {
        setBusy(false)
        return
      }
      closeLayer(CHECK)
      setProblem(explain(error, t, personName(person)))
      setBusy(false)
    }
  }
  const refuse = () => {
    turn.drop()
    setBusy(false)
  }
  return (
    <div className="card__acts">
      {problem !== undefined && (
        <Notice tone="urgent" role="alert" title={t("card.failed.title")}>
          {problem}
        </Notice>
      )}
      {(canWrite || existing !== undefined) && (
        <>
          <p className="card__lock meta">
            <Lock size={16} aria-hidden /> {t("card.encrypted")}
          </p>
          <Button
            look="primary"
            wide
            icon={PenLine}
            busy={busy}
            onClick={() => (isNeeded(card) ? openLayer(CHECK) : void write())}
          >
            {busy ? t("card.creating") : writeWords(person, t)}
          </Button>
        </>
      )}
      <Button
        wide
        onClick={() => {
          refuse()
          goBack({ page: "directory" })
        }}
      >
        {t("card.wrong")}
      </Button>
      {checking && (
        <RecipientCheck
          cards={[card]}
          now={now}
          busy={busy}
          onConfirm={() => void write()}
          onClose={() => {
            refuse()
            closeLayer(CHECK)
          }}
        />
      )}
    </div>
  )
}

function writeWords(person: Practitioner, t: ReturnType<typeof useI18n>["t"]): string {
  const town = person.situations[0]?.town
  const name = personName(person)
  return town === undefined
    ? t("card.write", { name: `${name}, ${inSentence(professionTitle(person))}` })
    : t("card.writeFull", { name, profession: inSentence(professionTitle(person)), town })
}

function useExisting(person: Practitioner): ConversationId | undefined {
  const { items } = useObservable(useSession().conversations.list)
  return items.find(
    (item) =>
      item.kind === "direct" && item.members.some((member) => member.practitionerId === person.id),
  )?.id
}
