import { useId, useState, type SyntheticEvent } from "react"
import { LoaderCircle, Smartphone } from "lucide-react"
import type { Me } from "../../core"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { Avatar } from "../ui/Avatar"
import { Button } from "../ui/Button"
import { TextField } from "../ui/Field"
import { Notice } from "../ui/Notice"
import { proposeDeviceName } from "./deviceName"
import { forgetDeviceName, keepDeviceName, keptDeviceName } from "./keptName"
import "./setup.css"

type Step = "asking" | "working" | "failed"

/** First login in this browser: a name for the device, and nothing else to know. */
export function SetupPage({ me, stepUp }: { me: Me; stepUp: boolean }) {
  const { t } = useI18n()
  const session = useSession()
  const headingId = useId()
  const example = proposeDeviceName(navigator, t)
  const [name, setName] = useState(() => keptDeviceName() ?? example)
  const [step, setStep] = useState<Step>("asking")
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<string>()

  const enrol = async () => {
    setStep("working")
    try {
      await session.enrolDevice(name.trim())
      forgetDeviceName()
      setStep("asking")
    } catch (error) {
      setProblem(explain(error, t))
      setStep("failed")
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(name.trim() === "")
    if (name.trim() === "") return
    if (stepUp) {
      keepDeviceName(name.trim())
      void session.stepUp()
    } else {
      void enrol()
    }
  }

  return (
    <main className="setup">
      <form className="setup__card" onSubmit={submit} aria-labelledby={headingId} noValidate>
        <Identity me={me} />
        <h1 id={headingId}>{stepUp ? t("setup.stepUp.title") : t("setup.title")}</h1>
        <p>{stepUp ? t("setup.stepUp.text") : t("setup.lead")}</p>
        {step === "failed" && (
          <Notice tone="urgent" role="alert" title={t("setup.failed.title")}>
            {problem}
          </Notice>
        )}
        {step === "working" ? (
          <div className="setup__progress" role="status">
            <LoaderCircle size={28} aria-hidden />
            <div>
              <p>
                <strong>{t("setup.progress")}</strong>
              </p>
              <p className="meta">{t("setup.progress.text")}</p>
            </div>
          </div>
        ) : (
          <>
            <TextField
              label={t("setup.name")}
              hint={t("setup.name.hint", { example })}
              error={missing ? t("setup.name.empty", { example }) : undefined}
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
            <p className="meta">{t("setup.history")}</p>
            <Button look="primary" type="submit" icon={Smartphone} wide>
              {stepUp ? t("login.psc") : t("setup.act")}
            </Button>
          </>
        )}
        <Button look="quiet" onClick={() => void session.logout()}>
          {t("settings.signOut")}
        </Button>
      </form>
    </main>
  )
}

function Identity({ me }: { me: Me }) {
  const person = me.practitioner
  if (person === undefined) return null
  return (
    <div className="setup__identity">
      <Avatar person={person} />
      <div>
        <p className="setup__person">{personName(person)}</p>
        <p className="meta">{professionName(person)}</p>
        <p className="meta">{placeName(person.situations[0])}</p>
      </div>
    </div>
  )
}
