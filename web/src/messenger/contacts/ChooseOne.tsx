import { useEffect, useId, useRef, useState, type SyntheticEvent } from "react"
import type { Practitioner, PractitionerId } from "../../core"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { PersonWords } from "./PersonWords"
import type { Matched } from "./useMatching"

const NOBODY = "nobody"

/** One entry that may be several people, or somebody else: asked, never guessed. */
export function ChooseOne(props: {
  matched: Matched
  number: number
  total: number
  onChosen: (person: Practitioner | undefined) => void
}) {
  const { t } = useI18n()
  const group = useId()
  const legend = useRef<HTMLLegendElement>(null)
  const [choice, setChoice] = useState<PractitionerId | typeof NOBODY>()
  const [missing, setMissing] = useState(false)
  const { entry, match } = props.matched
  const { number, onChosen } = props
  useEffect(() => {
    if (number > 1) legend.current?.focus()
  }, [number])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(choice === undefined)
    if (choice !== undefined)
      onChosen(match.candidates.find(({ person }) => person.id === choice)?.person)
  }
  return (
    <section aria-labelledby="contacts-choose">
      <h2 id="contacts-choose">{t("contacts.choose", { n: props.total - number + 1 })}</h2>
      <form className="contacts__choose" noValidate onSubmit={submit}>
        <fieldset aria-describedby={missing ? `${group}-missing` : undefined}>
          <legend ref={legend} tabIndex={-1}>
            {t("contacts.choose.who", { label: entry.label })}
            <span className="meta">
              {" "}
              {t("contacts.choose.of", { n: number, total: props.total })}
            </span>
          </legend>
          {match.candidates.map(({ person, reasons }) => (
            <label key={person.id} className="person person__choose">
              <input
                type="radio"
                name={group}
                checked={choice === person.id}
                onChange={() => setChoice(person.id)}
              />
              <PersonWords person={person}>
                {reasons.map((reason) => (
                  <span key={reason} className="tag">
                    {t(`contacts.reason.${reason}`)}
                  </span>
                ))}
              </PersonWords>
            </label>
          ))}
          <label className="person person__choose contacts__nobody">
            <input
              type="radio"
              name={group}
              checked={choice === NOBODY}
              onChange={() => setChoice(NOBODY)}
            />
            <span className="person__name">{t("contacts.choose.nobody")}</span>
          </label>
        </fieldset>
        {match.more && <p className="meta">{t("contacts.choose.more")}</p>}
        {missing && (
          <p id={`${group}-missing`} className="field__error" role="alert">
            {t("contacts.choose.missing")}
          </p>
        )}
        <Button look="primary" type="submit">
          {t("contacts.choose.act")}
        </Button>
      </form>
    </section>
  )
}
