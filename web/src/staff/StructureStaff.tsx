import { useEffect, useState } from "react"
import { TriangleAlert, UserPlus, UsersRound } from "lucide-react"
import type {
  AdministeredStructure,
  Invitation,
  InvitedPerson,
  Invitee,
  IssuedInvitation,
  PractitionerId,
} from "../core"
import { causeOf } from "../administration/words"
import { announce } from "../messenger/announce/announcer"
import { closeLayer, openLayer, useLayer } from "../messenger/app/routes"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { Notice } from "../messenger/ui/Notice"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { failedTitle } from "./failedTitle"
import { InvitationList } from "./InvitationList"
import { InviteDialog } from "./InviteDialog"
import { PeopleList } from "./PeopleList"
import { PersonDialog } from "./PersonDialog"
import { returning } from "./returning"
import { mayArrangeLocums, StructureLocums } from "./StructureLocums"
import { useStaff } from "./useStaff"

const INVITE = "staff-invite"
const PERSON = "staff-person"

/** One structure's people and open invitations; inviting and one person open as layers. */
export function StructureStaff(props: { structure: AdministeredStructure }) {
  const structure = props.structure.id
  const { t } = useI18n()
  const { staff } = useSession()
  const { lists, failure, load } = useStaff(structure)
  const layer = useLayer()
  const [opened, setOpened] = useState<PractitionerId>()
  const [draft, setDraft] = useState<Invitee>()
  const [issued, setIssued] = useState<IssuedInvitation>()
  const [withdrawal, setWithdrawal] = useState<{ failure?: unknown; busy?: string }>({})
  const open = (id: PractitionerId) => {
    setOpened(id)
    openLayer(PERSON)
  }
  const invite = (before?: Invitee) => {
    setDraft(before)
    openLayer(INVITE)
  }
  useEffect(() => {
    const { person, invitee } = returning.take(structure) ?? {}
    if (person !== undefined) void Promise.resolve().then(() => open(person as PractitionerId))
    else if (invitee !== undefined) void Promise.resolve().then(() => invite(invitee))
  }, [structure])
  const withdraw = async (invitation: Invitation) => {
    setWithdrawal({ busy: invitation.id })
    try {
      await staff.withdraw(structure, invitation.id)
      announce(t("staff.invitations.withdrawn", { name: personName(invitation) }))
      await load()
      setWithdrawal({})
    } catch (error) {
      setWithdrawal({ failure: error })
      void load()
    }
  }
  const person = lists?.people.find((one: InvitedPerson) => one.practitionerId === opened)
  return (
    <>
      <Button look="primary" icon={UserPlus} onClick={() => invite()}>
        {t("staff.invite")}
      </Button>
      {lists === undefined && failure === undefined && (
        <SkeletonRows count={4} label={t("staff.loading")} />
      )}
      {failure !== undefined && (
        <EmptyState
          alert
          icon={TriangleAlert}
          title={t("staff.failed")}
          act={<Button onClick={() => void load()}>{t("act.retry")}</Button>}
        >
          {causeOf(failure, t)}
        </EmptyState>
      )}
      {withdrawal.failure !== undefined && (
        <Notice tone="attention" role="alert" title={t(failedTitle(withdrawal.failure))}>
          {causeOf(withdrawal.failure, t)}
        </Notice>
      )}
      {lists !== undefined && failure === undefined && (
        <>
          <InvitationList
            invitations={lists.invitations}
            busy={withdrawal.busy}
            onWithdraw={(one) => void withdraw(one)}
          />
          {lists.people.length === 0 ? (
            <EmptyState icon={UsersRound} title={t("staff.people.empty.title")}>
              {t("staff.people.empty.text")}
            </EmptyState>
          ) : (
            <PeopleList people={lists.people} onOpen={open} />
          )}
        </>
      )}
      {mayArrangeLocums(structure) && <StructureLocums structure={structure} />}
      {layer === INVITE && (
        <InviteDialog
          structure={props.structure}
          draft={draft}
          issued={issued}
          onIssued={(made) => {
            setIssued(made)
            void load()
          }}
          onNoted={() => {
            setIssued(undefined)
            closeLayer(INVITE)
          }}
          onClose={() => closeLayer(INVITE)}
        />
      )}
      {layer === PERSON && person !== undefined && (
        <PersonDialog
          structure={structure}
          person={person}
          onChanged={load}
          onClose={() => closeLayer(PERSON)}
        />
      )}
    </>
  )
}
