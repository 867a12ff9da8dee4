import {
  BookUser,
  Building2,
  FileCheck,
  MessagesSquare,
  Settings,
  ShieldUser,
  Smartphone,
} from "lucide-react"
import type { LucideIcon } from "lucide-react"
import { useAdministered } from "../../staff/useAdministered"
import { useI18n } from "../i18n/I18n"
import type { MessageKey } from "../i18n/fr"
import { Mark } from "../ui/Mark"
import { Link } from "./Link"
import { useMe, useObservable, useSession } from "./SessionContext"
import type { Route } from "./routes"
import "./navigation.css"

type Tab = {
  readonly to: Route
  readonly word: MessageKey
  readonly icon: LucideIcon
  readonly pages: readonly Route["page"][]
}

const TABS: readonly Tab[] = [
  {
    to: { page: "messages" },
    word: "nav.messages",
    icon: MessagesSquare,
    pages: ["messages", "conversation"],
  },
  {
    to: { page: "directory" },
    word: "nav.directory",
    icon: BookUser,
    pages: ["directory", "card", "structure", "contacts"],
  },
  { to: { page: "devices" }, word: "nav.devices", icon: Smartphone, pages: ["devices"] },
  { to: { page: "settings" }, word: "nav.settings", icon: Settings, pages: ["settings"] },
]

const AUDIT: Tab = {
  to: { page: "console" },
  word: "nav.audit",
  icon: FileCheck,
  pages: ["console"],
}

const ADMINISTRATION: Tab = {
  to: { page: "administration-register" },
  word: "nav.administration",
  icon: ShieldUser,
  pages: ["administration-register", "administration-people", "administration-updates"],
}

const STAFF: Tab = {
  to: { page: "staff" },
  word: "nav.staff",
  icon: Building2,
  pages: ["staff"],
}

/** Four labelled tabs at the bottom of a phone, a rail on the left of a desk. */
export function Navigation({ route }: { route: Route }) {
  const { t } = useI18n()
  const me = useMe()
  const { structures } = useAdministered()
  const list = useObservable(useSession().conversations.list)
  const unread = list.items.reduce((sum, item) => sum + (item.unread > 0 ? 1 : 0), 0)
  const tabs = [
    ...TABS,
    ...(structures !== undefined && structures.length > 0 ? [STAFF] : []),
    ...(me?.roles.includes("compliance-officer") === true ? [AUDIT] : []),
    ...(me?.roles.includes("platform-admin") === true ? [ADMINISTRATION] : []),
  ]
  return (
    <nav className="rail" aria-label={t("app.nav")}>
      <span className="rail__mark">
        <Mark size={36} />
      </span>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.word}>
            <Link
              to={tab.to}
              className="rail__tab"
              aria-current={tab.pages.includes(route.page) ? "page" : undefined}
            >
              <span className="rail__icon">
                <tab.icon size={24} aria-hidden />
                {tab.to.page === "messages" && unread > 0 && (
                  <span className="rail__badge">
                    <span aria-hidden>{unread > 99 ? "99" : unread}</span>
                  </span>
                )}
              </span>
              <span>{t(tab.word)}</span>
              {tab.to.page === "messages" && unread > 0 && (
                <span className="hidden-visually">{t("nav.unread", { n: unread })}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
