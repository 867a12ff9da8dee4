import type { AuditEntry } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { actionWords, actorWords, objectWords } from "./actions"
import { OutcomeMark } from "./OutcomeMark"

/** The entries as a real table; the time of a row opens it. */
export function EntryTable(props: {
  items: readonly AuditEntry[]
  onOpen: (entry: AuditEntry) => void
}) {
  const { t, dates, language } = useI18n()
  return (
    <div className="entries">
      <p className="entries__count">
        <strong>{t("console.count", { n: props.items.length })}</strong>{" "}
        <span className="meta">{zoneWords(t)}</span>
      </p>
      {/* A table may scroll sideways on a phone, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="entries__scroll" role="region" aria-label={t("console.title")} tabIndex={0}>
        <table>
          <caption className="hidden-visually">{t("console.table")}</caption>
          <thead>
            <tr>
              <th scope="col" aria-sort="descending">
                {t("console.time")}
              </th>
              <th scope="col">{t("console.actor")}</th>
              <th scope="col">{t("console.action")}</th>
              <th scope="col">{t("console.object")}</th>
              <th scope="col">{t("console.outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {props.items.map((entry) => (
              <tr key={entry.id}>
                <td>
                  <button
                    type="button"
                    className="entries__open tnum"
                    aria-label={t("console.open", {
                      index: entry.index,
                      time: dates.console(new Date(entry.time)),
                    })}
                    aria-haspopup="dialog"
                    onClick={() => props.onOpen(entry)}
                  >
                    <time dateTime={entry.time}>{dates.console(new Date(entry.time))}</time>
                  </button>
                </td>
                <td className="tnum">{actorWords(entry) ?? t("console.unknownActor")}</td>
                <td>{actionWords(entry.action, language)}</td>
                <td className="tnum">{objectWords(entry, language)}</td>
                <td>
                  <OutcomeMark outcome={entry.outcome} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function zoneWords(t: ReturnType<typeof useI18n>["t"]): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === "Europe/Paris" ? t("console.zone") : t("console.zoneOther", { zone })
}
