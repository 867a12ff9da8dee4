import { useState } from "react"
import type { Practitioner, Qualification, Skill } from "../../core"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"

/** Some have dozens of diplomas; the first say most. */
const SHOWN = 5

/** What the register says somebody can, learnt and may, as rows of a list of facts. */
export function QualificationFacts({ person }: { person: Practitioner }) {
  const { t } = useI18n()
  const { skills = [], qualifications = [] } = person
  const diplomas = qualifications.filter(({ kind }) => kind === "diploma")
  const authorisations = qualifications.filter(({ kind }) => kind === "authorisation")
  return (
    <>
      <Facts title={t("card.skills", { n: skills.length })} words={skills.map(skillWords)} />
      <Facts
        title={t("card.authorisations", { n: authorisations.length })}
        words={authorisations.map(authorisationWords)}
      />
      <Facts
        title={t("card.diplomas", { n: diplomas.length })}
        words={diplomas.map(({ label }) => label)}
      />
    </>
  )
}

function Facts({ title, words }: { title: string; words: readonly string[] }) {
  const { t } = useI18n()
  const [all, setAll] = useState(false)
  const each = [...new Set(words)]
  if (each.length === 0) return null
  return (
    <div>
      <dt>{title}</dt>
      {each.slice(0, all ? undefined : SHOWN).map((one) => (
        <dd key={one}>{one}</dd>
      ))}
      {!all && each.length > SHOWN && (
        <dd>
          <Button
            look="quiet"
            aria-label={`${title} : ${t("card.all", { n: each.length })}`}
            onClick={() => setAll(true)}
          >
            {t("card.all", { n: each.length })}
          </Button>
        </dd>
      )}
    </div>
  )
}

function skillWords({ label, type }: Skill): string {
  return type === undefined ? label : `${label} (${type})`
}

function authorisationWords({ label, discipline }: Qualification): string {
  return discipline === undefined ? label : `${label} : ${discipline}`
}
