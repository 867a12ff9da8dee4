import type { ConversationSummary, Message, PersonProgress } from "../../core"
import { useI18n } from "../i18n/I18n"
import type { MessageKey } from "../i18n/fr"
import { Avatar } from "../ui/Avatar"
import { Dialog } from "../ui/Dialog"
import { memberName, professionAndPlace } from "./people"

const GROUPS: readonly (readonly [PersonProgress["state"], MessageKey])[] = [
  ["read", "info.read"],
  ["delivered", "info.delivered"],
  ["sent", "info.waiting"],
]

/** Person by person: who read it, who has it, who does not yet. */
export function MessageInfo(props: {
  message: Message
  conversation: ConversationSummary
  onClose: () => void
}) {
  const { t, dates } = useI18n()
  const { message, conversation } = props
  const progress = message.progress ?? []
  return (
    <Dialog title={t("info.title")} onClose={props.onClose}>
      <p className="meta">{t("info.sentAt", { date: dates.full(new Date(message.at)) })}</p>
      {progress.length === 0 && <p>{t("info.nothing")}</p>}
      {GROUPS.map(([state, word]) => {
        const people = progress.filter((person) => person.state === state)
        if (people.length === 0) return null
        return (
          <section key={state}>
            <h3>
              {t(word)} <span className="meta">{t("info.people", { n: people.length })}</span>
            </h3>
            <ul>
              {people.map(({ practitionerId }) => {
                const member = conversation.members.find(
                  (candidate) => candidate.practitionerId === practitionerId,
                )
                return (
                  <li key={practitionerId} className="members__one">
                    <Avatar person={member?.practitioner} size="s" />
                    <div className="members__words">
                      <p className="members__name">{memberName(member, t)}</p>
                      {member?.practitioner !== undefined && (
                        <p className="meta">{professionAndPlace(member.practitioner, t)}</p>
                      )}
                    </div>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}
