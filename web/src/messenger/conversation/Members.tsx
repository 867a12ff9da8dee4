import { Lock, RefreshCw } from "lucide-react"
import type { ConversationSummary, Member } from "../../core"
import { openLayer } from "../app/routes"
import { useI18n } from "../i18n/I18n"
import { Avatar } from "../ui/Avatar"
import { Button } from "../ui/Button"
import { RegisterBadge } from "../ui/RegisterBadge"
import { memberName, professionAndPlace } from "./people"
import { RENEWAL_LAYER } from "./RenewalDialog"

/** Everybody who reads here, with profession, place and what the register says of them. */
export function Members({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useI18n()
  return (
    <div className="members">
      <h2>{t("members.lead", { n: conversation.members.length })}</h2>
      <ul>
        {conversation.members.map((member) => (
          <li key={member.practitionerId} className="members__one">
            <Avatar person={member.practitioner} />
            <MemberWords
              member={member}
              admin={conversation.admins?.includes(member.practitionerId) === true}
            />
          </li>
        ))}
      </ul>
      {conversation.renewable === true && (
        <Button look="quiet" icon={RefreshCw} onClick={() => openLayer(RENEWAL_LAYER)}>
          {t("renewal.act")}
        </Button>
      )}
      <p className="members__lock meta">
        <Lock size={16} aria-hidden /> {t("card.encrypted")}
      </p>
    </div>
  )
}

function MemberWords({ member, admin }: { member: Member; admin: boolean }) {
  const { t } = useI18n()
  const name = memberName(member, t)
  const person = member.practitioner
  return (
    <div className="members__words">
      <p className="members__name">{member.me ? t("members.you", { name }) : name}</p>
      {(member.unprovenDevices ?? 0) > 0 && (
        <p className="meta">
          <strong>{t("unproven.title")}</strong>
        </p>
      )}
      {admin && <p className="meta">{t("members.admin")}</p>}
      {person !== undefined && (
        <>
          <p className="meta">{professionAndPlace(person, t)}</p>
          <p className="meta">
            <RegisterBadge person={person} />
          </p>
        </>
      )}
    </div>
  )
}
