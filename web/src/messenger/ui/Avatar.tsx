import { Users } from "lucide-react"
import type { Practitioner } from "../../core"
import { initials } from "../i18n/names"
import "./avatar.css"

const TONES = 6

/** Initials on a steady colour. Decoration only: the name always stands beside it. */
export function Avatar({
  person,
  size = "m",
}: {
  person?: Practitioner | undefined
  size?: "s" | "m" | "l"
}) {
  const tone = person === undefined ? 6 : toneOf(person.id)
  return (
    <span aria-hidden className={`avatar avatar--${size} avatar--tone${tone}`}>
      {person === undefined ? "" : initials(person)}
    </span>
  )
}

export function GroupAvatar({ size = "m" }: { size?: "s" | "m" | "l" }) {
  return (
    <span aria-hidden className={`avatar avatar--${size} avatar--tone6`}>
      <Users size={size === "l" ? 32 : 22} />
    </span>
  )
}

function toneOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 9973
  return (sum % TONES) + 1
}
