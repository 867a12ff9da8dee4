import { useI18n } from "../i18n/I18n"
import type { MessageKey } from "../i18n/fr"
import { Dialog } from "../ui/Dialog"
import { closeLayer, useLayer } from "./routes"
import { SHORTCUTS_LAYER } from "./useShortcuts"
import "./shortcuts.css"

const KEYS: readonly (readonly [MessageKey, readonly string[]])[] = [
  ["shortcuts.search", ["Ctrl", "K"]],
  ["shortcuts.nextConversation", ["Alt", "↓ ↑"]],
  ["shortcuts.nextUnread", ["Alt", "Maj", "↓ ↑"]],
  ["shortcuts.info", ["Alt", "Entrée"]],
  ["shortcuts.latest", ["Ctrl", "Fin"]],
  ["shortcuts.pane", ["F6"]],
  ["shortcuts.close", ["Échap"]],
  ["shortcuts.list", ["Ctrl", "/"]],
]

const ENGLISH: Readonly<Record<string, string>> = {
  Maj: "Shift",
  Entrée: "Enter",
  Fin: "End",
  Échap: "Esc",
}

/** The list of keys, opened by Ctrl+/ or from the settings. */
export function ShortcutsDialog() {
  const { t, language } = useI18n()
  if (useLayer() !== SHORTCUTS_LAYER) return null
  return (
    <Dialog title={t("shortcuts.title")} onClose={() => closeLayer(SHORTCUTS_LAYER)}>
      <dl className="shortcuts">
        {KEYS.map(([word, keys]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{language === "en" ? (ENGLISH[key] ?? key) : key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
