import { useI18n } from "../i18n/I18n"

/** Everything, or what is not read yet. */
export function ListFilters(props: {
  unreadOnly: boolean
  onUnreadOnly: (unreadOnly: boolean) => void
}) {
  const { t } = useI18n()
  return (
    <div className="chips" role="group" aria-label={t("list.filter")}>
      <button
        type="button"
        className="chip"
        aria-pressed={!props.unreadOnly}
        onClick={() => props.onUnreadOnly(false)}
      >
        {t("list.all")}
      </button>
      <button
        type="button"
        className="chip"
        aria-pressed={props.unreadOnly}
        onClick={() => props.onUnreadOnly(true)}
      >
        {t("list.unread")}
      </button>
    </div>
  )
}
