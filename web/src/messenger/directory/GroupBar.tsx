import { useEffect, useRef, useState } from "react"
import { Send, X } from "lucide-react"
import type { Card, Practitioner } from "../../core"
import { closeLayer, navigate, openLayer, useLayer } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { useNow } from "../app/useNow"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName, townName } from "../i18n/names"
import { withStanding } from "../i18n/standing"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { StandingMark } from "../ui/StandingMark"
import { RecipientCheck } from "./RecipientCheck"
import { useFirstLook } from "./useFirstLook"
import { useTurn } from "./useTurn"

const CHECK = "group-check"

/** The people chosen so far and the one act: write to them all. The button says to how many. */
export function GroupBar(props: {
  chosen: readonly Practitioner[]
  onRemove: (person: Practitioner) => void
}) {
  const { t } = useI18n()
  const { conversations, directory } = useSession()
  const { chosen } = props
  const [busy, setBusy] = useState<"reading" | "creating">()
  const [problem, setProblem] = useState<string>()
  const [cards, setCards] = useState<readonly Card[]>([])
  const now = useNow()
  const turn = useTurn()
  const inSight = useRef(chosen)
  useEffect(() => {
    inSight.current = chosen
  }, [chosen])
  const { isFirst, isNeeded } = useFirstLook()
  const checking = useLayer() === CHECK
  useEffect(() => {
    // The browser's Back takes the question away as well.
    if (!checking) turn.drop()
  }, [checking, turn])
  const [only] = chosen
  const strangers = chosen.filter(isFirst)
  // Who was looked at may not be who is chosen now: the browser's buttons open the layer again.
  const looked =
    cards.length === strangers.length &&
    strangers.every(({ id }) => cards.some(({ person }) => person.id === id))

  const doubtful = cards.filter(isNeeded)

  /** One look at whoever was never written to; nothing to look at among acquaintances. */
  const check = async () => {
    if (busy !== undefined) return
    if (strangers.length === 0) return create()
    const wanted = turn.take()
    setBusy("reading")
    setProblem(undefined)
    try {
      const read = await Promise.all(strangers.map(({ id }) => directory.card(id)))
      if (!wanted()) return
      setCards(read)
      const asAsked = inSight.current === chosen
      if (asAsked && !read.some(isNeeded)) {
        await create()
        return
      }
      // Whoever changed the choice meanwhile has not asked to write to those in sight now.
      if (asAsked) openLayer(CHECK)
    } catch (error) {
      if (!wanted()) return
      setProblem(explain(error, t))
    }
    setBusy(undefined)
  }

  const confirm = async () => {
    if (busy === undefined) await create()
  }

  const create = async () => {
    if (only === undefined) {
      setProblem(t("group.empty"))
      return
    }
    const wanted = turn.take()
    setBusy("creating")
    setProblem(undefined)
    try {
      const ids = chosen.map(({ id }) => id)
      const id =
        chosen.length === 1
          ? await conversations.openDirect(only.id)
          : await conversations.createGroup(ids)
      if (wanted()) navigate({ page: "conversation", id })
      else setBusy(undefined)
    } catch (error) {
      if (!wanted()) {
        setBusy(undefined)
        return
      }
      closeLayer(CHECK)
      setProblem(explain(error, t, only.familyName))
      setBusy(undefined)
    }
  }

  return (
    <div className="group-bar">
      <p className="group-bar__count">{t("group.chosen", { n: chosen.length })}</p>
      {chosen.length > 0 && (
        <ul className="group-bar__people">
          {chosen.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="chip group-bar__person"
                disabled={busy === "creating"}
                aria-label={t("group.remove", {
                  name: withStanding(nameAndTown(person), person, t),
                })}
                onClick={() => props.onRemove(person)}
              >
                <span>
                  {personName(person)}
                  <span className="meta"> {townName(person.situations[0])}</span>{" "}
                  <StandingMark person={person} />
                </span>
                <X size={20} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && (
        <Notice tone="attention" role="alert">
          {problem}
        </Notice>
      )}
      <Button
        look="primary"
        wide
        icon={Send}
        busy={busy !== undefined}
        onClick={() => void check()}
      >
        {chosen.length === 1 && only !== undefined
          ? t("group.createOne", { name: personName(only) })
          : t("group.create", { n: chosen.length })}
      </Button>
      {checking && looked && doubtful.length > 0 && (
        <RecipientCheck
          cards={doubtful}
          chosen={chosen.length}
          now={now}
          busy={busy !== undefined}
          onConfirm={() => void confirm()}
          onClose={() => {
            turn.drop()
            setBusy(undefined)
            closeLayer(CHECK)
          }}
        />
      )}
    </div>
  )
}

function nameAndTown(person: Practitioner): string {
  return [personName(person), townName(person.situations[0])].filter(Boolean).join(" ")
}
