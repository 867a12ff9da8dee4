import { useCallback, useEffect, useState } from "react"
import type {
  HeldDevice,
  PersonRecord,
  PractitionerId,
  RevocationReason,
  SuspensionReason,
} from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { Notice } from "../messenger/ui/Notice"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { ActFailure } from "./ActFailure"
import { AdministratorsStep } from "./AdministratorsStep"
import { DeviceList } from "./DeviceList"
import { PersonFacts } from "./PersonFacts"
import { returning } from "./returning"
import { RevokeForm } from "./RevokeForm"
import { SuspendForm } from "./SuspendForm"

type Act = "suspend" | "lift" | "revoke" | "name" | "dismiss"
type Step = "facts" | "suspend" | "lift" | "revoke" | "name"

/** One person: where they stand, and each act upon them after a step that says what follows. */
export function PersonDialog(props: {
  id: PractitionerId
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const session = useSession()
  const { administration } = session
  const [person, setPerson] = useState<PersonRecord>()
  const [step, setStep] = useState<Step>("facts")
  const [lost, setLost] = useState<HeldDevice>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [done, setDone] = useState<Act>()
  const { id } = props

  const load = useCallback(async () => {
    try {
      setPerson(await administration.person(id))
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
  }, [administration, id])
  useEffect(() => {
    void Promise.resolve().then(load)
  }, [load])

  const decide = async (what: Act, act: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await act()
      setStep("facts")
      setDone(what)
      props.onChanged()
      await load()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const suspend = (reason: SuspensionReason, note: string | undefined) =>
    void decide("suspend", () => administration.suspend(id, reason, note))
  const revoke = (device: HeldDevice, reason: RevocationReason) =>
    void decide("revoke", () => administration.revokeDevice(id, device.id, reason))
  const lift = () => void decide("lift", () => administration.liftSuspension(id))
  const name = (structure: string) =>
    void decide("name", () => administration.nameAdministrator(structure, id))
  const dismiss = (structure: string, who: PractitionerId) =>
    void decide("dismiss", () => administration.dismissAdministrator(structure, who))
  const go = (next: Step) => {
    setFailure(undefined)
    setDone(undefined)
    setStep(next)
  }
  const leave = () => {
    returning.toPerson(id)
    void session.stepUp()
  }
  const called = person === undefined ? "" : personName(person)
  const title =
    person === undefined
      ? t("admin.person.loading")
      : step === "facts"
        ? called
        : step === "revoke"
          ? t("admin.revoke.title", { device: lost?.name ?? "", name: called })
          : t(`admin.${step}.title`, { name: called })
  return (
    <Dialog title={title} step={step} onClose={props.onClose}>
      <div className="admin__person">
        {failure !== undefined && (
          <ActFailure
            failure={failure}
            read={person !== undefined}
            onStepUp={leave}
            onRetry={() => void load()}
          />
        )}
        {person === undefined && failure === undefined && (
          <SkeletonRows count={3} label={t("admin.person.loading")} />
        )}
        {done !== undefined && step === "facts" && (
          <Notice tone="good" role="status" title={t(`admin.${done}.done`)} />
        )}
        {person !== undefined && step === "facts" && (
          <>
            <PersonFacts person={person} />
            <DeviceList
              devices={person.devices}
              onRevoke={(device) => {
                setLost(device)
                go("revoke")
              }}
            />
            {(person.state === "known" || person.state === "activated") && (
              <Button onClick={() => go("name")}>{t("admin.administer.open")}</Button>
            )}
            {person.state === "suspended" ? (
              <Button onClick={() => go("lift")}>{t("admin.lift.open")}</Button>
            ) : (
              <Button look="danger" onClick={() => go("suspend")}>
                {t("admin.suspend.open")}
              </Button>
            )}
          </>
        )}
        {step === "suspend" && (
          <SuspendForm busy={busy} onSuspend={suspend} onCancel={() => go("facts")} />
        )}
        {step === "revoke" && lost !== undefined && (
          <RevokeForm
            last={person?.devices.filter(({ status }) => status === "active").length === 1}
            busy={busy}
            onRevoke={(reason) => revoke(lost, reason)}
            onCancel={() => go("facts")}
          />
        )}
        {step === "name" && person !== undefined && (
          <AdministratorsStep
            person={person}
            busy={busy}
            onName={name}
            onDismiss={(structure, who) => dismiss(structure, who.practitionerId)}
            onCancel={() => go("facts")}
          />
        )}
        {step === "lift" && (
          <>
            <Notice tone="plain">{t("admin.lift.follows")}</Notice>
            <div className="admin__acts">
              <Button onClick={() => go("facts")}>{t("act.cancel")}</Button>
              <Button look="primary" busy={busy} onClick={lift}>
                {t("admin.lift.act")}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
