import { useCallback, useEffect, useState } from "react"
import type { Invitation, InvitedPerson } from "../core"
import { useSession } from "../messenger/app/SessionContext"

type Lists = {
  readonly structure: string
  readonly people: readonly InvitedPerson[]
  readonly invitations: readonly Invitation[]
}

/** Who was invited by one structure and who came, read again on request. */
export function useStaff(structure: string) {
  const { staff } = useSession()
  const [lists, setLists] = useState<Lists>()
  const [failure, setFailure] = useState<unknown>()
  const load = useCallback(async () => {
    try {
      const [people, invitations] = await Promise.all([
        staff.people(structure),
        staff.invitations(structure),
      ])
      setLists({ structure, people, invitations })
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
  }, [staff, structure])
  useEffect(() => {
    void Promise.resolve().then(load)
  }, [load])
  return { lists: lists?.structure === structure ? lists : undefined, failure, load }
}
