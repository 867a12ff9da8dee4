import { useState } from "react"
import { Lock, PenLine } from "lucide-react"
import type { ConversationId, Practitioner } from "../../core"
import { goBack, navigate } from "../app/routes"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { inSentence, personName, placeName, professionName } from "../i18n/names"
import { Avatar } from "../ui/Avatar"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { RegisterBadge } from "../ui/RegisterBadge"
import { HomonymNotice } from "./HomonymNotice"
import "./card.css"

/** One person whole. The send button repeats the name, profession and town it will write to. */
export function PersonCard({ person }: { person: Practitioner }) {
  const { t } = useI18n()
  const self = useMe()?.practitioner?.id === person.id
  const departed = person.registerStatus === "departed"
  return (
    <article className="card" aria-labelledby="card-name">
      <div className="card__scroll">
        <div className="card__head">
          <Avatar person={person} size="l" />
          <div>
            <h1 id="card-name">{personName(person)}</h1>
            <p>{professionName(person)}</p>
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
              <dd key={at}>{placeName(situation) ?? t("exercise.none")}</dd>
            ))}
          </div>
          {person.source === "register" && (
            <div>
              <dt>{t("card.rpps")}</dt>
              <dd className="tnum">{rppsOf(person)}</dd>
            </div>
          )}
        </dl>
        <HomonymNotice person={person} />
        {departed && <Notice tone="attention">{t("card.ended.text")}</Notice>}
        {!departed && !person.reachable && !self && (
          <Notice tone="attention" title={t("card.absent")}>
            {t("card.absent.text")}
          </Notice>
        )}
      </div>
      {!self && <CardActs person={person} canWrite={!departed && person.reachable} />}
    </article>
  )
}

function CardActs({ person, canWrite }: { person: Practitioner; canWrite: boolean }) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const existing = useExisting(person)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const write = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const id = existing ?? (await conversations.openDirect(person.id))
      navigate({ page: "conversation", id })
    } catch (error) {
      setProblem(explain(error, t, personName(person)))
      setBusy(false)
    }
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
          <Button look="primary" wide icon={PenLine} busy={busy} onClick={() => void write()}>
            {busy ? t("card.creating") : writeWords(person, t)}
          </Button>
        </>
      )}
      <Button wide onClick={() => goBack({ page: "directory" })}>
        {t("card.wrong")}
      </Button>
    </div>
  )
}

function writeWords(person: Practitioner, t: ReturnType<typeof useI18n>["t"]): string {
  const town = person.situations[0]?.town
  const name = personName(person)
  return town === undefined
    ? t("card.write", { name: `${name}, ${inSentence(person.profession)}` })
    : t("card.writeFull", { name, profession: inSentence(person.profession), town })
}

function useExisting(person: Practitioner): ConversationId | undefined {
  const { items } = useObservable(useSession().conversations.list)
  return items.find(
    (item) =>
      item.kind === "direct" && item.members.some((member) => member.practitionerId === person.id),
  )?.id
}

/** The eleven digits people know, without the one-digit type before them. */
function rppsOf(person: Practitioner): string {
  return person.nationalId.length === 12 ? person.nationalId.slice(1) : person.nationalId
}
