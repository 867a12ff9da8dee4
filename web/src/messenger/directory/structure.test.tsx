// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { structureKey } from "../../core"
import { parseRoute, pathOf } from "../app/routes"
import { person, place } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const AT = { ...place("MSP des Lilas", "31200", "Toulouse"), structureId: "F310000017" }
const morel = person({ familyName: "Morel", situations: [AT] })
const noir = person({ familyName: "Noir", situations: [AT], reachable: false })
const petit = person({ familyName: "Petit", situations: [AT] })
const LILAS = {
  id: "F310000017",
  name: "MSP des Lilas",
  finess: "310000017",
  postalCode: "31200",
  town: "Toulouse",
  people: 3,
  professions: [{ code: "60", label: "Infirmier", count: 3 }],
}
const WORLD = { people: [morel, noir, petit], structures: [LILAS] }

const text = (element: HTMLElement) => element.textContent

describe("a structure", () => {
  useBrowser()

  it("is opened from a card and shows place, professions and members", async () => {
    const { user } = renderApp(WORLD, { page: "card", id: morel.id })
    await user.click(await screen.findByRole("link", { name: "MSP des Lilas, 31200 TOULOUSE" }))

    const page = await screen.findByRole("article", { name: "MSP des Lilas" })
    expect(within(page).getByText("31200 TOULOUSE")).toBeTruthy()
    expect(within(page).getByText("310000017")).toBeTruthy()
    expect(within(page).getByText(/Infirmier : 3/)).toBeTruthy()
    expect(within(page).getByRole("heading", { name: "3 membres" })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it("counts students apart, invited people as one group, and each group once", async () => {
    const professions = [
      { code: "10", label: "Médecin", count: 4 },
      { code: "10", label: "Médecin", count: 2, standing: "student" },
      {
        code: "INVITE",
        label: "Personne invitée par une structure",
        count: 3,
        standing: "invited",
      },
      { code: "SECR", label: "Secrétaire", count: 1, standing: "vouched" },
    ] as const
    const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined)
    renderApp(
      { ...WORLD, structures: [{ ...LILAS, professions }] },
      { page: "structure", id: LILAS.id },
    )

    const page = await screen.findByRole("article", { name: "MSP des Lilas" })
    expect(within(page).getByText(/^Médecin : 4/)).toBeTruthy()
    expect(within(page).getByText(/^Médecin en formation : 2/)).toBeTruthy()
    expect(within(page).getByText(/^Personne invitée, hors RPPS : 3/)).toBeTruthy()
    expect(
      within(page).getByText(/^Secrétaire, identité garantie par sa structure : 1/),
    ).toBeTruthy()
    expect(complaints.mock.calls.join("\n")).not.toContain("same key")
    complaints.mockRestore()
  })

  it("lets one write to a member over the card, and see all members", async () => {
    const { user } = renderApp(WORLD, { page: "structure", id: LILAS.id })
    expect(await screen.findByRole("link", { name: /^Fiche\s: Nadia NOIR$/ })).toBeTruthy()
    expect(screen.queryByText("Nadia PETIT")).toBeNull()

    await user.click(screen.getByRole("button", { name: "Afficher plus de résultats" }))
    expect(await screen.findByText("Nadia PETIT")).toBeTruthy()
    await user.click(screen.getByRole("link", { name: "Écrire à Nadia MOREL" }))

    await waitFor(() => expect(location.pathname).toBe(`/directory/${morel.id}`))
  })

  it("is searched further among its people, until the filter is taken off", async () => {
    const elsewhere = person({ familyName: "Petit", givenName: "Zoé" })
    const world = { ...WORLD, people: [...WORLD.people, elsewhere] }
    const { user } = renderApp(world, { page: "structure", id: LILAS.id })
    await user.click(await screen.findByRole("button", { name: "Chercher dans cette structure" }))

    await user.type(await screen.findByRole("searchbox"), "petit")
    expect(await screen.findByText("1 résultat")).toBeTruthy()
    expect(location.href).not.toContain(LILAS.id)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole("button", { name: "Retirer le filtre MSP des Lilas" }))
    expect(await screen.findByText("2 résultats")).toBeTruthy()
  })

  it("shows the addresses of its services, a service over two pages only once", async () => {
    const organisation = (address: string) => ({ address, kind: "organisation" as const })
    const services = [
      { name: "URGENCES", mailboxes: [organisation("urgences@ch.mssante.example")] },
      { name: "URGENCES", mailboxes: [organisation("urgences2@ch.mssante.example")] },
      { mailboxes: [{ address: "labo@ch.mssante.example", kind: "application" as const }] },
    ]
    const { user } = renderApp({ ...WORLD, services }, { page: "structure", id: LILAS.id })
    const section = await screen.findByRole("region", { name: "Services" })
    expect(within(section).queryByText("urgences2@ch.mssante.example")).toBeNull()

    await user.click(within(section).getByRole("button", { name: "Afficher d’autres services" }))
    await within(section).findByText("urgences2@ch.mssante.example")
    await user.click(within(section).getByRole("button", { name: "Afficher d’autres services" }))
    expect(await within(section).findByText("Adresse d’un logiciel")).toBeTruthy()

    expect(within(section).getAllByRole("heading", { level: 3 }).map(text)).toEqual([
      "URGENCES",
      "L’établissement",
    ])
    expect(within(section).queryByRole("button", { name: "Afficher d’autres services" })).toBeNull()
    await user.click(
      within(section).getByRole("button", { name: "Copier urgences@ch.mssante.example" }),
    )
    expect(await navigator.clipboard.readText()).toBe("urgences@ch.mssante.example")
    expect(await axeFindings()).toEqual([])
  })

  it("without mailboxes speaks of no services", async () => {
    renderApp(WORLD, { page: "structure", id: LILAS.id })
    expect(await screen.findByRole("article", { name: "MSP des Lilas" })).toBeTruthy()
    expect(screen.queryByRole("heading", { name: "Services" })).toBeNull()
  })

  it("of an old address is found, and the address says no identifier any more", async () => {
    renderApp(WORLD, { page: "structure", id: LILAS.id })
    expect(await screen.findByRole("article", { name: "MSP des Lilas" })).toBeTruthy()
    expect(location.pathname).toBe(pathOf({ page: "structure", id: await structureKey(LILAS.id) }))
    for (const link of document.querySelectorAll("a[href]"))
      expect(link.getAttribute("href")).not.toContain(LILAS.id)
  })

  it("where nobody practises any more is said not to be there", async () => {
    renderApp({}, { page: "structure", id: "F999999999" })

    expect(await screen.findByText("Structure introuvable")).toBeTruthy()
  })

  it("has an address that survives a reload, and nothing else passes for one", () => {
    const route = { page: "structure", id: "R10000001234567" } as const
    expect(parseRoute(pathOf(route))).toEqual(route)
    for (const path of ["/directory/structures", "/directory/structures/a%2Fb"])
      expect(parseRoute(path)).toEqual({ page: "not-found" })
    expect(parseRoute("/directory/structures/F1/members")).toEqual({ page: "not-found" })
  })
})
