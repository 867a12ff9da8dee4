import { useId, useState } from "react"
import { ChevronDown, ChevronUp, SlidersHorizontal, X } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { SelectField, TextField } from "../ui/Field"
import { CommuneField } from "./CommuneField"
import {
  activeFilters,
  isDepartment,
  RADII,
  withoutFilter,
  withPlace,
  withProfession,
  type Filters,
} from "./filters"
import { PROFESSIONS } from "./professions"
import { SKILLS } from "./skills"
import { useFilterWords } from "./useFilterWords"

type Props = { filters: Filters; onFilters: (filters: Filters) => void }

/** What narrows the search, folded away; filters in force stay in sight and can be taken off. */
export function DirectoryFilters(props: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const id = useId()
  const count = activeFilters(props.filters).length
  return (
    <>
      <button
        type="button"
        className="button button--quiet directory__fold"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal size={20} aria-hidden />
        <span>{t("filters.title", { n: count })}</span>
        {open ? <ChevronUp size={20} aria-hidden /> : <ChevronDown size={20} aria-hidden />}
      </button>
      <div id={id} hidden={!open}>
        {open && <Fields {...props} />}
      </div>
      {count > 0 && !open && <ActiveFilters {...props} />}
    </>
  )
}

function Fields({ filters, onFilters }: Props) {
  const { t } = useI18n()
  const change = (part: Partial<Filters>) => onFilters({ ...filters, ...part })
  const wrong = filters.department.trim() !== "" && !isDepartment(filters.department)
  return (
    <div className="directory__filters">
      <SelectField
        label={t("directory.profession")}
        value={filters.profession}
        onChange={(event) => onFilters(withProfession(filters, event.target.value))}
      >
        <option value="">{t("directory.profession.all")}</option>
        {PROFESSIONS.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
        {filters.professionLabel !== "" && (
          <option value={filters.profession}>{filters.professionLabel}</option>
        )}
      </SelectField>
      <SkillField filters={filters} onChange={(skill) => change({ skill })} />
      <CommuneField
        value={filters.place}
        onPlace={(text, chosen) => onFilters(withPlace(filters, text, chosen))}
      />
      <SelectField
        label={t("filters.radius")}
        value={filters.radius}
        disabled={filters.place.trim() === ""}
        onChange={(event) => change({ radius: Number(event.target.value) })}
      >
        <option value={0}>{t("filters.radius.none")}</option>
        {RADII.map((km) => (
          <option key={km} value={km}>
            {t("filters.radius.km", { n: km })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("filters.department")}
        placeholder={t("filters.department.hint")}
        value={filters.department}
        maxLength={3}
        autoComplete="off"
        error={wrong ? t("filters.department.wrong") : undefined}
        onChange={(event) => change({ department: event.target.value })}
      />
      {filters.structure !== "" && (
        <Button
          look="secondary"
          icon={X}
          aria-label={t("filters.drop", { filter: filters.structureName })}
          onClick={() => onFilters(withoutFilter(filters, "structure"))}
        >
          {filters.structureName}
        </Button>
      )}
      <div className="chips directory__switches">
        {(["reachable", "mssante"] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={filters[name]}
            onClick={() => change({ [name]: !filters[name] })}
          >
            {t(`filters.${name}`)}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Of one profession, or of each under its name. */
function SkillField({
  filters: { profession, skill },
  onChange,
}: {
  filters: Filters
  onChange: (skill: string) => void
}) {
  const { t } = useI18n()
  const groups = PROFESSIONS.filter(
    ([code]) => code in SKILLS && (profession === "" || profession === code),
  )
  return (
    <SelectField
      label={t("filters.skill")}
      value={skill}
      disabled={groups.length === 0}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("filters.skill.all")}</option>
      {groups.map(([code, label]) => (
        <optgroup key={code} label={label}>
          {SKILLS[code]?.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}

function ActiveFilters({ filters, onFilters }: Props) {
  const { t } = useI18n()
  const words = useFilterWords(filters)
  return (
    <ul className="chips" aria-label={t("filters.active")}>
      {activeFilters(filters).map((name) => (
        <li key={name}>
          <Button
            look="secondary"
            icon={X}
            aria-label={t("filters.drop", { filter: words(name) })}
            onClick={() => onFilters(withoutFilter(filters, name))}
          >
            {words(name)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
