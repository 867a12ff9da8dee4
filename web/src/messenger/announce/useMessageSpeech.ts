import { useEffect, useRef } from "react"
import type { ConversationSummary, Message } from "../../core"
import { useObservable, useSession } from "../app/SessionContext"
import { personOf } from "../conversation/people"
import { useI18n, type Translate } from "../i18n/I18n"
import { inSentence, personName, professionName } from "../i18n/names"
import { withStanding } from "../i18n/standing"
import { announce } from "./announcer"

const BURST_MS = 2_000
const BURST_SIZE = 3

/**
 * Speaks arriving messages of every conversation, each once. More than three in two seconds
 * become one sentence; receipts and changes of members are never spoken. Own failures are.
 */
export function useMessageSpeech(): void {
  const session = useSession()
  const { t } = useI18n()
  const list = useObservable(session.conversations.list)
  const known = useRef<ReadonlyMap<string, ConversationSummary> | undefined>(undefined)
  const waiting = useRef<string[]>([])

  useEffect(() => {
    if (!list.loaded) return
    const before = known.current
    known.current = new Map(list.items.map((item) => [item.id, item]))
    if (before === undefined) return
    for (const item of list.items) {
      const old = before.get(item.id)
      if (item.failed > (old?.failed ?? 0)) announce(t("state.failed"))
      const arrived = arrivedMessage(item, old)
      if (arrived === undefined) continue
      const sentence = spoken(arrived, item, t)
      if (arrived.priority === "urgent")
        announce(`${t("message.urgent")}. ${sentence}`, "assertive")
      else waiting.current.push(sentence)
    }
    if (waiting.current.length === 0) return
    const timer = setTimeout(
      () => {
        const sentences = waiting.current
        waiting.current = []
        announce(
          sentences.length > BURST_SIZE
            ? t("conversation.burst", { n: sentences.length })
            : sentences.join(". "),
        )
      },
      waiting.current.length > 1 ? BURST_MS : 300,
    )
    return () => clearTimeout(timer)
  }, [list, t])
}

function arrivedMessage(
  now: ConversationSummary,
  before: ConversationSummary | undefined,
): Message | undefined {
  const last = now.last
  if (last?.kind !== "message" || last.own || last.id === lastId(before)) return undefined
  return now.unread > (before?.unread ?? 0) ? last : undefined
}

function lastId(summary: ConversationSummary | undefined): string | undefined {
  return summary?.last?.id
}

function spoken(message: Message, item: ConversationSummary, t: Translate): string {
  const sender = personOf(item, message.sender)
  const who =
    sender?.practitioner === undefined
      ? t("conversation.unknownMember")
      : `${personName(sender.practitioner)}, ${inSentence(withStanding(professionName(sender.practitioner), sender.practitioner, t))}`
  return t("conversation.saidBy", { name: who, text: bodyWords(message, t) })
}

function bodyWords(message: Message, t: Translate): string {
  switch (message.body.kind) {
    case "text":
      return message.body.text
    case "photo":
      return message.body.caption ?? t("list.photo")
    case "document":
      return message.body.caption ?? message.body.document.name
    case "unavailable":
      return t("conversation.unavailable")
  }
}
