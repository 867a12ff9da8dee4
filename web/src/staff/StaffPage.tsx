import { useState } from "react"
import { Building2, TriangleAlert } from "lucide-react"
import { causeOf } from "../administration/words"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { SelectField } from "../messenger/ui/Field"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { returning } from "./returning"
import { structureName } from "./structureName"
import { StructureStaff } from "./StructureStaff"
import { useAdministered } from "./useAdministered"
import "../messenger/devices/devices.css"
import "../administration/administration.css"
import "./staff.css"

/** The people a structure invites, for those who may act for it. */
export function StaffPage() {
  const { t } = useI18n()
  const { structures, failure, retry } = useAdministered()
  const [chosen, setChosen] = useState(returning.structure)
  const structure = structures?.find(({ id }) => id === chosen) ?? structures?.[0]
  return (
    <div className="plain-page staff">
      <h1>{t("staff.title")}</h1>
      {structures === undefined && failure === undefined && (
        <SkeletonRows count={3} label={t("staff.loading")} />
      )}
      {structures === undefined && failure !== undefined && (
        <EmptyState
          alert
          icon={TriangleAlert}
          title={t("staff.failed")}
          act={<Button onClick={retry}>{t("act.retry")}</Button>}
        >
          {causeOf(failure, t)}
        </EmptyState>
      )}
      {structures?.length === 0 && (
        <EmptyState icon={Building2} title={t("staff.none.title")}>
          {t("staff.none.text")}
        </EmptyState>
      )}
      {structure !== undefined && structures !== undefined && (
        <>
          {structures.length === 1 ? (
            <p className="staff__place">
              <Building2 size={20} aria-hidden /> {structureName(structure, t)}
            </p>
          ) : (
            <SelectField
              label={t("staff.choose")}
              value={structure.id}
              onChange={(event) => setChosen(event.target.value)}
            >
              {structures.map((one) => (
                <option key={one.id} value={one.id}>
                  {structureName(one, t)}
                </option>
              ))}
            </SelectField>
          )}
          <p className="plain-page__lead">{t("staff.lead")}</p>
          <StructureStaff key={structure.id} structure={structure} />
        </>
      )}
    </div>
  )
}
