import { useEffect, useRef, useState } from "react"
import { Copy, LogIn } from "lucide-react"
import type { Acceptance } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"

/** Where the login could not be filled in: what to type there, to be copied. */
export function ByHand({ acceptance, onOpen }: { acceptance: Acceptance; onOpen: () => void }) {
  const { t } = useI18n()
  const [copied, setCopied] = useState<boolean>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(acceptance.oneTimePassword)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t("join.hand.title")}
      </h2>
      <p>{t("join.hand")}</p>
      <dl className="join__facts">
        <div>
          <dt>{t("join.hand.username")}</dt>
          <dd className="join__secret">{acceptance.username}</dd>
        </div>
        <div>
          <dt>{t("join.hand.password")}</dt>
          <dd className="join__secret">{acceptance.oneTimePassword}</dd>
        </div>
      </dl>
      {copied === false && (
        <Notice tone="attention" role="alert">
          {t("join.hand.copyFailed")}
        </Notice>
      )}
      <div className="login__acts">
        <Button wide icon={Copy} onClick={() => void copy()}>
          {t(copied === true ? "join.hand.copied" : "join.hand.copy")}
        </Button>
        <Button look="primary" wide icon={LogIn} onClick={onOpen}>
          {t("join.hand.act")}
        </Button>
      </div>
    </>
  )
}
