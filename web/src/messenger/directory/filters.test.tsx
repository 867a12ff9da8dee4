// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { CoreError, structureKey } from "../../core"
import { bernard, nadia, nadiaAlbi, paul } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { NO_FILTER, queryOf, withoutFilter, withPlace, withProfession } from "./filters"

const DIRECTORY = { page: "directory" } as const
const LILAS = { id: "F310000017", name: "MSP des Lilas", town: "Toulouse", people: 3 }
const communes = [
  { code: "31555", name: "Toulouse", postalCodes: ["31000", "31200"], department: "31" },
  { code: "39533", name: "Toulouse-le-Château", postalCodes: ["39230"], department: "39" },
  {
    code: "01091",
    name: "Châtillon-en-Michaille",
    postalCodes: ["01200"],
    department: "01",
    partOf: "Valserhône",
  },
]
const place = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Lieu d’exercice" })
const spell = (query: object) =>
  ` ${JSON.stringify({ ...query, q: undefined, limit: undefined, counts: undefined })}`

describe("what is asked of the directory", () => {
  it("is nothing while there is too little to look for", () => {
    for (const text of ["", " ", "b"]) expect(queryOf({ ...NO_FILTER, text })).toBeUndefined()
    expect(queryOf({ ...NO_FILTER, reachable: true, mssante: true })).toBeUndefined()
  })

  it("holds no half-typed department, and a radius only around a place", () => {
    const typed = { ...NO_FILTER, text: "roux", department: "9999", radius: 20 }
    expect(queryOf(typed)).toEqual({ q: "roux" })
    expect(queryOf({ ...typed, department: "2a", place: "2a004" })).toEqual({
      q: "roux",
      department: "2A",
      near: "2A004",
      radius: 20,
    })
  })

  it("is the commune that was chosen, or what is around it, and no longer its name", () => {
    const chosen = withPlace({ ...NO_FILTER, text: "roux" }, "tou", communes[0])
    expect(queryOf(chosen)).toEqual({ q: "roux", commune: "31555" })
    expect(queryOf({ ...chosen, radius: 10 })).toEqual({ q: "roux", commune: "31555", radius: 10 })
    expect(queryOf(withPlace(chosen, "Toulous"))).toEqual({ q: "roux", town: "Toulous" })
    expect(queryOf({ ...withoutFilter(chosen, "place"), text: "" })).toBeUndefined()
    const y = { code: "80829", name: "Y", postalCodes: ["80190"], department: "80" }
    expect(queryOf(withPlace(NO_FILTER, "y", y))).toEqual({ commune: "80829" })
  })

  it("leaves nothing of a profession that is taken off", () => {
    const chosen = withProfession(NO_FILTER, "99", "Profession rare")
    expect(withoutFilter(chosen, "profession")).toEqual(NO_FILTER)
  })
})

describe("the filters of the directory", () => {
  useBrowser()

  it("narrow around a town whose name is typed, and show distances", async () => {
    const { asked, user } = renderApp({ communes, spell }, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "benali")
    await user.click(screen.getByRole("button", { name: "Filtres" }))
    await user.type(place(), "toulouse")
    await user.selectOptions(screen.getByRole("combobox", { name: "Distance" }), "20")

    expect(await screen.findByText("À 0 km")).toBeTruthy()
    expect(screen.getByText("À 7 km environ")).toBeTruthy()
    expect(screen.getByText(/Distances mesurées depuis 31000 TOULOUSE/)).toBeTruthy()
    expect(asked.at(-1)).toBe('search benali {"radius":20,"commune":"31555"}')
    expect(location.href).not.toContain("toulouse")
    expect(await axeFindings()).toEqual([])
  })

  it("open the suggestions again with the arrow, and keep them open while one scrolls", async () => {
    const { user } = renderApp({ communes, spell }, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Filtres" }))
    await user.type(place(), "toul")
    await screen.findByRole("listbox")
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("listbox")).toBeNull()

    await user.keyboard("{ArrowDown}")
    const list = await screen.findByRole("listbox")
    await user.pointer({ keys: "[MouseLeft>]", target: list })
    const [first] = within(list).getAllByRole("option")
    await user.pointer({ keys: "[MouseRight]", target: first })
    expect(screen.getByRole("listbox")).toBe(list)
  })

  it("suggest communes while one types, which the keyboard chooses", async () => {
    const { asked, user } = renderApp({ communes, spell }, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "benali")
    await user.click(screen.getByRole("button", { name: "Filtres" }))
    await user.type(place(), "toul")

    const list = await screen.findByRole("listbox", { name: "Communes proposées" })
    expect(place().getAttribute("aria-expanded")).toBe("true")
    expect(place().getAttribute("aria-controls")).toBe(list.id)
    expect(
      within(list)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["Toulouse 31000", "Toulouse-le-Château 39230"])
    expect(await axeFindings()).toEqual([])
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}")
    const active = within(list).getByRole("option", { selected: true })
    expect(active.textContent).toBe("Toulouse-le-Château 39230")
    expect(place().getAttribute("aria-activedescendant")).toBe(active.id)
    await user.keyboard("{Enter}")

    expect(place().value).toBe("Toulouse-le-Château (39)")
    expect(screen.queryByRole("listbox")).toBeNull()
    await waitFor(() => expect(asked.at(-1)).toBe('search benali {"commune":"39533"}'))
    await user.selectOptions(screen.getByRole("combobox", { name: "Distance" }), "10")
    await waitFor(() => expect(asked.at(-1)).toBe('search benali {"commune":"39533","radius":10}'))
    await user.click(screen.getByRole("button", { name: "Filtres (1)" }))
    await user.click(
      screen.getByRole("button", {
        name: "Retirer le filtre Toulouse-le-Château (39), 10 km autour",
      }),
    )
    await waitFor(() => expect(asked.at(-1)).toBe("search benali {}"))
  })

  it("suggest what was merged under its former name, which a click chooses", async () => {
    const { asked, user } = renderApp({ communes, spell }, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Filtres" }))
    await user.type(place(), "chatillon")
    await user.click(
      await screen.findByRole("option", {
        name: "Châtillon-en-Michaille (commune de Valserhône) 01200",
      }),
    )

    expect(place().value).toBe("Châtillon-en-Michaille (01)")
    await waitFor(() => expect(asked.at(-1)).toBe('search  {"commune":"01091"}'))
  })

  it("leave what is typed alone when the suggestions are put away or do not come", async () => {
    const { asked, session, user } = renderApp({ communes, spell }, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Filtres" }))
    await user.type(place(), "toul")
    await screen.findByRole("listbox")
    await user.keyboard("{Escape}")

    expect(screen.queryByRole("listbox")).toBeNull()
    expect(place().value).toBe("toul")
    await waitFor(() => expect(asked.at(-1)).toBe('search  {"town":"toul"}'))
    session.directory.communes = () => Promise.reject(new CoreError("offline"))
    await user.type(place(), "ouse")
    await waitFor(() => expect(asked.at(-1)).toBe('search  {"town":"toulouse"}'))
    expect(screen.queryByRole("listbox")).toBeNull()
  })

  it("say so when no such town is known", async () => {
    const { user } = renderApp({ communes }, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Filtres" }))
    await user.type(place(), "atlantis")
    await user.selectOptions(screen.getByRole("combobox", { name: "Distance" }), "20")

    expect(await screen.findByText("Lieu inconnu de l’annuaire")).toBeTruthy()
  })

  it("offer the professions that were found, with their numbers", async () => {
    const { asked, user } = renderApp({ spell }, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("button", { name: /^Masseur-kinésithérapeute\s: 1$/ }))

    await screen.findByText("1 résultat")
    expect(asked.at(-1)).toBe('search toulouse {"professionCode":"70"}')
    await user.click(screen.getByRole("button", { name: /^Retirer le filtre Masseur/ }))
    await waitFor(() => expect(asked.at(-1)).toBe("search toulouse {}"))
  })

  it("are named where they are why nothing was found", async () => {
    const { user } = renderApp({ people: [bernard, nadiaAlbi] }, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "aubry")
    await user.click(screen.getByRole("button", { name: "Filtres" }))
    await user.click(screen.getByRole("button", { name: "Joignable sur Liaison" }))

    await screen.findByText("Sans l’un de ces filtres, l’annuaire a des résultats.")
    const [drop] = screen
      .getAllByRole("button", { name: "Retirer le filtre Joignable sur Liaison" })
      .slice(-1)
    if (drop !== undefined) await user.click(drop)
    expect(await screen.findByRole("link", { name: /Bernard AUBRY/ })).toBeTruthy()
  })

  it("are kept when one comes back, and refuse what is no department", async () => {
    const { user } = renderApp({}, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "martin")
    await user.click(screen.getByRole("button", { name: "Filtres" }))
    await user.type(screen.getByRole("textbox", { name: "Département" }), "9x")
    expect(screen.getByRole("alert").textContent).toContain("Un numéro de département")

    await user.click(screen.getByRole("link", { name: /Messages/ }))
    await user.click(await screen.findByRole("link", { name: /Annuaire/ }))
    expect((await screen.findByRole<HTMLInputElement>("searchbox")).value).toBe("martin")
    expect(localStorage.getItem("liaison.preferences") ?? "").not.toContain("martin")
  })
})

describe("the search of structures", () => {
  useBrowser()

  it("leads to the page of a structure, page by page", async () => {
    const many = [1, 2, 3].map((n) => ({ ...LILAS, id: `F${n}`, name: `Clinique ${n}` }))
    const { user } = renderApp({ structures: many, people: [paul] }, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Structures" }))
    await user.type(screen.getByRole("searchbox"), "clinique")
    expect(await screen.findByRole("link", { name: /Clinique 2/ })).toBeTruthy()
    expect(screen.queryByRole("link", { name: /Clinique 3/ })).toBeNull()

    await user.click(screen.getByRole("button", { name: "Afficher plus de résultats" }))
    expect(await screen.findByText("3 structures")).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole("link", { name: /Clinique 3/ }))

    await waitFor(() => expect(location.pathname).toMatch(/^\/directory\/structures\//))
    expect(location.pathname).toBe(`/directory/structures/${await structureKey("F3")}`)
  })

  it("says when the network is missing", async () => {
    const { session, user } = renderApp({}, DIRECTORY)
    session.directory.structures = () => Promise.reject(new CoreError("offline"))
    await user.click(await screen.findByRole("button", { name: "Structures" }))
    await user.type(screen.getByRole("searchbox"), "clinique")

    expect(await screen.findByText("Annuaire indisponible hors connexion")).toBeTruthy()
  })
})

describe("MSSanté addresses on a card", () => {
  useBrowser()

  it("are copied or written to, and are the way to somebody who is not on Liaison", async () => {
    const address = "nadia.benali@infirmier.mssante.example"
    const absent = { ...nadiaAlbi, mailboxes: [{ address, structureName: "Cabinet Lapérouse" }] }
    const { user } = renderApp({ people: [absent] }, { page: "card", id: absent.id })

    const link = await screen.findByRole("link", { name: "Écrire par MSSanté" })
    expect(link.getAttribute("href")).toBe(`mailto:${address}`)
    expect(screen.getByText(/Écrivez-lui par MSSanté/)).toBeTruthy()
    await user.click(screen.getByRole("button", { name: `Copier ${address}` }))
    expect(await navigator.clipboard.readText()).toBe(address)
    expect(await axeFindings()).toEqual([])
  })

  it("are told of by the kept card while the network is away", async () => {
    renderApp(
      { people: [nadia], card: { kept: true, mssante: true } },
      { page: "card", id: nadia.id },
    )

    expect(await screen.findByText(/A une adresse publiée/)).toBeTruthy()
  })

  it("are never a link when they are more than an address", async () => {
    const address = "a@b.example?bcc=other@c.example"
    const odd = { ...nadia, mailboxes: [{ address }] }
    renderApp({ people: [odd] }, { page: "card", id: odd.id })

    expect(await screen.findByText(address)).toBeTruthy()
    expect(screen.queryByRole("link", { name: "Écrire par MSSanté" })).toBeNull()
  })
})
