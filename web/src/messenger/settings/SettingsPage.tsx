import { Keyboard, LogOut } from "lucide-react"
import { openLayer } from "../app/routes"
import { SHORTCUTS_LAYER } from "../app/useShortcuts"
import { useObservable } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { InviteSection } from "../invite/InviteSection"
import { ReplacementSection } from "../replacement/ReplacementSection"
import { Button } from "../ui/Button"
import { SelectField } from "../ui/Field"
import { LeaveSection } from "./LeaveSection"
import { NotificationSection } from "./NotificationSection"
import { preferences, setPreferences, TEXT_SIZES, type Theme } from "./preferences"
import { ProfileSection } from "./ProfileSection"
import "../devices/devices.css"
import "./settings.css"

const THEMES: readonly Theme[] = ["system", "light", "dark"]

/** Who I write as, how the screen looks, what may ring, and how to leave. */
export function SettingsPage() {
  const { t, language } = useI18n()
  const { theme, textSize } = useObservable(preferences)
  return (
    <div className="plain-page">
      <h1>{t("settings.title")}</h1>
      <ProfileSection />
      <ReplacementSection />
      <section>
        <h2>{t("settings.display")}</h2>
        <div className="settings__grid">
          <SelectField
            label={t("settings.language")}
            value={language}
            onChange={(event) =>
              setPreferences({ language: event.target.value === "en" ? "en" : "fr" })
            }
          >
            <option value="fr" lang="fr">
              Français
            </option>
            <option value="en" lang="en">
              English
            </option>
          </SelectField>
          <SelectField
            label={t("settings.theme")}
            value={theme}
            onChange={(event) =>
              setPreferences({
                theme: THEMES.find((known) => known === event.target.value) ?? "system",
              })
            }
          >
            {THEMES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`settings.theme.${choice}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("settings.size")}
            value={textSize}
            onChange={(event) =>
              setPreferences({
                textSize: TEXT_SIZES.find((size) => size === Number(event.target.value)) ?? 100,
              })
            }
          >
            {TEXT_SIZES.map((size) => (
              <option key={size} value={size}>
                {size}
                {"\u00a0%"}
              </option>
            ))}
          </SelectField>
        </div>
      </section>
      <InviteSection />
      <NotificationSection />
      <section>
        <h2>{t("settings.accessibility")}</h2>
        <p className="plain-page__lead">{t("settings.accessibility.text")}</p>
        <Button icon={Keyboard} onClick={() => openLayer(SHORTCUTS_LAYER)}>
          {t("settings.shortcuts")}
        </Button>
      </section>
      <LeaveSection icon={LogOut} />
    </div>
  )
}
