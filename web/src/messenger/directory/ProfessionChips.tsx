import { useState } from "react"
import { useI18n } from "../i18n/I18n"
import { groupKey, groupWords } from "../i18n/standing"
import { withProfession, type Filters } from "./filters"
import type { useDirectorySearch } from "./useDirectorySearch"

const SHOWN = 4

type Props = {
  search: ReturnType<typeof useDirectorySearch>
  filters: Filters
  onFilters: (filters: Filters) => void
}

/** How many of all who match have which profession; a press keeps one of them. */
export function ProfessionChips({ search, filters, onFilters }: Props) {
  const { t } = useI18n()
  const [all, setAll] = useState(false)
  const { professions = [] } = search
  if (filters.profession !== "" || professions.length < 2) return null
  const shown = all ? professions : professions.slice(0, SHOWN)
  return (
    <div
      className="chips directory__professions"
      role="group"
      aria-label={t("directory.profession")}
    >
      {shown.map((group) => (
        <button
          key={groupKey(group)}
          type="button"
          className="chip chip--small"
          onClick={() => onFilters(withProfession(filters, group.code, groupWords(group, t)))}
        >
          {t("filters.professionCount", { label: groupWords(group, t), n: group.count })}
        </button>
      ))}
      {shown.length < professions.length && (
        <button type="button" className="chip chip--small" onClick={() => setAll(true)}>
          {t("filters.moreProfessions", { n: professions.length - shown.length })}
        </button>
      )}
    </div>
  )
}
