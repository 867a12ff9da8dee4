import type { RefObject } from "react"
import type { Practitioner, PractitionerId } from "../../core"
import { useI18n } from "../i18n/I18n"
import { PersonWords } from "./PersonWords"

/** People who were found, ticked unless the person takes the tick away. */
export function FoundList(props: {
  found: readonly Practitioner[]
  known: ReadonlySet<PractitionerId>
  unticked: ReadonlySet<PractitionerId>
  onToggle: (id: PractitionerId) => void
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const { t } = useI18n()
  const { found, known, unticked, onToggle, heading } = props
  return (
    <section aria-labelledby="contacts-found">
      <h2 id="contacts-found" ref={heading} tabIndex={-1}>
        {t("contacts.found", { n: found.length })}
      </h2>
      {found.length === 0 && <p>{t("contacts.found.none")}</p>}
      <ul>
        {found.map((person) => (
          <li key={person.id} className="person person--choice">
            <label
              className={`person__choose${known.has(person.id) ? " person__choose--off" : ""}`}
            >
              <input
                type="checkbox"
                checked={known.has(person.id) || !unticked.has(person.id)}
                disabled={known.has(person.id)}
                onChange={() => onToggle(person.id)}
              />
              <PersonWords person={person}>
                {known.has(person.id) && (
                  <span className="tag tag--good">{t("contacts.known")}</span>
                )}
                {!person.reachable && <span className="tag">{t("directory.absent")}</span>}
              </PersonWords>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
