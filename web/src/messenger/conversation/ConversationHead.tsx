import { ArrowLeft, BadgeCheck, Users } from "lucide-react"
import type { ConversationSummary } from "../../core"
import { closeLayer, navigate, openLayer, useLayer } from "../app/routes"
import { useI18n } from "../i18n/I18n"
import { Avatar, GroupAvatar } from "../ui/Avatar"
import { IconButton } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { Members } from "./Members"
import { partner, titleOf, unprovenMembers } from "./people"

const LAYER = "members"

/** Whom this conversation is with, as what and where; never scrolls away. */
export function ConversationHead({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useI18n()
  const layer = useLayer()
  const person = partner(conversation)
  const { title, subtitle } = titleOf(conversation, t)
  const proven = unprovenMembers(conversation).length === 0
  const verified = proven && person?.registerStatus === "active" && person.source === "register"
  return (
    <header className="conversation__head">
      <span className="pane-head__back pane-head__back--phone">
        <IconButton
          label={t("act.back")}
          icon={ArrowLeft}
          onClick={() => navigate({ page: "messages" })}
        />
      </span>
      {conversation.kind === "group" ? <GroupAvatar /> : <Avatar person={person} />}
      <div className="conversation__who">
        <h1>
          {title}
          {verified && (
            <span className="conversation__verified" title={t("card.verified")}>
              <BadgeCheck size={20} aria-hidden />
              <span className="hidden-visually">{t("card.verified")}</span>
            </span>
          )}
        </h1>
        <p className="meta">{subtitle}</p>
      </div>
      <span className="conversation__members-act">
        <IconButton
          label={t("conversation.details")}
          icon={Users}
          onClick={() => openLayer(LAYER)}
        />
      </span>
      {layer === LAYER && (
        <Dialog title={t("members.title")} onClose={() => closeLayer(LAYER)}>
          <Members conversation={conversation} />
        </Dialog>
      )}
    </header>
  )
}
