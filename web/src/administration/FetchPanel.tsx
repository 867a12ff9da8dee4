import { DownloadCloud } from "lucide-react"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import type { Fetch } from "./useFetch"
import { causeOf } from "./words"

/** Has the source looked at without waiting for the night; not while an import is watched. */
export function FetchPanel(props: { fetch: Fetch; offered: boolean; onBegin: () => void }) {
  const { t } = useI18n()
  const asking = props.fetch.kind === "asking"
  return (
    <>
      <FetchNotice fetch={props.fetch} />
      {props.offered && (
        <section className="admin__panel" aria-label={t("admin.fetch.title")}>
          <h2>{t("admin.fetch.title")}</h2>
          <p>{t("admin.fetch.text")}</p>
          <Button icon={DownloadCloud} disabled={asking} onClick={props.onBegin}>
            {t("admin.fetch.act")}
          </Button>
        </section>
      )}
    </>
  )
}

function FetchNotice({ fetch }: { fetch: Fetch }) {
  const { t } = useI18n()
  switch (fetch.kind) {
    case "idle":
    case "asking":
      return null
    case "started":
      return (
        <Notice tone="plain" role="status" title={t("admin.fetch.started")}>
          {t("admin.fetch.started.text")}
        </Notice>
      )
    case "no-source":
      return (
        <Notice tone="attention" role="alert" title={t("admin.fetch.noSource")}>
          {t("admin.fetch.noSource.text")}
        </Notice>
      )
    case "running":
      return (
        <Notice tone="attention" role="alert" title={t("admin.fetch.running")}>
          {t("admin.fetch.running.text")}
        </Notice>
      )
    case "failed":
      return (
        <Notice tone="urgent" role="alert" title={t("admin.fetch.failed")}>
          {causeOf(fetch.error, t)}
        </Notice>
      )
  }
}
