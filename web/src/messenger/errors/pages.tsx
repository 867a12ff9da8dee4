import { AppWindow, Ban, MapPinOff, Smartphone, TriangleAlert } from "lucide-react"
import { navigate } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { useI18n, type Translate } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import "./pages.css"

/** No page at this address. */
export function NotFoundPage() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={MapPinOff}
      title={t("error.notFound.title")}
      act={
        <Button look="primary" onClick={() => navigate({ page: "messages" })}>
          {t("error.notFound.act")}
        </Button>
      }
    >
      {t("error.notFound.text")}
    </EmptyState>
  )
}

/** The person's role does not open this page. */
export function ForbiddenPage() {
  const { t } = useI18n()
  return (
    <main className="page">
      <EmptyState
        icon={Ban}
        title={t("error.forbidden.title")}
        act={
          <Button look="primary" onClick={() => navigate({ page: "messages" })}>
            {t("error.notFound.act")}
          </Button>
        }
      >
        {t("error.forbidden.text")}
      </EmptyState>
    </main>
  )
}

/** Another window of this browser holds the device. */
export function OtherTabPage() {
  const { t } = useI18n()
  const session = useSession()
  return (
    <main className="page">
      <EmptyState
        icon={AppWindow}
        title={t("error.locked.title")}
        act={
          <Button look="primary" onClick={() => void session.takeOver()}>
            {t("error.locked.act")}
          </Button>
        }
      >
        {t("error.locked.text")}
      </EmptyState>
    </main>
  )
}

/** This device was removed from the person's list; its data is already gone. */
export function RevokedPage() {
  const { t } = useI18n()
  const session = useSession()
  return (
    <main className="page">
      <EmptyState
        alert
        icon={Smartphone}
        title={t("devices.revoked.title")}
        act={
          <div className="page__acts">
            <Button look="primary" onClick={() => void session.login("psc")}>
              {t("login.psc")}
            </Button>
            <Button onClick={() => void session.login("staff")}>{t("login.staff.act")}</Button>
          </div>
        }
      >
        {t("devices.revoked.text")}
      </EmptyState>
    </main>
  )
}

/** The session cannot start: the register ended, no access, or nothing answers. */
export function FailedPage({ code }: { code: string }) {
  const { t } = useI18n()
  const session = useSession()
  const { title, text } = failureWords(code, t)
  return (
    <main className="page">
      <EmptyState
        alert
        icon={TriangleAlert}
        title={title}
        act={
          <div className="page__acts">
            <Button look="primary" onClick={() => window.location.reload()}>
              {t("act.retry")}
            </Button>
            <Button look="quiet" onClick={() => void session.logout()}>
              {t("settings.signOut")}
            </Button>
          </div>
        }
      >
        {text}
      </EmptyState>
    </main>
  )
}

function failureWords(code: string, t: Translate): { title: string; text: string } {
  switch (code) {
    case "register-departed":
    case "practitioner-departed":
    case "departed":
      return { title: t("login.ended.title"), text: t("login.ended.text") }
    case "no-practitioner":
    case "forbidden":
      return { title: t("login.unknown.title"), text: t("login.unknown.text") }
    default:
      return { title: t("login.down.title"), text: t("login.down.text") }
  }
}
