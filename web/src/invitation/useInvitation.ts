import { useCallback, useEffect, useState } from "react"
import { ApiProblem, type Acceptance, type InvitationPreview, type Joining } from "../core"

/** Why a link leads nowhere. `missing` = there is no token, as after a reload of the page. */
export type EndedWhy = "missing" | "unknown" | "expired" | "withdrawn" | "accepted"

export type Stage =
  | { readonly kind: "reading" }
  | { readonly kind: "unread"; readonly error: unknown }
  | { readonly kind: "ended"; readonly why: EndedWhy }
  | {
      readonly kind: "offered"
      readonly preview: InvitationPreview
      readonly doing?: "accepting" | "leaving"
      readonly error?: unknown
      /** Whether it was accepted before the error. */
      readonly accepted?: boolean
    }
  | { readonly kind: "by-hand"; readonly acceptance: Acceptance }
  | { readonly kind: "occupied" }

/** From reading the link to leaving for the login. The token is held here, in memory, and nowhere else. */
export function useInvitation(joining: Joining, token: string) {
  const [stage, setStage] = useState<Stage>(
    token === "" ? { kind: "ended", why: "missing" } : { kind: "reading" },
  )

  const load = useCallback(async () => {
    if (token !== "") setStage(await whereItStands(joining, token))
  }, [joining, token])
  useEffect(() => {
    void Promise.resolve().then(load)
  }, [load])
  useEffect(() => {
    // Back from the login page: what was under way when this page was left is not any more.
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted)
        setStage((now) => (now.kind === "offered" ? { kind: now.kind, preview: now.preview } : now))
    }
    addEventListener("pageshow", shown)
    return () => removeEventListener("pageshow", shown)
  }, [])

  const accept = async (preview: InvitationPreview) => {
    const offered = { kind: "offered", preview } as const
    setStage({ ...offered, doing: "accepting" })
    let accepted = false
    try {
      const acceptance = await joining.accept(token)
      accepted = true
      setStage({ ...offered, doing: "leaving" })
      const entering = await joining.enter(acceptance)
      setStage(entering === "occupied" ? { kind: entering } : { kind: entering, acceptance })
    } catch (error) {
      // It ended between reading and accepting: the link itself says why.
      const now = isUnknown(error) ? await whereItStands(joining, token) : undefined
      setStage(now?.kind === "ended" ? now : { ...offered, error, accepted })
    }
  }
  return {
    stage,
    read: () => {
      setStage({ kind: "reading" })
      void load()
    },
    accept: () => {
      if (stage.kind === "offered" && stage.doing === undefined) void accept(stage.preview)
    },
    enterByHand: (acceptance: Acceptance) => void joining.enterByHand(acceptance),
    signOut: () => void joining.signOut(),
  }
}

async function whereItStands(joining: Joining, token: string): Promise<Stage> {
  try {
    const preview = await joining.preview(token)
    return preview.status === "open"
      ? { kind: "offered", preview }
      : { kind: "ended", why: preview.status }
  } catch (error) {
    return isUnknown(error) ? { kind: "ended", why: "unknown" } : { kind: "unread", error }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}
