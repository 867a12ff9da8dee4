import { Check, CheckCheck, CircleAlert, CircleDashed, Clock3, Eye } from "lucide-react"
import type { LucideIcon } from "lucide-react"
import type { Message } from "../../core"
import { useI18n, type Translate } from "../i18n/I18n"
import "./stateMark.css"

/** How an own message stands, as a shape and words. The lowest state of all addressees, never a higher one. */
export function StateMark(props: {
  message: Message
  online: boolean
  now: number
  /** The one addressee, named when the message is late. */
  to?: string | undefined
}) {
  const { t } = useI18n()
  const { icon: Icon, words, tone } = stateWords(props, t)
  return (
    <span className={`state state--${tone}`}>
      <Icon size={16} aria-hidden />
      <span>{words}</span>
    </span>
  )
}

type StateWords = {
  readonly icon: LucideIcon
  readonly words: string
  readonly tone: "plain" | "sending" | "read" | "late" | "failed"
}

const LATE_MS = { routine: 15 * 60_000, urgent: 60_000 } as const

/** The icon and the words of a state; "n sur m" as soon as there are two addressees. */
export function stateWords(
  { message, online, now, to }: Parameters<typeof StateMark>[0],
  t: Translate,
): StateWords {
  const { state } = message
  if (state === undefined) return { icon: Check, words: t("state.sent"), tone: "plain" }
  const age = now - Date.parse(message.at)
  switch (state.kind) {
    case "queued":
      return online
        ? { icon: Clock3, words: t("state.sending"), tone: "sending" }
        : { icon: Clock3, words: t("state.queued"), tone: "plain" }
    case "uploading": {
      const percent = Math.floor((100 * state.sent) / Math.max(state.total, 1))
      return {
        icon: Clock3,
        words: t("photo.uploading", { percent: `${percent}\u00a0%` }),
        tone: "plain",
      }
    }
    case "sent":
      return age > LATE_MS[message.priority]
        ? { icon: CircleDashed, words: lateWords(to, t), tone: "late" }
        : { icon: Check, words: t("state.sent"), tone: "plain" }
    case "delivered":
      return {
        icon: CheckCheck,
        words:
          state.of > 1
            ? t("state.deliveredCount", { n: state.count, m: state.of })
            : t("state.delivered"),
        tone: "plain",
      }
    case "read":
      return {
        icon: Eye,
        words:
          state.of > 1 ? t("state.readCount", { n: state.count, m: state.of }) : t("state.read"),
        tone: "read",
      }
    case "failed":
      return { icon: CircleAlert, words: t("state.failed"), tone: "failed" }
  }
}

function lateWords(to: string | undefined, t: Translate): string {
  return to === undefined ? t("state.late") : t("state.notDelivered", { name: to })
}
