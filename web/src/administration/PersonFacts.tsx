import type { ReactNode } from "react"
import type { PersonRecord } from "../core"
import { onDay } from "../messenger/i18n/dates"
import { useI18n } from "../messenger/i18n/I18n"
import { ProfessionWords } from "./ProfessionWords"

/** Where a person stands and since when, and whether the login service follows. */
export function PersonFacts({ person }: { person: PersonRecord }) {
  const { t, dates } = useI18n()
  const { account, suspension } = person
  const login =
    account === undefined
      ? t("admin.person.account.none")
      : account.told
        ? t("admin.person.account.told")
        : t("admin.person.account.waiting", { n: account.waiting?.attempts ?? 0 })
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("admin.people.state"), t(`admin.state.${person.state}`)],
    [t("admin.people.since"), dates.full(new Date(person.since))],
    ...(suspension === undefined
      ? []
      : [[t("admin.person.reason"), t(`admin.reason.${suspension.reason}`)] as const]),
    ...(suspension?.note === undefined ? [] : [[t("admin.person.note"), suspension.note] as const]),
    ...(person.lastListed === undefined
      ? []
      : [[t("admin.person.listed"), dates.date(onDay(person.lastListed))] as const]),
    [t("admin.person.account"), login],
    [t("admin.people.profession"), <ProfessionWords key="profession" person={person} />],
    [t("admin.person.nationalId"), person.nationalId],
  ]
  return (
    <dl className="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
