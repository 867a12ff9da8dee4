import { useState, type SyntheticEvent } from "react"
import {
  ApiProblem,
  type AdministeredStructure,
  type Invitee,
  type IssuedInvitation,
} from "../core"
import { needsStepUp, causeOf } from "../administration/words"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { TextField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"
import { IssuedLink } from "./IssuedLink"
import { returning } from "./returning"
import { structureName } from "./structureName"

type Field = keyof Invitee

const FIELDS: readonly Field[] = ["givenName", "familyName", "function"]
/** Why the service refuses a text that is well-formed. */
const REASONS = ["regulated-profession", "not-latin", "title-in-name"] as const
type Wrong = "missing" | "wrong" | (typeof REASONS)[number]
const EMPTY: Invitee = { givenName: "", familyName: "", function: "" }
const LONGEST = 60

/** Whom to invite and as what; then the link, until it is noted. */
export function InviteDialog(props: {
  structure: AdministeredStructure
  draft: Invitee | undefined
  /** The link that was shown last and is not noted yet. */
  issued: IssuedInvitation | undefined
  onIssued: (issued: IssuedInvitation) => void
  onNoted: () => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const session = useSession()
  const [invitee, setInvitee] = useState(props.draft ?? EMPTY)
  const [wrong, setWrong] = useState<Partial<Record<Field, Wrong>>>({})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  const send = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      props.onIssued(await session.staff.invite(props.structure.id, trimmed(invitee)))
    } catch (error) {
      const field = refusedField(error)
      if (field === undefined) setFailure(error)
      else setWrong({ [field]: reasonOf(error) })
    }
    setBusy(false)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const missing = FIELDS.filter((field) => invitee[field].trim() === "")
    setWrong(Object.fromEntries(missing.map((field) => [field, "missing"])))
    if (missing.length === 0 && !busy) void send()
  }
  const { issued } = props
  if (issued !== undefined) {
    const name = personName(issued.invitation)
    return (
      <Dialog title={t("staff.issued.title", { name })} step="issued" onClose={props.onClose}>
        <IssuedLink issued={issued} name={name} onDone={props.onNoted} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t("staff.invite.title")} onClose={props.onClose}>
      <form className="admin__person" noValidate onSubmit={submit}>
        <p>{t("staff.invite.for", { structure: structureName(props.structure, t) })}</p>
        <p>{t("staff.invite.lead")}</p>
        {FIELDS.map((field) => {
          const problem = wrong[field]
          return (
            <TextField
              key={field}
              label={t(`staff.invite.${field}`)}
              {...(field === "function" && { hint: t("staff.invite.function.hint") })}
              error={problem === undefined ? undefined : t(`staff.invite.${problem}`)}
              value={invitee[field]}
              maxLength={LONGEST}
              autoComplete="off"
              required
              onChange={(event) => setInvitee({ ...invitee, [field]: event.target.value })}
            />
          )
        })}
        {failure !== undefined && (
          <Failure
            failure={failure}
            onStepUp={() => {
              returning.leave({ structure: props.structure.id, invitee })
              void session.stepUp()
            }}
          />
        )}
        <div className="admin__acts">
          <Button onClick={props.onClose}>{t("act.cancel")}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t("staff.invite.act")}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Failure({ failure, onStepUp }: { failure: unknown; onStepUp: () => void }) {
  const { t } = useI18n()
  if (needsStepUp(failure))
    return (
      <Notice
        tone="attention"
        role="alert"
        title={t("admin.stepUp.title")}
        act={<Button onClick={onStepUp}>{t("admin.stepUp.act")}</Button>}
      >
        {t("admin.stepUp.text")}
      </Notice>
    )
  const full = failure instanceof ApiProblem && failure.code === "conflict"
  return (
    <Notice tone="attention" role="alert" title={t("staff.invite.failed")}>
      {full ? t("staff.invite.full") : causeOf(failure, t)}
    </Notice>
  )
}

function trimmed({ givenName, familyName, function: work }: Invitee): Invitee {
  return { givenName: givenName.trim(), familyName: familyName.trim(), function: work.trim() }
}

function refusedField(error: unknown): Field | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "invalid-parameter") return undefined
  return FIELDS.find((field) => field === error.members.field)
}

function reasonOf(error: unknown): Wrong {
  const said = error instanceof ApiProblem ? error.members.reason : undefined
  return REASONS.find((reason) => reason === said) ?? "wrong"
}
