import { useState } from "react"
import type { Delegation } from "../../core"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { causeOf } from "./words"

/** What an answer brings under the finger is not pressed by a second tap. */
const SETTLING_MS = 600

export type Outcome = { readonly tone: "good" | "urgent"; readonly text: string }

/** Accepting and ending, one at a time, and what became of it in words. */
export function useAnswers(
  reload: () => Promise<void>,
  ended: "locum.done.ended" | "staff.locum.ended" = "locum.done.ended",
) {
  const { t } = useI18n()
  const { delegations } = useSession()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const run = async (act: () => Promise<unknown>, done: string) => {
    if (busy) return
    setBusy(true)
    setOutcome(undefined)
    try {
      await act()
      setOutcome({ tone: "good", text: done })
    } catch (error) {
      setOutcome({ tone: "urgent", text: causeOf(error, t) })
    }
    await reload()
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
    setBusy(false)
  }
  return {
    busy,
    outcome,
    setOutcome,
    accept: (one: Delegation) =>
      run(
        () => delegations.accept(one.id),
        t("locum.done.accepted", { name: personName(one.replaced) }),
      ),
    end: (one: Delegation) => run(() => delegations.end(one.id), t(ended)),
  }
}
