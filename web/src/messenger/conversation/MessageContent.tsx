import { Lock } from "lucide-react"
import type { Message } from "../../core"
import { DocumentLink } from "../document/DocumentLink"
import { useI18n } from "../i18n/I18n"
import { PhotoBox } from "../photo/PhotoBox"

/** What a message says: text with its line breaks, a photo, or why it cannot be shown. */
export function MessageContent({ message, author }: { message: Message; author: string }) {
  const { t, dates } = useI18n()
  const { body } = message
  switch (body.kind) {
    case "text":
      return <p className="bubble__text">{body.text}</p>
    case "photo": {
      const when = dates.full(new Date(message.at))
      const alt = body.caption ?? t("photo.alt", { author, date: when })
      return (
        <>
          <PhotoBox photo={body.photo} alt={alt} title={`${author}, ${when}`} />
          {body.caption !== undefined && <p className="bubble__text">{body.caption}</p>}
        </>
      )
    }
    case "document":
      return (
        <>
          <DocumentLink document={body.document} />
          {body.caption !== undefined && <p className="bubble__text">{body.caption}</p>}
        </>
      )
    case "unavailable":
      return (
        <p className="bubble__unavailable">
          <Lock size={20} aria-hidden />
          <span>
            <strong>{t("conversation.unavailable")}</strong>
            <span>
              {t(
                body.cause === "unknown-format"
                  ? "conversation.unavailable.format"
                  : "conversation.unavailable.other",
              )}
            </span>
          </span>
        </p>
      )
  }
}
