import { useEffect, useId, useState, type KeyboardEvent } from "react"
import type { Commune } from "../../core"
import { announce } from "../announce/announcer"
import { useI18n } from "../i18n/I18n"
import { useCommunes } from "./useCommunes"
import "./communeField.css"

type Props = {
  readonly value: string
  /** Without a commune for what is typed by hand. */
  readonly onPlace: (text: string, chosen?: Commune) => void
}

/** A text field that suggests communes; what is typed counts as it is while none is chosen. */
export function CommuneField({ value, onPlace }: Props) {
  const { t } = useI18n()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(-1)
  const communes = useCommunes(typed)
  const open = communes.length > 0
  const count = communes.length
  useEffect(() => {
    if (count > 0) announce(t("filters.communes.found", { n: count }))
  }, [communes, count, t])

  const close = () => {
    setTyped(undefined)
    setAt(-1)
  }
  const choose = (commune: Commune) => {
    close()
    onPlace(commune.name, commune)
  }
  const onKey = (event: KeyboardEvent) => {
    const chosen = communes[at]
    if (!open) {
      // The way back to what was closed or passed over.
      if (event.key === "ArrowDown" && value !== "") setTyped(value)
      return
    }
    if (event.key === "ArrowDown") setAt((at + 1) % count)
    else if (event.key === "ArrowUp") setAt(at <= 0 ? count - 1 : at - 1)
    else if (event.key === "Enter" && chosen !== undefined) choose(chosen)
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="field commune-field">
      <label htmlFor={id}>{t("directory.town")}</label>
      <input
        id={id}
        className="field__input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        placeholder={t("directory.town.hint")}
        value={value}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(-1)
          onPlace(event.target.value)
        }}
        onKeyDown={onKey}
        onBlur={close}
      />
      {open && (
        <ul
          id={`${id}-list`}
          className="commune-field__list"
          role="listbox"
          aria-label={t("filters.communes")}
          // Its scrollbar would take the focus, which closes it.
          onMouseDown={(event) => event.preventDefault()}
        >
          {communes.map((commune, index) => (
            <Suggestion
              key={commune.code}
              id={`${id}-${index}`}
              commune={commune}
              active={index === at}
              onChoose={() => choose(commune)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The first postal code tells apart communes of one name. */
function Suggestion({
  id,
  commune,
  active,
  onChoose,
}: {
  id: string
  commune: Commune
  active: boolean
  onChoose: () => void
}) {
  const { t } = useI18n()
  const { name, partOf, postalCodes, department } = commune
  return (
    <li
      id={id}
      role="option"
      className="commune-field__option"
      aria-selected={active}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: "nearest" })
      }}
      onMouseDown={(event) => {
        if (event.button === 0) onChoose()
      }}
    >
      {partOf === undefined ? name : t("filters.communes.partOf", { name, whole: partOf })}{" "}
      <span className="meta">{postalCodes[0] ?? department}</span>
    </li>
  )
}
