// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { rememberExercise } from "./exercise"
import { direct, group, member, message } from "../stories/conversations"
import { READY } from "../stories/fixtureSession"
import { me, person, place } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const CABINET = {
  ...place("Cabinet du Pont", "31200", "Toulouse"),
  structureId: "F310000017",
  profession: "Infirmière",
  category: "civil",
} as const
const HOSPITAL = {
  ...place("CHU de Toulouse", "31000", "Toulouse"),
  structureId: "F310000033",
  profession: "Médecin",
  category: "student",
} as const
/** A nurse who studies medicine. */
const nurse = person({
  givenName: "Lucie",
  familyName: "Double",
  category: "civil",
  situations: [CABINET, HOSPITAL],
})
const STATE = { ...READY, me: { ...me, practitioner: nurse } }
const DIRECT = { page: "conversation", id: direct.id } as const

describe("a place where one only studies", () => {
  useBrowser()

  it("does not make a doctor of who writes from it", async () => {
    renderApp({ state: STATE }, DIRECT)
    act(() => rememberExercise(STATE.me, HOSPITAL))

    expect(
      await screen.findByText(
        "Vous écrivez en tant que médecin en formation, CHU de Toulouse, 31000 TOULOUSE",
      ),
    ).toBeTruthy()
  })

  it("is told from the other where one chooses between them", async () => {
    const both = { ...nurse, situations: [CABINET, { ...CABINET, ...HOSPITAL }] }
    renderApp({ state: { ...READY, me: { ...me, practitioner: both } } }, DIRECT)

    const studied = await screen.findByRole("radio", { name: /CHU de Toulouse/ })
    expect(studied.closest("label")?.textContent).toContain("Médecin en formation")
    const held = screen.getByRole("radio", { name: /Cabinet du Pont/ })
    expect(held.closest("label")?.textContent).toContain("Infirmière")
    expect(held.closest("label")?.textContent).not.toContain("formation")
    expect(await axeFindings()).toEqual([])
  })

  it("is said in one's own profile", async () => {
    renderApp({ state: STATE }, { page: "settings" })
    act(() => rememberExercise(STATE.me, HOSPITAL))

    expect(
      (await screen.findAllByText("CHU de Toulouse, 31000 TOULOUSE, médecin en formation")).length,
    ).toBeGreaterThan(0)
  })

  it("is marked on the card that others read", async () => {
    renderApp({ people: [nurse] }, { page: "card", id: nurse.id })
    const card = await screen.findByRole("article", { name: "Lucie DOUBLE" })

    expect(
      within(card).getByText("CHU de Toulouse, 31000 TOULOUSE, médecin en formation"),
    ).toBeTruthy()
    expect(within(card).getByText("Cabinet du Pont, 31200 TOULOUSE")).toBeTruthy()
  })

  it("is marked above what was written from it", async () => {
    const conversation = { ...group, members: [member(nurse)] }
    const items = [
      message(group.id, nurse, 3, "Du CHU", { situation: HOSPITAL.structureId }),
      message(group.id, nurse, 2, "Du cabinet", { situation: CABINET.structureId }),
    ]
    renderApp(
      { timelines: [{ conversation, items, hasOlder: false }] },
      { page: "conversation", id: group.id },
    )

    const [first, second] = await screen.findAllByRole("article", { name: /^Lucie DOUBLE/ })
    expect(first?.textContent).toContain("CHU de Toulouse, 31000 TOULOUSE, médecin en formation")
    expect(second?.textContent).toContain("Cabinet du Pont, 31200 TOULOUSE")
    expect(second?.textContent).not.toContain("formation")
  })

  it("counts as the held profession's where one structure is both", async () => {
    const both = { ...nurse, situations: [{ ...HOSPITAL, structureId: "F310000017" }, CABINET] }
    const conversation = { ...group, members: [member(both)] }
    const items = [message(group.id, both, 3, "Du cabinet", { situation: "F310000017" })]
    renderApp(
      { timelines: [{ conversation, items, hasOlder: false }] },
      { page: "conversation", id: group.id },
    )

    const article = await screen.findByRole("article", { name: /^Lucie DOUBLE, infirmière/ })
    expect(article.textContent).toContain("Cabinet du Pont")
    expect(article.textContent).not.toContain("formation")
  })
})

describe("a student's own page", () => {
  useBrowser()

  it("says at every place that they are in training, though former cards say it once", async () => {
    const student = person({
      familyName: "Carabin",
      professionCode: "10",
      profession: "Médecin",
      category: "student",
      situations: [
        { ...place("CHU", "31000", "Toulouse"), profession: "Médecin" },
        { ...place("CH", "31600", "Muret"), profession: "Médecin", category: "student" },
      ],
    })
    const state = { ...READY, me: { ...me, practitioner: student } }
    renderApp({ state }, DIRECT)
    expect((await screen.findAllByText("Médecin en formation")).length).toBe(2)
    for (const at of student.situations) {
      act(() => rememberExercise(state.me, at))
      expect(await screen.findByText(/en tant que médecin en formation, CH/)).toBeTruthy()
    }
  })
})
