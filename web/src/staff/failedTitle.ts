import { ApiProblem } from "../core"
import type { MessageKey } from "../messenger/i18n/fr"

/** What is known of an act that failed: a refusal changed nothing, a lost answer may have. */
export function failedTitle(error: unknown): MessageKey {
  return error instanceof ApiProblem && error.status < 500 ? "staff.act.failed" : "staff.act.unsure"
}
