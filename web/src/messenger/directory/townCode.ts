import type { Directory, PractitionerQuery } from "../../core"
import { plain } from "../i18n/names"

const LOOKED_AT = 20

/** The place a radius is drawn around, in the directory's own words. */
export type Centre = { readonly code: string; readonly town?: string }

/** Thrown when no structure of the directory is in a town of that name. */
export class UnknownPlace extends Error {}

/**
 * The directory measures from codes, people type names: the postal code of a structure in a town of that
 * name stands for it. The caller shows which one it was, since some names belong to several towns.
 */
export async function centred(
  directory: Directory,
  query: PractitionerQuery,
  signal?: AbortSignal,
): Promise<{ readonly query: PractitionerQuery; readonly centre?: Centre }> {
  const { town, ...rest } = query
  if (query.near !== undefined) return { query, centre: { code: query.near } }
  if (query.radius === undefined || town === undefined) return { query }
  const { items } = await directory.structures({ q: town, limit: LOOKED_AT }, signal)
  const there = items.find(
    (structure) =>
      structure.postalCode !== undefined && plain(structure.town ?? "") === plain(town),
  )
  if (there?.postalCode === undefined) throw new UnknownPlace("place")
  return {
    query: { ...rest, near: there.postalCode },
    centre: { code: there.postalCode, ...(there.town !== undefined && { town: there.town }) },
  }
}
