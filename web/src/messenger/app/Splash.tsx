import { useI18n } from "../i18n/I18n"
import { Mark } from "../ui/Mark"
import "./splash.css"

/** The first paint while the store opens: the mark, nothing that moves. */
export function Splash() {
  const { t } = useI18n()
  return (
    <main className="splash" aria-busy="true">
      <Mark size={72} />
      <p role="status">{t("app.loading")}</p>
    </main>
  )
}
