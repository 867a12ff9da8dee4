import type { AdministeredStructure } from "../core"
import type { Translate } from "../messenger/i18n/I18n"

/** A structure and its town, as one line. */
export function structureName({ id, name, town }: AdministeredStructure, t: Translate): string {
  const words = [name ?? t("staff.unnamed", { id }), town?.toLocaleUpperCase("fr-FR")]
  return words.filter((part) => part !== undefined).join(", ")
}
