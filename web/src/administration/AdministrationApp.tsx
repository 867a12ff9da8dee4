import {
  BookUser,
  FileCheck,
  LogOut,
  MessagesSquare,
  RefreshCw,
  Users,
  type LucideIcon,
} from "lucide-react"
import { Link } from "../messenger/app/Link"
import { useRoute, type Route } from "../messenger/app/routes"
import { useMe, useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import type { MessageKey } from "../messenger/i18n/fr"
import { LanguageSwitch } from "../messenger/settings/LanguageSwitch"
import { Button } from "../messenger/ui/Button"
import { Mark } from "../messenger/ui/Mark"
import { PeoplePage } from "./PeoplePage"
import { RegisterPage } from "./RegisterPage"
import { TopUpPage } from "./TopUpPage"
import "../console/console.css"
import "./administration.css"

type Tab = { readonly to: Route; readonly word: MessageKey; readonly icon: LucideIcon }

const TABS: readonly Tab[] = [
  { to: { page: "administration-register" }, word: "admin.register", icon: BookUser },
  { to: { page: "administration-updates" }, word: "admin.topUp", icon: RefreshCw },
  { to: { page: "administration-people" }, word: "admin.people", icon: Users },
]

/** The platform administrator's desk: files of the register, what changes between them, and people. */
export function AdministrationApp() {
  const { t } = useI18n()
  const { page } = useRoute()
  const current = TABS.find(({ to }) => to.page === page) ?? TABS[0]
  return (
    <div className="console">
      <Head />
      <nav className="admin__tabs" aria-label={t("admin.product")}>
        {TABS.map((tab) => (
          <Link
            key={tab.word}
            to={tab.to}
            className="admin__tab"
            aria-current={tab === current ? "page" : undefined}
          >
            <tab.icon size={20} aria-hidden /> <span>{t(tab.word)}</span>
          </Link>
        ))}
      </nav>
      <main className="console__main">
        <Page page={current?.to.page} />
      </main>
    </div>
  )
}

function Page({ page }: { page: Route["page"] | undefined }) {
  if (page === "administration-updates") return <TopUpPage />
  return page === "administration-people" ? <PeoplePage /> : <RegisterPage />
}

function Head() {
  const { t } = useI18n()
  const session = useSession()
  const me = useMe()
  return (
    <header className="console__head">
      <Mark size={36} />
      <p className="console__product">
        <strong>{t("app.name")}</strong> <span>{t("admin.product")}</span>
      </p>
      {me?.practitioner !== undefined && (
        <Link to={{ page: "messages" }} className="button button--quiet">
          <MessagesSquare size={20} aria-hidden /> <span>{t("nav.messages")}</span>
        </Link>
      )}
      {me?.roles.includes("compliance-officer") === true && (
        <Link to={{ page: "console" }} className="button button--quiet">
          <FileCheck size={20} aria-hidden /> <span>{t("nav.audit")}</span>
        </Link>
      )}
      <LanguageSwitch />
      <Button icon={LogOut} onClick={() => void session.logout()}>
        {t("settings.signOut")}
      </Button>
    </header>
  )
}
