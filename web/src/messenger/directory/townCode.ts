import type { Directory, PractitionerQuery } from "../../core"

/** The place a radius is drawn around, in the directory's own words. */
export type Centre = { readonly code: string; readonly town?: string }

/** Thrown when no commune is called so. */
export class UnknownPlace extends Error {}

/**
 * The directory measures from communes, people type names and may choose none of the list: the likeliest
 * of it stands for the name. The caller shows which one it was, since some names belong to several.
 */
export async function centred(
  directory: Directory,
  query: PractitionerQuery,
  signal?: AbortSignal,
): Promise<{ readonly query: PractitionerQuery; readonly centre?: Centre }> {
  const { town, ...rest } = query
  if (query.near !== undefined) return { query, centre: { code: query.near } }
  if (query.radius === undefined || town === undefined) return { query }
  const [there] = await directory.communes(town, signal)
  if (there === undefined) throw new UnknownPlace("place")
  return {
    query: { ...rest, commune: there.code },
    centre: { code: there.postalCodes[0] ?? there.code, town: there.name },
  }
}
