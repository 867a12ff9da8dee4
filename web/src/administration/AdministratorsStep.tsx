import { useState, type SyntheticEvent } from "react"
import {
  structureIdOf,
  type PersonRecord,
  type StructureAdministrator,
  type StructureAdministrators,
} from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { TextField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"
import { AdministratorList } from "./AdministratorList"
import { causeOf } from "./words"

type Found = StructureAdministrators & { readonly id: string }

/** A structure by its number, who administers it, and naming this person: only once its name is seen. */
export function AdministratorsStep(props: {
  person: PersonRecord
  busy: boolean
  onName: (structure: string) => void
  onDismiss: (structure: string, who: StructureAdministrator) => void
  onCancel: () => void
}) {
  const { t } = useI18n()
  const { administration } = useSession()
  const [number, setNumber] = useState("")
  const [found, setFound] = useState<Found>()
  const [wrong, setWrong] = useState<string>()
  const [looking, setLooking] = useState(false)
  const { person } = props

  const look = async (event: SyntheticEvent) => {
    event.preventDefault()
    const id = structureIdOf(number)
    setFound(undefined)
    setWrong(id === undefined ? t("admin.administer.malformed") : undefined)
    if (id === undefined || looking) return
    setLooking(true)
    try {
      setFound({ ...(await administration.structureAdministrators(id)), id })
    } catch (error) {
      setWrong(causeOf(error, t))
    }
    setLooking(false)
  }
  const named = found?.items.some(({ practitionerId }) => practitionerId === person.id) === true
  return (
    <>
      <form className="admin__person" onSubmit={(event) => void look(event)}>
        <TextField
          label={t("admin.administer.number")}
          hint={t("admin.administer.number.hint")}
          value={number}
          error={wrong}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => {
            setNumber(event.target.value)
            setFound(undefined)
          }}
        />
        <div className="admin__acts">
          <Button onClick={props.onCancel}>{t("act.cancel")}</Button>
          <Button type="submit" busy={looking}>
            {t("admin.administer.look")}
          </Button>
        </div>
      </form>
      {found !== undefined && (
        <AdministratorList found={found} busy={props.busy} onDismiss={props.onDismiss} />
      )}
      {found?.structure !== undefined && !named && (
        <>
          <Notice tone="plain">{t("admin.administer.follows")}</Notice>
          <Button look="primary" busy={props.busy} onClick={() => props.onName(found.id)}>
            {t("admin.administer.act", { name: personName(person) })}
          </Button>
        </>
      )}
    </>
  )
}
