import { useEffect } from "react"
import type { Joining } from "../core"
import { ErrorBoundary } from "../messenger/errors/ErrorBoundary"
import { I18nProvider, useI18n } from "../messenger/i18n/I18n"
import { useObservable } from "../messenger/app/SessionContext"
import { LanguageSwitch } from "../messenger/settings/LanguageSwitch"
import { applyPreferences, preferences } from "../messenger/settings/preferences"
import { Mark } from "../messenger/ui/Mark"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { ByHand } from "./ByHand"
import { Ended } from "./Ended"
import { Offer } from "./Offer"
import { Failed, Occupied } from "./Failed"
import { useInvitation } from "./useInvitation"
import "../messenger/login/login.css"
import "./invitation.css"

/** The page behind an invitation's link: needs no account, and starts no session. */
export function InvitationApp({ joining, token }: { joining: Joining; token: string }) {
  const chosen = useObservable(preferences)
  useEffect(() => applyPreferences(chosen), [chosen])
  return (
    <I18nProvider language={chosen.language}>
      <ErrorBoundary>
        <InvitationPage joining={joining} token={token} />
      </ErrorBoundary>
    </I18nProvider>
  )
}

function InvitationPage({ joining, token }: { joining: Joining; token: string }) {
  const { t } = useI18n()
  const { stage, read, accept, enterByHand, signOut } = useInvitation(joining, token)
  useEffect(() => {
    document.title = `${t("join.title")} - ${t("app.name")}`
  }, [t])
  return (
    <div className="login join">
      <header className="login__brand">
        <Mark size={56} />
        <div>
          <p className="login__name">{t("app.name")}</p>
          <p className="login__tagline">{t("app.tagline")}</p>
        </div>
      </header>
      <main className="login__door">
        <div className="login__card">
          <h1>{t("join.title")}</h1>
          {stage.kind === "reading" && <SkeletonRows count={3} label={t("join.loading")} />}
          {stage.kind === "unread" && (
            <Failed title={t("join.unread.title")} error={stage.error} onRetry={read} />
          )}
          {stage.kind === "ended" && <Ended why={stage.why} />}
          {stage.kind === "offered" && (
            <Offer preview={stage.preview} doing={stage.doing} onAccept={accept}>
              {stage.error !== undefined && (
                <Failed
                  title={t(stage.accepted === true ? "join.entry.title" : "join.failed.title")}
                  error={stage.error}
                  {...(stage.accepted === true && { onRetry: accept })}
                />
              )}
            </Offer>
          )}
          {stage.kind === "by-hand" && (
            <ByHand acceptance={stage.acceptance} onOpen={() => enterByHand(stage.acceptance)} />
          )}
          {stage.kind === "occupied" && <Occupied onSignOut={signOut} />}
          <LanguageSwitch />
        </div>
      </main>
    </div>
  )
}
