// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { Practitioner, Qualification } from "../../core"
import { camille, everybody, me, nadia } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { NO_FILTER, queryOf, withProfession } from "./filters"

const diploma = (label: string): Qualification => ({ kind: "diploma", label })
const skilled: Practitioner = {
  ...nadia,
  skills: [
    { code: "SI02", label: "Oncologie et hémato-oncologie", type: "Pratique avancée" },
    { code: "SI01", label: "Pathologies chroniques" },
  ],
  qualifications: [
    { kind: "authorisation", label: "Autorisation de plein exercice", discipline: "Infirmier" },
    ...["DE Infirmier", "DU 1", "DU 2", "DU 3", "DU 4", "DU 5", "DU 5"].map(diploma),
  ],
}
const spell = (query: object) =>
  ` ${JSON.stringify({ ...query, q: undefined, limit: undefined, counts: undefined })}`

describe("the card of a person with skills and diplomas", () => {
  useBrowser()

  it("shows them in the register's words, many diplomas when asked", async () => {
    const { user } = renderApp({ people: [skilled] }, { page: "card", id: skilled.id })

    expect(await screen.findByText("Oncologie et hémato-oncologie (Pratique avancée)")).toBeTruthy()
    expect(screen.getByText("Pathologies chroniques")).toBeTruthy()
    expect(screen.getByText("Autorisation d’exercice")).toBeTruthy()
    expect(screen.getByText(/^Autorisation de plein exercice\s: Infirmier$/)).toBeTruthy()
    expect(screen.queryByText("DU 5")).toBeNull()
    expect(await axeFindings()).toEqual([])

    await user.click(screen.getByRole("button", { name: /^Diplômes\s: Tout afficher \(6\)$/ }))

    expect(screen.getByText("DU 5")).toBeTruthy()
  })

  it("says nothing of them where the register says nothing", async () => {
    renderApp({ people: [nadia] }, { page: "card", id: nadia.id })

    await screen.findByRole("heading", { name: "Nadia BENALI" })
    expect(screen.queryByText("Savoir-faire")).toBeNull()
    expect(screen.queryByText(/^Diplôme/)).toBeNull()
  })

  it("tells when they changed, with those of before", async () => {
    renderApp(
      { people: [skilled], card: { former: { ...skilled, skills: [] } } },
      { page: "card", id: skilled.id },
    )
    expect(await screen.findByText(/savoir-faire ont changé. Avant\s: aucun/)).toBeTruthy()
  })
})

describe("my profile", () => {
  useBrowser()

  it("shows my skills and diplomas as others see them", async () => {
    const own = { ...camille, skills: [{ code: "SM54", label: "Médecine de famille" }] }
    const people = everybody.map((one) => (one.id === me.practitioner?.id ? own : one))
    renderApp({ people }, { page: "settings" })

    const words = await screen.findByText("Médecine de famille")
    const list = words.closest("dl")
    expect(list).not.toBeNull()
    if (list !== null) expect(within(list).getByText("Savoir-faire")).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})

describe("the filter of skills", () => {
  useBrowser()

  it("narrows by an exact code and can be taken off", async () => {
    const { asked, user } = renderApp({ spell }, { page: "directory" })
    await user.click(await screen.findByRole("button", { name: "Filtres" }))
    await user.selectOptions(screen.getByRole("combobox", { name: "Profession" }), "10")
    const skills = screen.getByRole("combobox", { name: "Savoir-faire" })
    expect(within(skills).queryByText("Orthopédie dento-faciale")).toBeNull()
    await user.selectOptions(skills, "SM57")

    await waitFor(() =>
      expect(asked.at(-1)).toBe('search  {"professionCode":"10","savoirFaire":"SM57"}'),
    )
    await user.click(screen.getByRole("button", { name: /^Filtres/ }))
    await user.click(screen.getByRole("button", { name: "Retirer le filtre Allergologie" }))
    await waitFor(() => expect(asked.at(-1)).toBe('search  {"professionCode":"10"}'))
  })

  it("goes with the profession that has the skill", () => {
    const chosen = { ...NO_FILTER, profession: "10", skill: "SM03" }
    expect(queryOf({ ...NO_FILTER, skill: "SM03" })).toEqual({ savoirFaire: "SM03" })
    expect(withProfession(chosen, "21").skill).toBe("SM03")
    expect(withProfession(chosen, "60").skill).toBe("")
    expect(withProfession(chosen, "").skill).toBe("SM03")
    expect(withProfession(chosen, "93").skill).toBe("")
  })
})
