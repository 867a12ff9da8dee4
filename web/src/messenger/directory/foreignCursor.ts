import { ApiProblem } from "../../core"

/** The directory does not take the place where a page ended any more: the search begins anew. */
export function isForeignCursor(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 400 && error.members.field === "cursor"
}
