import { useI18n } from "../i18n/I18n"
import { skillsOf, type FilterName, type Filters } from "./filters"
import { PROFESSIONS } from "./professions"

/** A filter as people read it: "Infirmier", "Muret, 20 km", "Département 31". */
export function useFilterWords(filters: Filters): (name: FilterName) => string {
  const { t } = useI18n()
  return (name) => {
    switch (name) {
      case "profession":
        return (
          PROFESSIONS.find(([code]) => code === filters.profession)?.[1] ??
          (filters.professionLabel || t("directory.profession"))
        )
      case "skill":
        return skillsOf("").find(([code]) => code === filters.skill)?.[1] ?? t("filters.skill")
      case "place":
        return filters.radius === 0
          ? filters.place.trim()
          : t("filters.around", { place: filters.place.trim(), n: filters.radius })
      case "department":
        return t("filters.departmentIs", { number: filters.department.trim().toUpperCase() })
      case "structure":
        return filters.structureName
      case "reachable":
      case "mssante":
        return t(`filters.${name}`)
    }
  }
}
