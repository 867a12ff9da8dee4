// @vitest-environment jsdom
import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { ConversationSummary, Practitioner, Timeline } from "../../core"
import { i18nOf } from "../i18n/I18n"
import { personName, professionName } from "../i18n/names"
import { standingOf, withStanding } from "../i18n/standing"
import { group, member, message, summary } from "../stories/conversations"
import { leroy, person, place } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { cautionsOf } from "./cautions"

const AT = { ...place("MSP des Lilas", "31200", "Toulouse"), structureId: "F310000017" }
/** Calls herself what only the register may say: entries from before such functions were refused. */
const invited = person({
  givenName: "Odile",
  familyName: "Sosie",
  professionCode: "INVITE",
  profession: "Médecin généraliste",
  source: "structure",
  situations: [AT],
})
const student = person({
  givenName: "Théo",
  familyName: "Carabin",
  civility: "DR",
  professionCode: "10",
  profession: "Médecin",
  category: "student",
  situations: [AT],
})
const doctor = person({
  givenName: "Anne",
  familyName: "Vraie",
  civility: "DR",
  professionCode: "10",
  profession: "Médecin",
  category: "civil",
  situations: [AT],
})
const PEOPLE = [invited, student, doctor]

/** The row in which a person is named. */
function rowOf(name: RegExp): HTMLElement {
  const row = screen.getAllByText(name)[0]?.closest("li, label, a")
  if (!(row instanceof HTMLElement)) throw new Error("no row")
  return row
}

function expectMarks(): void {
  expect(rowOf(/Odile SOSIE/).textContent).toContain("Personne invitée, hors RPPS")
  expect(rowOf(/Théo CARABIN/).textContent).toContain("Études en cours")
  expect(rowOf(/Théo CARABIN/).textContent).toContain("Médecin en formation")
  const real = rowOf(/Anne VRAIE/).textContent
  expect(real).toContain("Médecin")
  expect(real).not.toMatch(/invitée|Études|formation|garantie/)
}

describe("who is no full professional of the register is marked", () => {
  useBrowser()

  it("in the rows of a search", async () => {
    const { user } = renderApp({ people: PEOPLE }, { page: "directory" })
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await screen.findByText(/Odile SOSIE/)

    expectMarks()
    expect(await axeFindings()).toEqual([])
  })

  it("among those chosen for a group", async () => {
    const { user } = renderApp({ people: PEOPLE }, { page: "directory" })
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Odile SOSIE/ }))

    const chip = screen.getByRole("button", { name: /Retirer Odile SOSIE.*personne invitée/ })
    expect(chip.textContent).toContain("Personne invitée, hors RPPS")
  })

  it("among the members of a structure", async () => {
    const structure = { id: AT.structureId, name: "MSP des Lilas", people: 3 }
    renderApp({ people: PEOPLE, structures: [structure] }, { page: "structure", id: structure.id })
    await screen.findByRole("article", { name: "MSP des Lilas" })

    expect(rowOf(/Odile SOSIE/).textContent).toContain("Personne invitée, hors RPPS")
    expect(rowOf(/Théo CARABIN/).textContent).toContain("Études en cours")
  })

  it("among one's own correspondents", async () => {
    const { user } = renderApp({ people: PEOPLE, contacts: PEOPLE }, { page: "directory" })
    await user.click(screen.getByRole("button", { name: "Mes correspondants" }))
    await screen.findByRole("list", { name: "Mes correspondants" })

    expectMarks()
  })

  it("among the locums that are proposed, and a student is not found by name", async () => {
    const { user } = renderApp(
      { people: PEOPLE, candidates: { items: PEOPLE, distances: [] } },
      { page: "settings" },
    )
    await user.click(await screen.findByRole("button", { name: "Prévoir un remplacement" }))
    const dialog = await screen.findByRole("dialog", { name: /Qui vous remplace/ })
    const radio = await within(dialog).findByRole("radio", { name: /Odile SOSIE/ })

    expect(radio.closest("label")?.textContent).toContain("Personne invitée, hors RPPS")
    expect(within(dialog).queryByRole("radio", { name: /Théo CARABIN/ })).toBeNull()
  })

  it("in the list of conversations and in the head of one", async () => {
    const withInvited = summary(7, [invited])
    const items: readonly ConversationSummary[] = [withInvited, summary(8, [student])]
    const timeline: Timeline = { conversation: withInvited, items: [], hasOlder: false }
    renderApp(
      { people: PEOPLE, list: { items, loaded: true }, timelines: [timeline] },
      { page: "conversation", id: withInvited.id },
    )
    await screen.findByRole("heading", { level: 1, name: /Odile SOSIE/ })

    expect(rowOf(/Odile SOSIE/).textContent).toContain("Médecin généraliste, personne invitée")
    expect(rowOf(/Théo CARABIN/).textContent).toContain("Médecin en formation")
    expect(
      screen.getAllByText(/Médecin généraliste, personne invitée, MSP des Lilas/)[0],
    ).toBeTruthy()
  })

  it("above what they wrote", async () => {
    const conversation = { ...group, members: [...group.members, member(invited)] }
    const items = [message(conversation.id, invited, 3, "Bonjour")]
    renderApp(
      { timelines: [{ conversation, items, hasOlder: false }] },
      { page: "conversation", id: conversation.id },
    )

    expect(
      await screen.findByRole("article", {
        name: /^Odile SOSIE, médecin généraliste, personne invitée/,
      }),
    ).toBeTruthy()
  })

  it("on the card, which verifies no student as a professional", async () => {
    const { user } = renderApp({ people: PEOPLE }, { page: "card", id: student.id })
    const card = await screen.findByRole("article", { name: "Théo CARABIN" })

    expect(within(card).getByText("Inscription au RPPS pendant les études")).toBeTruthy()
    expect(within(card).queryByText("Inscription au RPPS vérifiée")).toBeNull()
    expect(within(card).getByText("Médecin en formation")).toBeTruthy()

    await user.click(screen.getByRole("button", { name: /^Écrire à Théo/ }))
    const dialog = await screen.findByRole("dialog", { name: /est-ce la bonne personne/ })
    expect(within(dialog).getByText(/encore en formation/)).toBeTruthy()
  })
})

describe("the standing of a person", () => {
  const { t } = i18nOf("en")
  const words = (who: Practitioner) => withStanding(professionName(who), who, t)

  it("is none for professionals, in whatever force they serve", () => {
    expect(standingOf(leroy)).toBeUndefined()
    expect(standingOf({ ...leroy, category: "military" })).toBeUndefined()
    expect(standingOf(person({ familyName: "X", source: "structure" }))).toBe("vouched")
  })

  it("is part of what is read out, in both languages", () => {
    expect(words(invited)).toBe("Médecin généraliste, invited person")
    expect(words(student)).toBe("Médecin en formation")
    expect(words(doctor)).toBe("Médecin")
  })

  it("gives no student the title of a doctor", () => {
    expect(personName(student)).toBe("Théo CARABIN")
    expect(personName(doctor)).toBe("Dr\u00a0Anne VRAIE")
  })

  it("makes one look twice", () => {
    const card = { person: student, issuedAt: "", careProfession: true, kept: false }
    const kinds = cautionsOf(card, new Date("2026-11-22T08:00:00Z")).map(({ kind }) => kind)
    expect(kinds).toEqual(["student"])
  })
})
