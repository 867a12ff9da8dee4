import { ApiProblem } from "../core"
import { explain } from "../messenger/errors/explain"
import { fr, type MessageKey } from "../messenger/i18n/fr"
import type { Translate } from "../messenger/i18n/I18n"

/** The words of a stable code given by the service; one it has learnt since has those of `other`. */
export function wordsOf(
  family: "admin.refusal" | "admin.defect" | "admin.succession" | "admin.topUp.reason",
  code: string,
): MessageKey {
  const key = `${family}.${code}`
  return Object.hasOwn(fr, key) ? (key as MessageKey) : `${family}.other`
}

/** Cause and what to do, for a failed call of these pages. */
export function causeOf(error: unknown, t: Translate): string {
  if (!(error instanceof ApiProblem) || error.incident !== undefined) return explain(error, t)
  switch (error.status) {
    case 403:
      return t("error.forbidden.text")
    case 404:
      return t("admin.cause.missing")
    case 429:
      return t("admin.cause.wait")
    case 502:
    case 503:
    case 504:
      return t("admin.cause.unavailable")
    default:
      return explain(error, t)
  }
}

export function needsStepUp(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "step-up-required"
}
