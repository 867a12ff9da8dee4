import { Languages } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { setPreferences } from "./preferences"

/** Offers the other language, in that language. */
export function LanguageSwitch() {
  const { language } = useI18n()
  const other = language === "fr" ? "en" : "fr"
  return (
    <Button
      look="quiet"
      icon={Languages}
      lang={other}
      onClick={() => setPreferences({ language: other })}
    >
      {other === "fr" ? "Français" : "English"}
    </Button>
  )
}
