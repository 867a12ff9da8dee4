import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type SyntheticEvent,
} from "react"
import { Camera, SendHorizontal } from "lucide-react"
import type { ConversationSummary, OpenConversation } from "../../core"
import { others, titleOf } from "../conversation/people"
import { explainInConversation } from "../errors/explain"
import { useMe } from "../app/SessionContext"
import { useExercise } from "../exercise/exercise"
import { useI18n } from "../i18n/I18n"
import { inSentence, placeName, practisedAs } from "../i18n/names"
import { IconButton } from "../ui/Button"
import { PhotoDraftBox } from "./PhotoDraftBox"
import { TEXT_LIMIT, useComposer } from "./useComposer"
import "./composer.css"

/** Where one writes: the label says to whom, the draft belongs to this conversation only. */
export function Composer(props: { open: OpenConversation; conversation: ConversationSummary }) {
  const { conversation } = props
  const { t } = useI18n()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [hint, setHint] = useState<string>()
  const composer = useComposer(props.open, conversation.draft ?? "", useExercise()?.structureId)
  const { text, photo } = composer
  const over = text.length - TEXT_LIMIT
  const people = others(conversation).length
  const label =
    photo !== undefined
      ? t("composer.photo.alt")
      : people > 1
        ? t("composer.labelGroup", { n: people })
        : t("composer.label", { name: titleOf(conversation, t).title })

  const send = async () => {
    const refusal = composer.refusal()
    if (refusal === "empty") setHint(t("composer.empty"))
    if (refusal === "preparing") setHint(t("composer.photo.preparing"))
    if (refusal !== undefined) {
      field.current?.focus()
      return
    }
    setHint(undefined)
    field.current?.focus()
    await composer.send().catch((error: unknown) => setHint(explainInConversation(error, t)))
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const plainEnter = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing
    if (!plainEnter || event.altKey || hasCoarsePointer()) return
    event.preventDefault()
    void send()
  }
  const attach = async (file: File | undefined) => {
    if (file === undefined) return
    setHint(undefined)
    await composer.attach(file).catch(() => setHint(t("composer.photo.unreadable")))
  }
  const onPaste = (event: ClipboardEvent) => {
    const image = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"))
    if (image === undefined) return
    event.preventDefault()
    void attach(image)
  }

  return (
    <form className="composer" onSubmit={onSubmit} aria-label={label} data-focus-zone>
      {photo !== undefined && <PhotoDraftBox photo={photo} onRemove={composer.removePhoto} />}
      <p id={`${id}-hint`} role="alert" className="composer__hint">
        {over > 0 ? t("composer.tooLong", { n: over }) : hint}
      </p>
      <div className="composer__line">
        <input
          ref={picker}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="hidden-visually"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            void attach(event.target.files?.[0])
            event.target.value = ""
          }}
        />
        <IconButton
          label={t("composer.photo")}
          icon={Camera}
          onClick={() => picker.current?.click()}
        />
        <textarea
          ref={field}
          rows={1}
          className="composer__field"
          aria-label={label}
          placeholder={label}
          aria-describedby={`${id}-hint ${id}-from`}
          aria-invalid={over > 0}
          value={text}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onChange={(event) => {
            composer.write(event.target.value)
            setHint(undefined)
          }}
        />
        <IconButton look="primary" type="submit" label={t("composer.send")} icon={SendHorizontal} />
      </div>
      <WritingFrom id={`${id}-from`} />
    </form>
  )
}

/** The place that every message states, for those who have several. */
function WritingFrom({ id }: { id: string }) {
  const { t } = useI18n()
  const me = useMe()?.practitioner
  const exercise = useExercise()
  if (me === undefined || me.situations.length < 2 || exercise === undefined) return null
  const profession = inSentence(practisedAs(exercise, me))
  const place = placeName(exercise) ?? t("exercise.none")
  return (
    <p id={id} className="composer__from meta">
      {t("exercise.from", { profession, place })}
    </p>
  )
}

/** On a touch screen Enter makes a new line: the send button is under the thumb anyway. */
function hasCoarsePointer(): boolean {
  return typeof matchMedia === "function" && matchMedia("(pointer: coarse)").matches
}
