// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { CoreError } from "../../core"
import { bernard, nadia, nadiaAlbi, nadiaMuret, paul } from "../stories/people"
import { renderApp, useBrowser } from "../stories/renderApp"

const DIRECTORY = { page: "directory" } as const

describe("the directory", () => {
  useBrowser()

  it("says why the next page does not come, and shows it when it does", async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      ...nadia,
      id: `${nadia.id.slice(0, -2)}${String(10 + at)}` as typeof nadia.id,
    }))
    let fails = true
    const beforeMore = () =>
      fails ? Promise.reject(new CoreError("offline")) : Promise.resolve(undefined)
    const { user } = renderApp({ people: many, beforeMore }, { page: "directory" })
    await user.type(await screen.findByRole("searchbox"), "benali")
    const more = await screen.findByRole("button", { name: "Afficher plus de résultats" })
    await user.click(more)

    expect((await screen.findByRole("alert")).textContent).toMatch(/La suite n’a pas pu.*réseau/)
    fails = false
    await user.click(more)

    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull())
    expect(screen.queryByRole("button", { name: "Afficher plus de résultats" })).toBeNull()
    expect(screen.getByText(/25 /)).toBeTruthy()
  })

  it("searches once the typing rests, not at each key", async () => {
    const { asked, user } = renderApp({}, DIRECTORY)

    await user.type(await screen.findByRole("searchbox"), "benali")
    await screen.findByText("3 résultats")

    expect(asked.filter((act) => act.startsWith("search"))).toEqual(["search benali"])
  })

  it("shows name, profession and place together, and warns of people with the same name", async () => {
    const { user } = renderApp({}, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "benali")

    const row = await screen.findByRole("link", { name: /Cabinet du Pont/ })

    expect(row.textContent).toContain("Nadia BENALI")
    expect(row.textContent).toContain("Infirmière")
    expect(row.textContent).toContain("31200 TOULOUSE")
    expect(row.textContent).toContain("comparez les lieux")
  })

  it("says who is not on Liaison yet", async () => {
    const { user } = renderApp({}, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "benali albi")

    const row = await screen.findByRole("link", { name: /ALBI/ })

    expect(within(row).getByText("Pas encore sur Liaison")).toBeTruthy()
  })

  it("lists whom one wrote to before others, who keep their order", async () => {
    const { user } = renderApp({ people: [nadiaAlbi, nadiaMuret, nadia] }, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "benali")
    await screen.findByText("3 résultats")

    const rows = screen.getAllByRole("link", { name: /Nadia BENALI/ })

    expect(rows[0]?.textContent).toContain("Déjà écrit")
    expect(rows.map((row) => /TOULOUSE|ALBI|MURET/.exec(row.textContent)?.[0])).toEqual([
      "TOULOUSE",
      "ALBI",
      "MURET",
    ])
  })

  it("says what to do when nothing is found", async () => {
    const { user } = renderApp({}, DIRECTORY)
    await user.type(await screen.findByRole("searchbox"), "zzzz")

    expect(await screen.findByText("Aucun résultat dans l’annuaire")).toBeTruthy()
  })

  it("writes to several people at once and says to how many", async () => {
    const { asked, user } = renderApp({}, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Nadia BENALI/ }))
    await user.click(screen.getByRole("checkbox", { name: /Paul MARTIN/ }))

    await user.click(screen.getByRole("button", { name: "Écrire à 2 personnes" }))

    await waitFor(() => expect(asked).toContain("createGroup 2"))
  })

  it("does not let one choose somebody who cannot receive", async () => {
    const { user } = renderApp({}, DIRECTORY)
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "aubry")

    const box = await screen.findByRole<HTMLInputElement>("checkbox", { name: /Bernard AUBRY/ })

    expect(box.disabled).toBe(true)
  })
})

describe("the card before the first message", () => {
  useBrowser()

  it("shows profession, place and the dated registration, and repeats them on the button", async () => {
    const { asked, user } = renderApp({}, { page: "card", id: paul.id })
    const card = await screen.findByRole("article", { name: "Paul MARTIN" })

    expect(within(card).getByText("Inscription au RPPS vérifiée")).toBeTruthy()
    expect(within(card).getByText("Répertoire au 20 novembre 2026")).toBeTruthy()
    await user.click(
      within(card).getByRole("button", {
        name: "Écrire à Paul MARTIN, masseur-kinésithérapeute, Toulouse",
      }),
    )
    // There is a conversation with Paul already: none is created.
    await waitFor(() => expect(location.pathname).toContain("/conversations/"))
    expect(asked.some((act) => act.startsWith("openDirect"))).toBe(false)
  })

  it("lets one compare people of the same name", async () => {
    const { user } = renderApp({}, { page: "card", id: nadia.id })
    expect(await screen.findByText("2 homonymes : Muret, Albi")).toBeTruthy()

    await user.click(screen.getByRole("button", { name: "Comparer" }))

    const dialog = await screen.findByRole("dialog", { name: /comparez les lieux/ })
    expect(within(dialog).getAllByRole("link", { name: "Choisir cette personne" })).toHaveLength(2)
  })

  it("offers no message to somebody without a device or whose registration ended", async () => {
    const { unmount } = renderApp({}, { page: "card", id: nadiaAlbi.id })
    expect(await screen.findByText(/n’a pas encore d’appareil/)).toBeTruthy()
    expect(screen.queryByRole("button", { name: /^Écrire à (Nadia|Bernard)/ })).toBeNull()
    unmount()

    renderApp({}, { page: "card", id: bernard.id })
    expect(await screen.findByText("Inscription au RPPS terminée")).toBeTruthy()
    expect(screen.queryByRole("button", { name: /^Écrire à (Nadia|Bernard)/ })).toBeNull()
  })

  it("says why a conversation could not be created", async () => {
    const { session, user } = renderApp(
      { list: { items: [], loaded: true } },
      { page: "card", id: nadia.id },
    )
    session.conversations.openDirect = () => Promise.reject(new CoreError("offline"))

    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia/ }))
    await user.click(await screen.findByRole("button", { name: /^Oui, écrire/ }))

    expect(await screen.findByText(/Le réseau ne répond pas. Rien n’est perdu/)).toBeTruthy()
  })
})
