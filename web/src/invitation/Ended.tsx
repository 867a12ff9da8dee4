import { LogIn } from "lucide-react"
import { useI18n } from "../messenger/i18n/I18n"
import { Notice } from "../messenger/ui/Notice"
import type { EndedWhy } from "./useInvitation"

/** A link that leads nowhere (any more): why, and whom to ask. */
export function Ended({ why }: { why: EndedWhy }) {
  const { t } = useI18n()
  return (
    <>
      <Notice tone="attention" role="alert" title={t(`join.ended.${why}.title`)}>
        {t(`join.ended.${why}`)}
      </Notice>
      {why === "accepted" && (
        <a className="button button--secondary button--wide" href="/">
          <LogIn size={20} aria-hidden /> <span>{t("join.ended.signIn")}</span>
        </a>
      )}
    </>
  )
}
