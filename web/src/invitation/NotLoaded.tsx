import { useObservable } from "../messenger/app/SessionContext"
import { I18nProvider, useI18n } from "../messenger/i18n/I18n"
import { preferences } from "../messenger/settings/preferences"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"

/** Where the page of an invitation could not be fetched: the address holds its link again. */
export function NotLoaded({ onReload }: { onReload: () => void }) {
  const { language } = useObservable(preferences)
  return (
    <I18nProvider language={language}>
      <Words onReload={onReload} />
    </I18nProvider>
  )
}

function Words({ onReload }: { onReload: () => void }) {
  const { t } = useI18n()
  return (
    <main className="plain-page">
      <Notice
        tone="attention"
        role="alert"
        act={<Button onClick={onReload}>{t("act.reload")}</Button>}
      >
        {t("join.notLoaded")}
      </Notice>
    </main>
  )
}
