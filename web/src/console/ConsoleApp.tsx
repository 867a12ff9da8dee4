import { useState } from "react"
import { LogOut, MessagesSquare, SearchX, TriangleAlert } from "lucide-react"
import type { AuditEntry } from "../core"
import { Link } from "../messenger/app/Link"
import { closeLayer, openLayer, useLayer } from "../messenger/app/routes"
import { useMe, useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { LanguageSwitch } from "../messenger/settings/LanguageSwitch"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { Mark } from "../messenger/ui/Mark"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { EntryDialog } from "./EntryDialog"
import { EntryFilters } from "./EntryFilters"
import { EntryTable } from "./EntryTable"
import { useEntries } from "./useEntries"
import "./console.css"

const ENTRY_LAYER = "entry"

/** The compliance officer's desk: who did what, when, with a proof that this browser checks itself. */
export function ConsoleApp() {
  const { t } = useI18n()
  const entries = useEntries()
  const layer = useLayer()
  const [opened, setOpened] = useState<AuditEntry>()
  const open = (entry: AuditEntry) => {
    setOpened(entry)
    openLayer(ENTRY_LAYER)
  }
  return (
    <div className="console">
      <ConsoleHead />
      <main className="console__main">
        <div>
          <h1>{t("console.title")}</h1>
          <p className="meta">{t("console.recorded")}</p>
        </div>
        <EntryFilters
          busy={entries.status === "loading"}
          onAsk={(query) => void entries.ask(query)}
        />
        {entries.status === "loading" && entries.items.length === 0 && (
          <SkeletonRows count={4} label={t("console.loading")} />
        )}
        {entries.status === "failed" && (
          <EmptyState
            alert
            icon={TriangleAlert}
            title={t("console.failed.title")}
            act={<Button onClick={() => void entries.retry()}>{t("act.retry")}</Button>}
          >
            {t("console.failed.text")}
          </EmptyState>
        )}
        {entries.status === "done" && entries.items.length === 0 && (
          <EmptyState icon={SearchX} title={t("console.none.title")}>
            {t("console.none.text")}
          </EmptyState>
        )}
        {entries.items.length > 0 && entries.status !== "failed" && (
          <>
            <EntryTable items={entries.items} onOpen={open} />
            {entries.next !== undefined && (
              <Button busy={entries.status === "loading"} onClick={() => void entries.more()}>
                {t("console.more")}
              </Button>
            )}
          </>
        )}
        <p role="status" className="hidden-visually">
          {entries.status === "loading" && t("console.loading")}
          {entries.status === "done" && t("console.count", { n: entries.items.length })}
        </p>
      </main>
      {layer === ENTRY_LAYER && opened !== undefined && (
        <EntryDialog entry={opened} onClose={() => closeLayer(ENTRY_LAYER)} />
      )}
    </div>
  )
}

function ConsoleHead() {
  const { t } = useI18n()
  const session = useSession()
  const practitioner = useMe()?.practitioner
  return (
    <header className="console__head">
      <Mark size={36} />
      <p className="console__product">
        <strong>{t("app.name")}</strong> <span>{t("console.product")}</span>
      </p>
      {practitioner !== undefined && (
        <Link to={{ page: "messages" }} className="button button--quiet">
          <MessagesSquare size={20} aria-hidden /> <span>{t("nav.messages")}</span>
        </Link>
      )}
      <LanguageSwitch />
      <Button icon={LogOut} onClick={() => void session.logout()}>
        {t("settings.signOut")}
      </Button>
    </header>
  )
}
