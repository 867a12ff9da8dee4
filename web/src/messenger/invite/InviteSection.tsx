import { useState } from "react"
import { Copy, Download } from "lucide-react"
import type { Practitioner } from "../../core"
import { announce } from "../announce/announcer"
import { useMe } from "../app/SessionContext"
import { i18nOf, useI18n } from "../i18n/I18n"
import type { Language } from "../i18n/format"
import { personName } from "../i18n/names"
import { Button } from "../ui/Button"
import { SelectField } from "../ui/Field"
import { Notice } from "../ui/Notice"
import { cardAddress, inviteText } from "./inviteText"
import { QrImage } from "./QrImage"
import { qrPng, qrSvg } from "./qrCode"
import "./invite.css"

type Outcome = "copied" | "copyFailed" | "saveFailed"

/** What to send to colleagues so that they leave other messengers: a text and a code that lead to my card. */
export function InviteSection() {
  const person = useMe()?.practitioner
  return person === undefined ? null : <Kit person={person} />
}

function Kit({ person }: { person: Practitioner }) {
  const { t, language } = useI18n()
  const [wanted, setWanted] = useState<Language>(language)
  const [outcome, setOutcome] = useState<Outcome>()
  const address = cardAddress(person)
  const text = inviteText(i18nOf(wanted).t, person)
  const copy = async () => {
    setOutcome(undefined)
    try {
      await navigator.clipboard.writeText(text)
      setOutcome("copied")
      announce(t("invite.copied"))
    } catch {
      setOutcome("copyFailed")
    }
  }
  const save = async (make: () => Promise<Blob> | Blob, name: string) => {
    setOutcome(undefined)
    try {
      saveAs(await make(), name)
    } catch {
      setOutcome("saveFailed")
    }
  }
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t("invite.title")}</h2>
      <p className="plain-page__lead">{t("invite.lead")}</p>
      <div className="invite">
        <div className="invite__text">
          <SelectField
            label={t("invite.language")}
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value === "en" ? "en" : "fr")
              setOutcome(undefined)
            }}
          >
            <option value="fr" lang="fr">
              Français
            </option>
            <option value="en" lang="en">
              English
            </option>
          </SelectField>
          <p className="invite__message" lang={wanted}>
            {text}
          </p>
          <Button icon={Copy} onClick={() => void copy()}>
            {t(outcome === "copied" ? "invite.copied" : "invite.copy")}
          </Button>
        </div>
        <div className="invite__code">
          <QrImage address={address} label={t("invite.code", { name: personName(person) })} />
          <Button icon={Download} onClick={() => void save(() => qrPng(address), "liaison.png")}>
            {t("invite.png")}
          </Button>
          <Button icon={Download} onClick={() => void save(() => qrSvg(address), "liaison.svg")}>
            {t("invite.svg")}
          </Button>
        </div>
      </div>
      {(outcome === "copyFailed" || outcome === "saveFailed") && (
        <Notice tone="attention" role="alert">
          {t(`invite.${outcome}`)}
        </Notice>
      )}
    </section>
  )
}

function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
