import type { Practitioner } from "../../core"
import { pathOf } from "../app/routes"
import type { Translate } from "../i18n/I18n"
import { personName } from "../i18n/names"

/** Where a colleague finds one's card. */
export function cardAddress(person: Practitioner): string {
  return `${location.origin}${pathOf({ page: "card", id: person.id })}`
}

/** Without any patient or number of anybody: who I am, where to find me, and the steps. */
export function inviteText(t: Translate, person: Practitioner): string {
  const steps = [t("invite.open"), t("invite.signIn"), t("invite.write")]
  return [
    t("invite.hello"),
    "",
    t("invite.card", { address: cardAddress(person) }),
    "",
    t("invite.how"),
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    "",
    t("invite.thanks"),
    personName(person),
  ].join("\n")
}
