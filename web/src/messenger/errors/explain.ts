import { ApiProblem, CoreError } from "../../core"
import type { Translate } from "../i18n/I18n"
import { personName } from "../i18n/names"

/** What a person is told about a failed act: cause and what is safe, never the machine's words. */
export function explain(error: unknown, t: Translate, name = ""): string {
  if (error instanceof CoreError) {
    switch (error.code) {
      case "offline":
        return t("error.network")
      case "unreachable":
        return t("error.exhausted", { name })
      case "unlogged":
        return t("error.unlogged", { names: namesOf(error) })
      case "log-silent":
        return t("error.logSilent", { names: namesOf(error) })
      case "log-refused":
        return t("error.logRefused", { names: namesOf(error) })
      case "signed-out":
        return t("login.again")
      case "locked":
        return t("error.locked.text")
      case "not-ready":
      case "integrity":
      case "storage":
        return t("error.action")
    }
  }
  if (error instanceof ApiProblem) {
    if (error.incident !== undefined) return t("error.reference", { reference: error.incident })
    if (error.members.rule === "not-an-admin") return t("error.notAdmin")
    if (error.code === "registration-ended") return t("error.ended")
    if (error.status === 403) return t("error.refused")
    if (error.status === 404) return t("error.missing")
  }
  return t("error.action")
}

/** The same of an act in a conversation, which is refused to whoever is not a member. */
export function explainInConversation(error: unknown, t: Translate): string {
  return error instanceof ApiProblem && (error.code === "forbidden" || error.code === "not-found")
    ? t("conversation.missing.text")
    : explain(error, t)
}

function namesOf({ people }: CoreError): string {
  return people.map(personName).join(", ")
}

/** True when trying again without the network cannot help. */
export function isOffline(error: unknown): boolean {
  return error instanceof CoreError && error.code === "offline"
}
