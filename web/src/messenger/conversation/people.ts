import type {
  ConversationSummary,
  Member,
  Message,
  Practitioner,
  PractitionerId,
  Situation,
} from "../../core"
import type { Translate } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { withStanding } from "../i18n/standing"

/** Everybody in a conversation but me. */
export function others(conversation: ConversationSummary): readonly Member[] {
  return conversation.members.filter((member) => !member.me)
}

/** The other person of a one-to-one conversation, once the directory answered; also one who left. */
export function partner(conversation: ConversationSummary): Practitioner | undefined {
  return conversation.kind === "direct" ? other(conversation)?.practitioner : undefined
}

function other(conversation: ConversationSummary): Member | undefined {
  return others(conversation)[0] ?? conversation.former?.find((member) => !member.me)
}

/** Name and line below it, as the list and the header show them. */
export function titleOf(
  conversation: ConversationSummary,
  t: Translate,
): { readonly title: string; readonly subtitle: string } {
  if (conversation.kind === "direct") {
    const person = partner(conversation)
    return {
      title: memberName(other(conversation), t),
      subtitle: person === undefined ? "" : professionAndPlace(person, t),
    }
  }
  const people = others(conversation)
  return { title: groupName(people, t), subtitle: t("list.members", { n: people.length + 1 }) }
}

/** "Infirmière, Cabinet du Pont, 31200 TOULOUSE" */
export function professionAndPlace(person: Practitioner, t: Translate): string {
  const words = withStanding(professionName(person), person, t)
  const place = placeName(person.situations[0])
  return place === undefined ? words : `${words}, ${place}`
}

export function memberName(member: Member | undefined, t: Translate): string {
  return member?.practitioner === undefined
    ? t("conversation.unknownMember")
    : personName(member.practitioner)
}

/** Whose devices the conversation cannot vouch for. */
export function unprovenMembers(conversation: ConversationSummary): readonly Member[] {
  return conversation.members.filter(({ unprovenDevices = 0 }) => unprovenDevices > 0)
}

/** Somebody who is or was in a conversation. */
export function personOf(
  conversation: ConversationSummary,
  id: PractitionerId,
): Member | undefined {
  return [...conversation.members, ...(conversation.former ?? [])].find(
    (candidate) => candidate.practitionerId === id,
  )
}

/** The name of a member by id, "Vous" for me. */
export function nameOf(
  conversation: ConversationSummary,
  id: PractitionerId,
  t: Translate,
): string {
  const member = personOf(conversation, id)
  return member?.me === true ? t("conversation.you") : memberName(member, t)
}

function groupName(people: readonly Member[], t: Translate): string {
  const names = people.map((member) => memberName(member, t))
  if (names.length <= 2) return names.join(", ")
  return t("list.namesMore", { names: names.slice(0, 2).join(", "), n: names.length - 2 })
}

/**
 * Where the author says to write from: only a place that the register gives to the author as well.
 * Of a place where the author is both, the profession held in full, which stands beside the name.
 */
export function statedPlace(
  message: Message,
  author: Practitioner | undefined,
): Situation | undefined {
  if (message.situation === undefined) return undefined
  const places = author?.situations.filter(({ structureId }) => structureId === message.situation)
  return places?.find(({ category }) => category !== "student") ?? places?.[0]
}
