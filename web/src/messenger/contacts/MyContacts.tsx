import { useRef, useState, type ReactNode } from "react"
import { ArrowLeft, ListChecks, PenLine, Trash2, UsersRound } from "lucide-react"
import type { Contact, PractitionerId } from "../../core"
import { announce } from "../announce/announcer"
import { Link } from "../app/Link"
import { navigate } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { IconButton } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { Notice } from "../ui/Notice"
import { PersonWords } from "./PersonWords"
import "./contacts.css"

/** Correspondents kept on this device, each with the way to write and to be removed. */
export function MyContacts({ tabs }: { tabs: ReactNode }) {
  const { t } = useI18n()
  const { contacts } = useSession()
  const list = useObservable(contacts.list)
  const [problem, setProblem] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const remove = async (id: PractitionerId, name: string) => {
    setProblem(undefined)
    try {
      await contacts.remove(id)
      // The button that had the focus is gone.
      heading.current?.focus()
      announce(t("contacts.removed", { name }))
    } catch (error) {
      setProblem(explain(error, t))
    }
  }
  return (
    <div className="list-scroll">
      <div className="list-top">
        <header className="pane-head">
          <span className="pane-head__back pane-head__back--phone">
            <IconButton
              label={t("act.back")}
              icon={ArrowLeft}
              onClick={() => navigate({ page: "messages" })}
            />
          </span>
          <h1 ref={heading} tabIndex={-1}>
            {t("directory.tab.contacts")}
          </h1>
        </header>
        {tabs}
        <div className="list-tools">
          <FindContactsLink />
        </div>
      </div>
      {problem !== undefined && (
        <Notice tone="attention" role="alert">
          {problem}
        </Notice>
      )}
      {list.length === 0 ? (
        <EmptyState icon={UsersRound} title={t("contacts.none.title")}>
          {t("contacts.none.text")}
        </EmptyState>
      ) : (
        <ul aria-label={t("directory.tab.contacts")}>
          {list.map((contact) => (
            <li key={contact.person.id}>
              <Row contact={contact} onRemove={(name) => void remove(contact.person.id, name)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The way to the page where a list is matched. */
export function FindContactsLink() {
  const { t } = useI18n()
  return (
    <Link to={{ page: "contacts" }} className="button button--quiet">
      <ListChecks size={20} aria-hidden />
      <span>{t("contacts.title")}</span>
    </Link>
  )
}

/** The card comes before the first message, so "write" opens it. */
function Row({ contact, onRemove }: { contact: Contact; onRemove: (name: string) => void }) {
  const { t } = useI18n()
  const { person } = contact
  const name = personName(person)
  const reachable = person.reachable && person.registerStatus === "active"
  return (
    <div className="person contacts__row">
      <PersonWords person={person}>
        {person.registerStatus === "departed" && (
          <span className="tag tag--attention">{t("directory.ended")}</span>
        )}
        {person.registerStatus === "active" && !person.reachable && (
          <span className="tag">{t("directory.absent")}</span>
        )}
      </PersonWords>
      <span className="contacts__acts">
        <Link
          to={{ page: "card", id: person.id }}
          className="button button--secondary"
          aria-label={t(reachable ? "card.write" : "structure.card", { name })}
        >
          {reachable && <PenLine size={20} aria-hidden />}
          <span>{t(reachable ? "structure.write" : "directory.card")}</span>
        </Link>
        <IconButton
          label={t("contacts.remove", { name })}
          icon={Trash2}
          onClick={() => onRemove(name)}
        />
      </span>
    </div>
  )
}
