import { useState } from "react"
import { Copy } from "lucide-react"
import { announce } from "../announce/announcer"
import { useMe } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { inviteText } from "../invite/inviteText"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import type { ListEntry } from "./read"

/** Entries that are nobody's of the register: gone with this page. The invitation names none of them. */
export function NotFound({ entries }: { entries: readonly ListEntry[] }) {
  const { t } = useI18n()
  const person = useMe()?.practitioner
  const [outcome, setOutcome] = useState<"copied" | "copyFailed">()
  const copy = async () => {
    if (person === undefined) return
    try {
      await navigator.clipboard.writeText(inviteText(t, person))
      setOutcome("copied")
      announce(t("invite.copied"))
    } catch {
      setOutcome("copyFailed")
    }
  }
  return (
    <section aria-labelledby="contacts-missing">
      <h2 id="contacts-missing">{t("contacts.missing", { n: entries.length })}</h2>
      <p>{t("contacts.missing.text")}</p>
      <ul className="contacts__missing">
        {entries.map(({ label }, at) => (
          <li key={at}>{label}</li>
        ))}
      </ul>
      <Button icon={Copy} onClick={() => void copy()}>
        {t(outcome === "copied" ? "invite.copied" : "contacts.missing.invite")}
      </Button>
      {outcome === "copyFailed" && (
        <Notice tone="attention" role="alert">
          {t("invite.copyFailed")}
        </Notice>
      )}
    </section>
  )
}
