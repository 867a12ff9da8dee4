import { useEffect } from "react"
import type { Me, Session } from "../../core"
import { Announcers } from "../announce/Announcers"
import { ErrorBoundary } from "../errors/ErrorBoundary"
import { FailedPage, ForbiddenPage, OtherTabPage, RevokedPage } from "../errors/pages"
import { mustChooseExercise } from "../exercise/exercise"
import { ExercisePage } from "../exercise/ExercisePage"
import { I18nProvider } from "../i18n/I18n"
import { LoginPage } from "../login/LoginPage"
import { applyPreferences, preferences } from "../settings/preferences"
import { SetupPage } from "../setup/SetupPage"
import { Administration, Console } from "./LazyConsole"
import { useRoute, type Route } from "./routes"
import { SessionProvider, useObservable } from "./SessionContext"
import { Shell } from "./Shell"
import { Splash } from "./Splash"

/** The whole messenger around one session. */
export function App({ session }: { session: Session }) {
  const chosen = useObservable(preferences)
  useEffect(() => applyPreferences(chosen), [chosen])
  return (
    <SessionProvider value={session}>
      <I18nProvider language={chosen.language}>
        <Announcers />
        <ErrorBoundary>
          <Gate session={session} />
        </ErrorBoundary>
      </I18nProvider>
    </SessionProvider>
  )
}

/** One screen per state of the session; nothing is shown that the state does not allow. */
function Gate({ session }: { session: Session }) {
  const state = useObservable(session.state)
  const { exercise } = useObservable(preferences)
  const { page } = useRoute()
  switch (state.kind) {
    case "signed-out":
      return <LoginPage reason={state.reason} />
    case "starting":
      return <Splash />
    case "staff":
      return <StaffPage me={state.me} page={page} />
    case "needs-device":
      if (page === "console" && isOfficer(state.me)) return <Console />
      if (isAdministration(page) && isAdministrator(state.me)) return <Administration />
      return <SetupPage me={state.me} stepUp={state.stepUp} />
    case "other-tab":
      return <OtherTabPage />
    case "ready":
      if (page === "console") return isOfficer(state.me) ? <Console /> : <ForbiddenPage />
      if (isAdministration(page))
        return isAdministrator(state.me) ? <Administration /> : <ForbiddenPage />
      if (mustChooseExercise(state.me, exercise)) return <ExercisePage me={state.me} />
      return <Shell me={state.me} />
    case "revoked":
      return <RevokedPage />
    case "failed":
      return <FailedPage code={state.code} />
  }
}

/** Whoever is in no register has the pages of their roles, and nothing else. */
function StaffPage({ me, page }: { me: Me; page: Route["page"] }) {
  if (isAdministrator(me) && (isAdministration(page) || !isOfficer(me))) return <Administration />
  return isOfficer(me) ? <Console /> : <FailedPage code="no-practitioner" />
}

function isAdministration(page: Route["page"]): boolean {
  return page.startsWith("administration-")
}

function isAdministrator(me: Me): boolean {
  return me.roles.includes("platform-admin")
}

function isOfficer(me: Me): boolean {
  return me.roles.includes("compliance-officer")
}
