import { useState } from "react"
import type { OpenConversation, PhotoDraft } from "../../core"
import { preparePhoto } from "../photo/preparePhoto"

/** Characters the core accepts in one message. */
export const TEXT_LIMIT = 10_000

/** Why nothing is sent now. */
export type Refusal = "empty" | "too-long" | "preparing"

export type AttachedPhoto = { readonly file: File; readonly ready?: PhotoDraft }

/**
 * What is being written in one conversation. The draft is handed to the core at each key; a send that
 * cannot be queued puts the words back.
 */
export function useComposer(open: OpenConversation, draft: string, situation?: string) {
  const [text, setText] = useState(draft)
  const [photo, setPhoto] = useState<AttachedPhoto>()

  const write = (next: string) => {
    setText(next)
    open.saveDraft(next)
  }

  const attach = async (file: File) => {
    setPhoto({ file })
    try {
      const ready = await preparePhoto(file)
      setPhoto((now) => (now?.file === file ? { file, ready } : now))
    } catch (error) {
      setPhoto(undefined)
      throw error
    }
  }

  const refusal = (): Refusal | undefined => {
    if (text.length > TEXT_LIMIT) return "too-long"
    if (photo !== undefined) return photo.ready === undefined ? "preparing" : undefined
    return text.trim() === "" ? "empty" : undefined
  }

  const send = async () => {
    const sent = text.trim()
    const attached = photo
    const from = situation === undefined ? {} : { situation }
    write("")
    setPhoto(undefined)
    try {
      if (attached?.ready === undefined) await open.sendText(sent, from)
      else await open.sendPhoto({ ...attached.ready, ...(sent !== "" && { caption: sent }) }, from)
    } catch (error) {
      write(text)
      setPhoto(attached)
      throw error
    }
  }

  return { text, photo, write, attach, refusal, send, removePhoto: () => setPhoto(undefined) }
}
