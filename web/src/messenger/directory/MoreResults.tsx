import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"

/** The next page of a search, or why it did not come; nothing where all is shown. */
export function MoreResults(props: {
  search: {
    readonly next?: string | undefined
    readonly moreFailed?: unknown
    readonly loadMore: () => Promise<void>
  }
}) {
  const { t } = useI18n()
  const { next, moreFailed, loadMore } = props.search
  if (next === undefined) return null
  return (
    <>
      {moreFailed !== undefined && (
        <Notice tone="attention" role="alert" title={t("directory.more.failed")}>
          {explain(moreFailed, t)}
        </Notice>
      )}
      <Button look="quiet" wide onClick={() => void loadMore()}>
        {t("directory.more")}
      </Button>
    </>
  )
}
