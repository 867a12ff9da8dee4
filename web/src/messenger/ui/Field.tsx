import { useId, type ComponentProps, type ReactNode } from "react"
import { Search, X } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { IconButton } from "./Button"
import "./field.css"

/** A labelled text field; hint and error are tied to it for speech. */
export function TextField({
  label,
  hint,
  error,
  ...rest
}: { label: string; hint?: string; error?: string | undefined } & ComponentProps<"input">) {
  const id = useId()
  const described = [
    hint !== undefined ? `${id}-hint` : "",
    error !== undefined ? `${id}-error` : "",
  ]
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
      <input
        {...rest}
        id={id}
        className="field__input"
        aria-invalid={error !== undefined}
        aria-describedby={described.filter((part) => part !== "").join(" ") || undefined}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** A drop-down list with its label above. */
export function SelectField({
  label,
  children,
  ...rest
}: { label: string; children: ReactNode } & ComponentProps<"select">) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id} className="field__input">
        {children}
      </select>
    </div>
  )
}

/** The search box: a magnifier, the text, and a cross once there is something to clear. */
export function SearchField({
  label,
  value,
  onValue,
  ...rest
}: { label: string; value: string; onValue: (value: string) => void } & Omit<
  ComponentProps<"input">,
  "value" | "onChange"
>) {
  const { t } = useI18n()
  return (
    <div className="search-field">
      <Search size={20} aria-hidden />
      <input
        {...rest}
        type="search"
        aria-label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValue(event.target.value)}
      />
      {value !== "" && <IconButton label={t("act.clear")} icon={X} onClick={() => onValue("")} />}
    </div>
  )
}
