import { useI18n } from "../i18n/I18n"

export type DirectoryTab = "people" | "structures" | "contacts"

/** People or structures, two searches of one directory, and one's own correspondents. */
export function DirectoryTabs(props: { tab: DirectoryTab; onTab: (tab: DirectoryTab) => void }) {
  const { t } = useI18n()
  return (
    <div className="chips directory__tabs" role="group" aria-label={t("directory.tabs")}>
      {(["people", "structures", "contacts"] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          className="chip"
          aria-pressed={tab === props.tab}
          onClick={() => props.onTab(tab)}
        >
          {t(`directory.tab.${tab}`)}
        </button>
      ))}
    </div>
  )
}
