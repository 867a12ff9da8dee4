import { useState } from "react"
import type { Practitioner } from "../../core"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { TextField } from "../ui/Field"
import { Notice } from "../ui/Notice"
import { faultOf, today } from "./days"
import { LocumChoice } from "./LocumChoice"
import { causeOf, colleagueCauseOf } from "./words"

/**
 * Days, a person, one request. Nothing is shown to others before that person accepted. `person` is replaced: oneself,
 * or somebody of the structure that one administers.
 */
export function ProposeDialog(props: {
  person: Practitioner
  structure?: string
  onClose: () => void
  onDone: (locum: Practitioner) => void
}) {
  const { t } = useI18n()
  const { delegations } = useSession()
  const { person, structure } = props
  const [from, setFrom] = useState("")
  const [to, setTo] = useState("")
  const [locum, setLocum] = useState<Practitioner>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (busy) return
    const fault = faultOf(from, to)
    if (fault !== undefined || locum === undefined) {
      setProblem(t(fault === undefined ? "locum.choose" : `locum.dates.${fault}`))
      return
    }
    setBusy(true)
    setProblem(undefined)
    try {
      await delegations.propose({
        locumId: locum.id,
        startsOn: from,
        endsOn: to,
        ...(structure !== undefined && { replacedId: person.id, structureId: structure }),
      })
      props.onDone(locum)
    } catch (error) {
      setProblem((structure === undefined ? causeOf : colleagueCauseOf)(error, t))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={
        structure === undefined
          ? t("locum.propose.title")
          : t("staff.locum.propose.title", { name: personName(person) })
      }
      onClose={props.onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onClick={() => void send()}>
            {locum === undefined
              ? t("locum.askNobody")
              : t("locum.ask", { name: personName(locum) })}
          </Button>
          <Button onClick={props.onClose}>{t("act.cancel")}</Button>
        </>
      }
    >
      <div className="locum__days">
        <TextField
          type="date"
          label={t("locum.from")}
          min={today()}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          type="date"
          label={t("locum.to")}
          hint={t("locum.to.hint")}
          min={from === "" ? today() : from}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <LocumChoice person={person} structure={structure} chosen={locum} onChoose={setLocum} />
      {problem !== undefined && (
        <Notice tone="urgent" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  )
}
