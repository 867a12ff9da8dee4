import { useState } from "react"
import type { Distance, Practitioner } from "../../core"
import { useI18n } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { SearchField } from "../ui/Field"
import { SkeletonRows } from "../ui/Skeleton"
import { StandingMark } from "../ui/StandingMark"
import { useLocumSearch } from "./useLocumSearch"

/** The register's locums near by at first; whoever is searched by name takes their place. */
export function LocumChoice(props: {
  person: Practitioner
  structure: string | undefined
  chosen: Practitioner | undefined
  onChoose: (person: Practitioner) => void
}) {
  const { t } = useI18n()
  const [text, setText] = useState("")
  const { items, distances, failed, searching } = useLocumSearch(
    props.person,
    props.structure,
    text,
  )
  const own = props.structure === undefined
  const shown =
    props.chosen === undefined || items?.some(({ id }) => id === props.chosen?.id) === true
      ? (items ?? [])
      : [props.chosen, ...(items ?? [])]
  return (
    <>
      <SearchField
        label={t("locum.search")}
        placeholder={t("locum.search")}
        value={text}
        onValue={setText}
      />
      <fieldset className="locum__choice">
        <legend>
          {t(searching ? "locum.results" : own ? "locum.candidates" : "staff.locum.candidates")}
        </legend>
        {shown.map((person) => (
          <label key={person.id} className="locum__candidate">
            <input
              type="radio"
              name="locum"
              checked={person.id === props.chosen?.id}
              onChange={() => props.onChoose(person)}
            />
            <Words person={person} distance={distances.find(({ id }) => id === person.id)} />
          </label>
        ))}
        {items === undefined && !failed && (
          <SkeletonRows count={3} label={t("locum.candidates.loading")} />
        )}
        {items === undefined && failed && <p role="alert">{t("locum.candidates.failed")}</p>}
        {items?.length === 0 && <p role="status">{t(noneOf(searching, own))}</p>}
      </fieldset>
    </>
  )
}

function noneOf(searching: boolean, own: boolean) {
  if (searching) return own ? "locum.results.none" : "staff.locum.results.none"
  return own ? "locum.candidates.none" : "staff.locum.candidates.none"
}

function Words({ person, distance }: { person: Practitioner; distance: Distance | undefined }) {
  const { t } = useI18n()
  const place = placeName(person.situations[0])
  return (
    <span className="locum__words">
      <strong>{personName(person)}</strong>
      <span>{professionName(person)}</span>
      <StandingMark person={person} />
      {place !== undefined && <span className="meta">{place}</span>}
      {distance !== undefined && (
        <span className="meta">{t("locum.away", { km: distance.km })}</span>
      )}
      {!person.reachable && <span className="meta">{t("card.absent")}</span>}
    </span>
  )
}
