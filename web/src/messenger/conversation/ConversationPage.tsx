import { MessageCircleOff } from "lucide-react"
import type { ConversationId } from "../../core"
import { navigate } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { Composer } from "../composer/Composer"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { Notice } from "../ui/Notice"
import { SkeletonRows } from "../ui/Skeleton"
import { ConversationHead } from "./ConversationHead"
import { Members } from "./Members"
import { MessageList } from "./MessageList"
import { useOpenConversation } from "./useOpenConversation"
import "./conversation.css"

/** One conversation: who it is with, what was said, and where to write. */
export function ConversationPage({ id }: { id: ConversationId }) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const list = useObservable(conversations.list)
  const { open, timeline } = useOpenConversation(id)
  const conversation = timeline?.conversation ?? list.items.find((item) => item.id === id)

  if (conversation === undefined) return list.loaded ? <Missing /> : <Opening />
  return (
    <div className="conversation">
      <div className="conversation__main">
        <ConversationHead conversation={conversation} />
        {open === undefined || timeline === undefined ? (
          <Opening />
        ) : (
          <>
            <MessageList open={open} timeline={timeline} />
            {conversation.active ? (
              <Composer open={open} conversation={conversation} />
            ) : (
              <div className="composer">
                <Notice tone="plain">{t("composer.inactive")}</Notice>
              </div>
            )}
          </>
        )}
      </div>
      <aside className="conversation__details" aria-label={t("members.title")}>
        <Members conversation={conversation} />
      </aside>
    </div>
  )
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
