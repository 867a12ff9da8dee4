import type { Me } from "../../core"
import { useMessageSpeech } from "../announce/useMessageSpeech"
import { ContactsPage } from "../contacts/ContactsPage"
import { ConversationPage } from "../conversation/ConversationPage"
import { NoConversation } from "../conversation/NoConversation"
import { CardPage } from "../directory/CardPage"
import { StructurePage } from "../directory/StructurePage"
import { DirectoryPane } from "../directory/DirectoryPane"
import { NoCard } from "../directory/NoCard"
import { DevicesPage } from "../devices/DevicesPage"
import { NotFoundPage } from "../errors/pages"
import { useI18n } from "../i18n/I18n"
import { ListPane } from "../list/ListPane"
import { NetworkBar } from "../network/NetworkBar"
import { SettingsPage } from "../settings/SettingsPage"
import { StaffDesk } from "./LazyConsole"
import { Navigation } from "./Navigation"
import { useRoute, type Route } from "./routes"
import { ShortcutsDialog } from "./ShortcutsDialog"
import { useShortcuts } from "./useShortcuts"
import { useTabTitle } from "./useTabTitle"
import "./shell.css"

/** The signed-in frame: navigation, a list on the left, one page on the right; one pane on phones. */
export function Shell({ me }: { me: Me }) {
  const { t } = useI18n()
  const route = useRoute()
  useMessageSpeech()
  useTabTitle()
  useShortcuts(route)
  const listFirst = route.page === "messages" || route.page === "directory"
  const inDirectory = ["directory", "card", "structure", "contacts"].includes(route.page)
  return (
    <div className="shell" data-pane={listFirst ? "list" : "page"} data-page={route.page}>
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <NetworkBar />
      <Navigation route={route} />
      <main className="shell__main" id="content" tabIndex={-1}>
        <section
          className="shell__list"
          data-focus-zone
          aria-label={t(inDirectory ? "directory.page" : "list.label")}
        >
          {inDirectory ? <DirectoryPane route={route} /> : <ListPane me={me} route={route} />}
        </section>
        <div className="shell__page" data-focus-zone>
          <Page route={route} />
        </div>
      </main>
      <ShortcutsDialog />
    </div>
  )
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "messages":
    case "administration-people":
    case "administration-register":
    case "administration-updates":
    case "console":
      return <NoConversation />
    case "conversation":
      return <ConversationPage key={route.id} id={route.id} />
    case "directory":
      return <NoCard />
    case "card":
      return <CardPage key={route.id} id={route.id} />
    case "contacts":
      return <ContactsPage />
    case "structure":
      return <StructurePage key={route.id} id={route.id} />
    case "devices":
      return <DevicesPage />
    case "settings":
      return <SettingsPage />
    case "staff":
      return <StaffDesk />
    case "not-found":
      return <NotFoundPage />
  }
}
