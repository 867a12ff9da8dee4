import { useState } from "react"
import { BadgeCheck, CheckCheck, Lock, LogIn } from "lucide-react"
import type { SessionState } from "../../core"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n, type Translate } from "../i18n/I18n"
import { LanguageSwitch } from "../settings/LanguageSwitch"
import { Button } from "../ui/Button"
import { Mark } from "../ui/Mark"
import { Notice } from "../ui/Notice"
import "./login.css"

type Reason = Extract<SessionState, { kind: "signed-out" }>["reason"]

/** The door: Pro Santé Connect first, the structure's own login second, nothing to type. */
export function LoginPage({ reason }: { reason?: Reason | undefined }) {
  const { t } = useI18n()
  const session = useSession()
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  const login = (as: "psc" | "staff") => {
    setLeaving(true)
    setProblem(undefined)
    session.login(as).catch((error: unknown) => {
      setLeaving(false)
      setProblem(explain(error, t))
    })
  }
  return (
    <div className="login">
      <header className="login__brand">
        <Mark size={56} />
        <div>
          <p className="login__name">{t("app.name")}</p>
          <p className="login__tagline">{t("app.tagline")}</p>
        </div>
        <ul className="login__promises">
          <Assurance icon={Lock} title={t("login.promise.1")} text={t("login.promise.1.text")} />
          <Assurance
            icon={BadgeCheck}
            title={t("login.promise.2")}
            text={t("login.promise.2.text")}
          />
          <Assurance
            icon={CheckCheck}
            title={t("login.promise.3")}
            text={t("login.promise.3.text")}
          />
        </ul>
      </header>
      <main className="login__door">
        <div className="login__card">
          <h1>{t("login.title")}</h1>
          <p>{t("login.lead")}</p>
          <ReasonNotice reason={reason} t={t} />
          {problem !== undefined && (
            <Notice tone="urgent" role="alert" title={t("login.down.title")}>
              {problem}
            </Notice>
          )}
          <div className="login__acts">
            <Button look="primary" icon={LogIn} wide busy={leaving} onClick={() => login("psc")}>
              {t("login.psc")}
            </Button>
            <p className="login__or meta">{t("login.staff")}</p>
            <Button wide onClick={() => login("staff")}>
              {t("login.staff.act")}
            </Button>
          </div>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  )
}

function Assurance(props: { icon: typeof Lock; title: string; text: string }) {
  return (
    <li>
      <props.icon size={24} aria-hidden />
      <div>
        <strong>{props.title}</strong>
        <p>{props.text}</p>
      </div>
    </li>
  )
}

function ReasonNotice({ reason, t }: { reason: Reason | undefined; t: Translate }) {
  switch (reason) {
    case "expired":
      return <Notice tone="attention" role="status" title={t("login.again")} />
    case "refused":
      return (
        <Notice tone="urgent" role="alert" title={t("login.refused.title")}>
          {t("login.refused.text")}
        </Notice>
      )
    case "logged-out":
    case undefined:
      return null
  }
}
