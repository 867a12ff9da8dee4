import { useEffect, useState } from "react"
import { ApiProblem } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { repeatWhileSeen } from "./repeatWhileSeen"

/** Every look is an entry of the log: the source has answered long before the last of them. */
const LOOKS = 20
const EVERY_MS = 3_000

export type Fetch =
  | { readonly kind: "idle" | "asking" | "started" | "no-source" | "running" }
  | { readonly kind: "failed"; readonly error: unknown }

/** Has the source looked at, and reads the list of imports for a while to show what comes of it. */
export function useFetch(load: () => Promise<void>) {
  const { administration } = useSession()
  const [fetch, setFetch] = useState<Fetch>({ kind: "idle" })

  const begin = async () => {
    setFetch({ kind: "asking" })
    const begun = await administration
      .fetchRegister()
      .then(() => ({ kind: "started" }) as const, refusal)
    setFetch(begun)
    if (begun.kind === "running") void load()
  }
  const started = fetch.kind === "started"
  useEffect(() => {
    if (!started) return undefined
    let left = LOOKS
    return repeatWhileSeen(async () => {
      await load()
      left -= 1
      return left > 0 ? EVERY_MS : undefined
    }, 0)
  }, [started, load])
  return { fetch, begin }
}

function refusal(error: unknown): Fetch {
  if (error instanceof ApiProblem && error.code === "conflict")
    return { kind: error.members.reason === "no-source" ? "no-source" : "running" }
  return { kind: "failed", error }
}
