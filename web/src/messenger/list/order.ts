import type { ConversationSummary } from "../../core"
import { nameKey, plain } from "../i18n/names"

/** What asks for an act comes first: unread urgent, then failed sends, then the newest. */
export function orderForList(items: readonly ConversationSummary[]): ConversationSummary[] {
  return [...items].sort((a, b) => rank(a) - rank(b) || b.at.localeCompare(a.at))
}

function rank(item: ConversationSummary): number {
  if (item.unreadUrgent > 0) return 0
  return item.failed > 0 ? 1 : 2
}

/** Keeps the conversations whose people match every typed word by name, profession or place. */
export function filterList(
  items: readonly ConversationSummary[],
  text: string,
  unreadOnly: boolean,
): ConversationSummary[] {
  const words = plain(text)
    .split(" ")
    .filter((word) => word !== "")
  return items.filter((item) => {
    if (unreadOnly && item.unread === 0) return false
    if (words.length === 0) return true
    const haystack = searchableText(item)
    return words.every((word) => haystack.includes(word))
  })
}

function searchableText(item: ConversationSummary): string {
  return item.members
    .filter((member) => !member.me)
    .map(({ practitioner }) => {
      if (practitioner === undefined) return ""
      const places = practitioner.situations.map(
        (place) => `${place.structureName ?? ""} ${place.postalCode ?? ""} ${place.town ?? ""}`,
      )
      return `${nameKey(practitioner)} ${plain(`${practitioner.profession} ${practitioner.savoirFaire ?? ""} ${places.join(" ")}`)}`
    })
    .join(" ")
}
