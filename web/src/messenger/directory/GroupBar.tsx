import { useState } from "react"
import { Send, X } from "lucide-react"
import type { Practitioner } from "../../core"
import { navigate } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName, townName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"

/** The people chosen so far and the one act: write to them all. The button says to how many. */
export function GroupBar(props: {
  chosen: readonly Practitioner[]
  onRemove: (person: Practitioner) => void
}) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const { chosen } = props
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [only] = chosen

  const create = async () => {
    if (only === undefined) {
      setProblem(t("group.empty"))
      return
    }
    setBusy(true)
    setProblem(undefined)
    try {
      const ids = chosen.map(({ id }) => id)
      const id =
        chosen.length === 1
          ? await conversations.openDirect(only.id)
          : await conversations.createGroup(ids)
      navigate({ page: "conversation", id })
    } catch (error) {
      setProblem(explain(error, t, only.familyName))
      setBusy(false)
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
                aria-label={t("group.remove", { name: nameAndTown(person) })}
                onClick={() => props.onRemove(person)}
              >
                <span>
                  {personName(person)}
                  <span className="meta"> {townName(person.situations[0])}</span>
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
      <Button look="primary" wide icon={Send} busy={busy} onClick={() => void create()}>
        {chosen.length === 1 && only !== undefined
          ? t("group.createOne", { name: personName(only) })
          : t("group.create", { n: chosen.length })}
      </Button>
    </div>
  )
}

function nameAndTown(person: Practitioner): string {
  return [personName(person), townName(person.situations[0])].filter(Boolean).join(" ")
}
