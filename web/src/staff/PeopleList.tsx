import { ChevronRight } from "lucide-react"
import type { InvitedPerson, PractitionerId } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"

/** Who came, with where they stand; those who are no longer there are folded away. */
export function PeopleList(props: {
  people: readonly InvitedPerson[]
  onOpen: (id: PractitionerId) => void
}) {
  const { t } = useI18n()
  const former = props.people.filter(isFormer)
  const present = props.people.filter((one) => !isFormer(one))
  return (
    <section aria-labelledby="staff-people">
      <h2 id="staff-people">{t("staff.people.title")}</h2>
      {present.length === 0 && <p className="meta">{t("staff.people.empty.title")}</p>}
      <Rows people={present} onOpen={props.onOpen} />
      {former.length > 0 && (
        <details className="technical">
          <summary>{t("staff.people.former")}</summary>
          <Rows people={former} onOpen={props.onOpen} />
        </details>
      )}
    </section>
  )
}

function Rows(props: { people: readonly InvitedPerson[]; onOpen: (id: PractitionerId) => void }) {
  const { t } = useI18n()
  return (
    <ul className="staff__list">
      {props.people.map((one) => (
        <li key={one.practitionerId}>
          <button
            type="button"
            className="staff__row staff__row--open"
            aria-haspopup="dialog"
            onClick={() => props.onOpen(one.practitionerId)}
          >
            <span className="staff__words">
              <span className="staff__name">{personName(one)}</span>
              <span className="meta">
                {one.function}
                {!isFormer(one) && ` · ${t("staff.people.devices", { n: activeDevices(one) })}`}
              </span>
            </span>
            <span className={`tag staff__state--${one.state}`}>
              {t(`staff.state.${one.state}`)}
            </span>
            <ChevronRight size={20} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

function isFormer({ state }: InvitedPerson): boolean {
  return state === "departed" || state === "lapsed"
}

function activeDevices({ devices }: InvitedPerson): number {
  return devices.filter(({ status }) => status === "active").length
}
