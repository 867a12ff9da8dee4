import { useEffect, useState } from "react"
import { Subject, type ConversationId, type OpenConversation, type Timeline } from "../../core"
import { useObservable, useSession } from "../app/SessionContext"

const NOTHING_YET = new Subject<Timeline | undefined>(undefined)

/** Opens a conversation while the component is on screen and gives its snapshots. */
export function useOpenConversation(id: ConversationId): {
  readonly open: OpenConversation | undefined
  readonly timeline: Timeline | undefined
} {
  const { conversations } = useSession()
  const [holder] = useState(() => new Subject<OpenConversation | undefined>(undefined))
  useEffect(() => {
    const opened = conversations.open(id)
    holder.set(opened)
    return () => {
      holder.set(undefined)
      opened.close()
    }
  }, [conversations, holder, id])
  const open = useObservable(holder)
  const timeline = useObservable(open?.timeline ?? NOTHING_YET)
  return { open, timeline }
}
