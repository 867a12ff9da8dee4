import { useEffect, useMemo, useState } from "react"
import type { AttachmentReference } from "../../core"
import { useSession } from "../app/SessionContext"

type Photo = { readonly url?: string; readonly failed?: boolean }

/** Fetches and opens a photo; the address lives as long as the component. */
export function usePhoto(reference: AttachmentReference): Photo & { readonly retry: () => void } {
  const { conversations } = useSession()
  const [photo, setPhoto] = useState<Photo>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    let url: string | undefined
    conversations.photo(reference, abort.signal).then(
      (blob) => {
        if (abort.signal.aborted) return
        url = URL.createObjectURL(blob)
        setPhoto({ url })
      },
      () => {
        if (!abort.signal.aborted) setPhoto({ failed: true })
      },
    )
    return () => {
      abort.abort()
      if (url !== undefined) URL.revokeObjectURL(url)
    }
    // A reference never changes for one id.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [conversations, reference.id, attempt])
  const retry = () => {
    setPhoto({})
    setAttempt((before) => before + 1)
  }
  return { ...photo, retry }
}

/** An address for bytes held in memory, given back when the component leaves. */
export function useBytesUrl(bytes: Uint8Array | undefined, type: string): string | undefined {
  const url = useMemo(
    () =>
      bytes === undefined
        ? undefined
        : URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type })),
    [bytes, type],
  )
  useEffect(() => {
    if (url === undefined) return
    return () => URL.revokeObjectURL(url)
  }, [url])
  return url
}
