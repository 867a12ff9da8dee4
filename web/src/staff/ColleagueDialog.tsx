import { useState } from "react"
import { ChevronRight } from "lucide-react"
import type { Practitioner } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { areHomonyms, personName, professionName, rppsOf } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { SearchField } from "../messenger/ui/Field"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { useColleagues } from "./useColleagues"

/** Who of the structure is to be replaced: the list of its people, or a name. */
export function ColleagueDialog(props: {
  structure: string
  onChoose: (person: Practitioner) => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const [text, setText] = useState("")
  const { items, failed, searching, more } = useColleagues(props.structure, text)
  return (
    <Dialog
      title={t("staff.locum.who")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("act.cancel")}</Button>}
    >
      <SearchField
        label={t("staff.locum.search")}
        placeholder={t("staff.locum.search")}
        value={text}
        onValue={setText}
      />
      {items === undefined && !failed && (
        <SkeletonRows count={3} label={t("staff.locum.members.loading")} />
      )}
      {failed && <p role="alert">{t("staff.locum.members.failed")}</p>}
      {items?.length === 0 && (
        <p role="status">
          {t(searching ? "staff.locum.members.notFound" : "staff.locum.members.none")}
        </p>
      )}
      {items !== undefined && items.length > 0 && (
        <ul className="staff__list" aria-label={t("staff.locum.members")}>
          {items.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="staff__row staff__row--open"
                onClick={() => props.onChoose(person)}
              >
                <span className="staff__words">
                  <span className="staff__name">{personName(person)}</span>
                  <span className="meta">{professionName(person)}</span>
                  {items.some((other) => areHomonyms(person, other)) && (
                    <span className="meta">
                      {t("card.rpps")} {rppsOf(person)}
                    </span>
                  )}
                </span>
                <ChevronRight size={20} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {more !== undefined && (
        <Button look="quiet" wide onClick={() => void more()}>
          {t("directory.more")}
        </Button>
      )}
    </Dialog>
  )
}
