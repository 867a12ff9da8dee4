import { MessageCircleOff } from "lucide-react"
import type { ConversationId, ConversationSummary } from "../../core"
import { navigate } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { ReplacementNotice } from "../replacement/ReplacementNotice"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SkeletonRows } from "../ui/Skeleton"
import { ConversationHead } from "./ConversationHead"
import { Foot } from "./Foot"
import { Members } from "./Members"
import { MessageList } from "./MessageList"
import { partner } from "./people"
import { RenewalDialog } from "./RenewalDialog"
import { UnprovenKeys } from "./UnprovenKeys"
import { useOpenConversation } from "./useOpenConversation"
import "./conversation.css"

/** One conversation: who it is with, what was said, and where to write. */
export function ConversationPage({ id }: { id: ConversationId }) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const list = useObservable(conversations.list)
  const { open, timeline } = useOpenConversation(id)
  const known = [...list.items, ...(list.previous ?? [])].find((item) => item.id === id)
  const conversation = timeline?.conversation ?? known

  if (conversation === undefined) return list.loaded ? <Missing /> : <Opening />
  return (
    <div className="conversation">
      <div className="conversation__main">
        <ConversationHead conversation={conversation} />
        <UnprovenKeys conversation={conversation} />
        <LocumOf conversation={conversation} />
        {open === undefined || timeline === undefined ? (
          <Opening />
        ) : (
          <>
            <MessageList open={open} timeline={timeline} />
            <Foot open={open} conversation={conversation} />
          </>
        )}
      </div>
      <aside className="conversation__details" aria-label={t("members.title")}>
        <Members conversation={conversation} />
      </aside>
      <RenewalDialog conversation={conversation} />
    </div>
  )
}

/** Whom to write to instead, where the only other person is away. */
function LocumOf({ conversation }: { conversation: ConversationSummary }) {
  const person = partner(conversation)
  return person === undefined ? null : <ReplacementNotice person={person} redirecting />
}

function Opening() {
  const { t } = useI18n()
  return (
    <div className="conversation__opening">
      <SkeletonRows count={4} label={t("conversation.loading")} />
    </div>
  )
}

function Missing() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={MessageCircleOff}
      title={t("conversation.missing.title")}
      act={
        <Button onClick={() => navigate({ page: "messages" })}>
          {t("conversation.missing.act")}
        </Button>
      }
    >
      {t("conversation.missing.text")}
    </EmptyState>
  )
}
