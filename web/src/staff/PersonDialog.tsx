import { useState } from "react"
import type { InvitedPerson } from "../core"
import { causeOf, needsStepUp } from "../administration/words"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { Notice } from "../messenger/ui/Notice"
import { failedTitle } from "./failedTitle"
import { PersonFacts, type HeldDevice } from "./PersonFacts"
import { returning } from "./returning"

type Step =
  | { readonly kind: "facts" }
  | { readonly kind: "remove" }
  | { readonly kind: "revoke"; readonly device: HeldDevice }

/** One invited person: devices, and removing them after a step that says what follows. */
export function PersonDialog(props: {
  structure: string
  person: InvitedPerson
  onChanged: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useI18n()
  const session = useSession()
  const [step, setStep] = useState<Step>({ kind: "facts" })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [done, setDone] = useState<string>()
  const { person, structure } = props
  const name = personName(person)
  const stale = needsStepUp(failure)

  const act = async (what: () => Promise<void>, words: string) => {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await what()
      await props.onChanged()
      setDone(words)
      setStep({ kind: "facts" })
    } catch (error) {
      setFailure(error)
      void props.onChanged()
    }
    setBusy(false)
  }
  const remove = () =>
    act(
      () => session.staff.remove(structure, person.practitionerId),
      t("staff.remove.done", { name }),
    )
  const revoke = (device: HeldDevice) =>
    act(
      () => session.staff.revokeDevice(structure, person.practitionerId, device.id),
      t("staff.revoke.done"),
    )
  const leave = () => {
    returning.leave({ structure, person: person.practitionerId })
    void session.stepUp()
  }
  const title =
    step.kind === "facts"
      ? name
      : step.kind === "remove"
        ? t("staff.remove.title", { name })
        : t("staff.revoke.title", { device: step.device.name })
  return (
    <Dialog title={title} step={step.kind} onClose={props.onClose}>
      <div className="admin__person">
        {failure !== undefined && (
          <Notice
            tone="attention"
            role="alert"
            title={t(stale ? "admin.stepUp.title" : failedTitle(failure))}
            act={stale && <Button onClick={leave}>{t("admin.stepUp.act")}</Button>}
          >
            {stale ? t("admin.stepUp.text") : causeOf(failure, t)}
          </Notice>
        )}
        {done !== undefined && step.kind === "facts" && (
          <Notice tone="good" role="status" title={done} />
        )}
        {step.kind === "facts" && (
          <PersonFacts
            person={person}
            onRevoke={(device) => setStep({ kind: "revoke", device })}
            onRemove={() => setStep({ kind: "remove" })}
          />
        )}
        {step.kind === "revoke" && (
          <>
            <p>{t("staff.revoke.text")}</p>
            <div className="admin__acts">
              <Button onClick={() => setStep({ kind: "facts" })}>{t("act.cancel")}</Button>
              <Button look="danger" busy={busy} onClick={() => void revoke(step.device)}>
                {t("staff.revoke.act")}
              </Button>
            </div>
          </>
        )}
        {step.kind === "remove" && (
          <>
            <Notice tone="attention" title={t("staff.remove.text")}>
              {t("staff.remove.final")}
            </Notice>
            <div className="admin__acts">
              <Button onClick={() => setStep({ kind: "facts" })}>{t("act.cancel")}</Button>
              <Button look="danger" busy={busy} onClick={() => void remove()}>
                {t("staff.remove.act")}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
