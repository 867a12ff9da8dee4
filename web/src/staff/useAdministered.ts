import { useEffect, useState } from "react"
import type { AdministeredStructure, Session } from "../core"
import { useMe, useSession } from "../messenger/app/SessionContext"

const asked = new WeakMap<Session, Promise<readonly AdministeredStructure[]>>()

/** Asked once per opening of the page; a failure is asked again by the next who wants to know. */
function ask(session: Session): Promise<readonly AdministeredStructure[]> {
  const before = asked.get(session)
  if (before !== undefined) return before
  const answer = session.staff.administered()
  asked.set(session, answer)
  answer.catch(() => asked.delete(session))
  return answer
}

/** The structures that the person at this browser may invite for; undefined until known. */
export function useAdministered() {
  const session = useSession()
  const practitioner = useMe()?.practitioner?.id
  const [structures, setStructures] = useState<readonly AdministeredStructure[]>()
  const [failure, setFailure] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    if (practitioner === undefined) return
    ask(session).then(
      (found) => {
        if (gone) return
        setStructures(found)
        setFailure(undefined)
      },
      (error: unknown) => {
        if (!gone) setFailure(error)
      },
    )
    return () => {
      gone = true
    }
  }, [session, practitioner, turn])
  return { structures, failure, retry: () => setTurn(turn + 1) }
}
