// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { ApiProblem, CoreError, type ContactRow, type Match, type MatchReason } from "../../core"
import { setPreferences } from "../settings/preferences"
import { bernard, camille, leroy, nadia, nadiaAlbi, nadiaMuret, paul } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const PAGE = { page: "contacts" } as const
const NONE: Match = { confidence: "none", candidates: [], more: false }
const BY_NAME: readonly MatchReason[] = ["name"]

/** Paul is certain, Nadia one of three, Camille herself certain, others nobody. */
function match({ familyName = "", mssante }: ContactRow): Match {
  switch (familyName.toLowerCase()) {
    case "martin":
      return certain(paul)
    case "roux":
      return certain(camille)
    case "benali":
      return {
        confidence: "ambiguous",
        candidates: [nadia, nadiaMuret, nadiaAlbi].map((person) => ({ person, reasons: BY_NAME })),
        more: true,
      }
    default:
      return mssante?.startsWith("antoine.leroy@") === true ? certain(leroy) : NONE
  }
}

function certain(person: typeof paul): Match {
  return {
    confidence: "certain",
    candidates: [{ person, reasons: ["name", "place"] }],
    more: false,
  }
}

const LIST = [
  "Nom;Prénom;Téléphone;E-mail",
  "MARTIN;Paul;06 12 34 56 78;paul@gmail.com",
  "BENALI;Nadia;06 98 76 54 32;",
  "ROUX;Camille;;",
  "INCONNU;Jean;;",
  ";;;antoine.leroy@x.mssante.fr",
].join("\n")

async function look(user: ReturnType<typeof renderApp>["user"], text = LIST) {
  fireEvent.change(screen.getByLabelText("Collez votre liste"), { target: { value: text } })
  await user.click(screen.getByRole("button", { name: "Chercher dans l’annuaire" }))
}

describe("finding my correspondents", () => {
  useBrowser()

  it("starts from the directory and is clean for axe in every step", async () => {
    const { user } = renderApp({ match }, { page: "directory" })
    await user.click(screen.getByRole("link", { name: "Retrouver mes correspondants" }))
    expect(location.pathname).toBe("/directory/contacts")
    expect(await axeFindings()).toEqual([])

    await look(user)

    expect(await screen.findByRole("heading", { name: "2 personnes retrouvées" })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await waitFor(() => {
      expect(document.activeElement).toBe(
        screen.getByRole("heading", { name: "Retrouver mes correspondants", level: 1 }),
      )
    })
  })

  it("sends no telephone number and no private address", async () => {
    const { user, asked } = renderApp({ match }, PAGE)
    await look(user)
    await screen.findByRole("heading", { name: "2 personnes retrouvées" })

    const [sent = ""] = asked.filter((act) => act.startsWith("matches"))
    expect(sent).toContain('"mssante":"antoine.leroy@x.mssante.fr"')
    expect(sent).not.toMatch(/06 |gmail|Téléphone/)
  })

  it("adds the ticked and the chosen, and nobody else", async () => {
    const { user, session } = renderApp({ match }, PAGE)
    await look(user)
    await user.click(await screen.findByRole("checkbox", { name: /Antoine LEROY/ }))
    const choose = screen.getByRole("group", { name: /Qui est «.*Nadia BENALI.*»/ })
    await user.click(within(choose).getByRole("radio", { name: /MURET/ }))
    await user.click(screen.getByRole("button", { name: "Valider ce choix" }))
    expect(screen.queryByRole("button", { name: "Valider ce choix" })).toBeNull()
    expect(document.activeElement?.textContent).toBe("3 personnes retrouvées")
    await user.click(screen.getByRole("button", { name: "Ajouter 2 correspondants" }))

    await screen.findAllByText("2 correspondants ajoutés")
    const kept = session.contacts.list.get().map(({ person }) => person.id)
    expect(kept.sort()).toEqual([paul.id, nadiaMuret.id].sort())
    expect(screen.queryByRole("checkbox", { name: /Camille ROUX/ })).toBeNull()
  })

  it("adds whom one chooses after the certain ones were added", async () => {
    const { user, session } = renderApp({ match }, PAGE)
    await look(user, "MARTIN;Paul\nBENALI;Nadia")
    await user.click(await screen.findByRole("button", { name: "Ajouter 1 correspondant" }))
    await screen.findAllByText("1 correspondant ajouté")
    await user.click(screen.getByRole("radio", { name: /ALBI/ }))
    await user.click(screen.getByRole("button", { name: "Valider ce choix" }))
    await user.click(screen.getByRole("button", { name: "Ajouter 1 correspondant" }))

    await waitFor(() => expect(session.contacts.list.get()).toHaveLength(2))
    expect(screen.queryByRole("button", { name: /^Ajouter/ })).toBeNull()
  })

  it("asks for a choice, lets homonyms be told apart by place, and takes nobody for an answer", async () => {
    const { user, session } = renderApp({ match }, PAGE)
    await look(user, "BENALI;Nadia")
    await screen.findByRole("heading", { name: "1 personne à choisir" })
    for (const place of [/31200 TOULOUSE/, /31600 MURET/, /81000 ALBI/])
      expect(screen.getByRole("radio", { name: place })).toBeTruthy()
    expect(screen.getByText(/D’autres personnes portent ce nom/)).toBeTruthy()

    await user.click(screen.getByRole("button", { name: "Valider ce choix" }))
    expect((await screen.findByRole("alert")).textContent).toMatch(/Choisissez une personne/)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole("radio", { name: "Aucune de ces personnes" }))
    await user.click(screen.getByRole("button", { name: "Valider ce choix" }))

    expect(await screen.findByRole("heading", { name: "1 personne non retrouvée" })).toBeTruthy()
    expect(session.contacts.list.get()).toEqual([])
  })

  it("works by keyboard alone", async () => {
    const { user, session } = renderApp({ match }, PAGE)
    screen.getByLabelText("Collez votre liste").focus()
    await user.keyboard("MARTIN;Paul")
    await user.tab()
    await user.keyboard("{Enter}")
    await screen.findByRole("heading", { name: "1 personne retrouvée" })
    const add = screen.getByRole("button", { name: "Ajouter 1 correspondant" })
    for (let n = 0; n < 10 && document.activeElement !== add; n++) await user.tab()
    await user.keyboard("{Enter}")

    await screen.findAllByText("1 correspondant ajouté")
    expect(session.contacts.list.get()).toHaveLength(1)
  })

  it("copies an invitation that names nobody of the list", async () => {
    const { user } = renderApp({ match }, PAGE)
    await look(user)
    expect(await screen.findByText("Jean INCONNU")).toBeTruthy()

    await user.click(screen.getByRole("button", { name: "Copier le texte d’invitation" }))

    const text = await navigator.clipboard.readText()
    expect(text).toContain(`/directory/${camille.id}`)
    expect(text).not.toContain("INCONNU")
  })

  it("reads a file that is chosen or dropped, and says why not", async () => {
    const { user } = renderApp({ match }, PAGE)
    const field = screen.getByLabelText("Choisir un fichier")
    await user.upload(field, new File(["Bonjour"], "vide.txt", { type: "text/plain" }))
    expect((await screen.findByRole("alert")).textContent).toMatch(/Personne à chercher/)
    const big = new File([new Uint8Array(2_000_001)], "gros.csv", { type: "text/csv" })
    await user.upload(field, big)
    await waitFor(() => {
      expect(screen.getByRole("alert").textContent).toMatch(/dépasse 2\sMo/)
    })

    const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:MARTIN;Paul;;;\r\nEND:VCARD\r\n"
    fireEvent.drop(screen.getByRole("form", { name: "Votre liste" }), {
      dataTransfer: { files: [new File([card], "paul.vcf")] },
    })
    expect(await screen.findByRole("checkbox", { name: /Paul MARTIN/ })).toBeTruthy()
  })

  it("asks in parts, and after a failure goes on where it stopped", async () => {
    const matchFails = new CoreError("offline")
    const { user, asked } = renderApp({ match, matchFails }, PAGE)
    const names = Array.from({ length: 45 }, (_, n) => `MARTIN;Paul;;;Ville ${"a".repeat(n)}`)
    await look(user, ["Nom;Prénom;x;y;Ville", ...names].join("\n"))
    await screen.findByText("La recherche s’est arrêtée")

    await user.click(screen.getByRole("button", { name: "Réessayer" }))

    expect(await screen.findByRole("heading", { name: "1 personne retrouvée" })).toBeTruthy()
    const parts = asked
      .filter((act) => act.startsWith("matches"))
      .map((act) => (JSON.parse(act.slice("matches ".length)) as unknown[]).length)
    expect(parts).toEqual([40, 40, 5])
  })

  it("says when too much was asked", async () => {
    const matchFails = new ApiProblem(429, "too-many-requests")
    const { user } = renderApp({ match, matchFails }, PAGE)
    await look(user)
    expect(await screen.findByText(/Reprenez dans une heure/)).toBeTruthy()
  })

  it("speaks English", async () => {
    renderApp({ match }, PAGE)
    setPreferences({ language: "en" })
    expect(await screen.findByRole("heading", { name: "Find my correspondents" })).toBeTruthy()
    setPreferences({ language: "fr" })
  })
})

describe("my correspondents", () => {
  useBrowser()

  it("are listed in the directory, are written to over their card, and are removed", async () => {
    const { user, session } = renderApp({ contacts: [paul, bernard] }, { page: "directory" })
    await user.click(screen.getByRole("button", { name: "Mes correspondants" }))
    const list = await screen.findByRole("list", { name: "Mes correspondants" })
    expect(within(list).getAllByRole("listitem")).toHaveLength(2)
    expect(within(list).getByText("Inscription au RPPS terminée")).toBeTruthy()
    expect(await axeFindings()).toEqual([])

    await user.click(
      within(list).getByRole("button", { name: "Retirer Bernard AUBRY de mes correspondants" }),
    )
    expect(session.contacts.list.get()).toHaveLength(1)
    expect(document.activeElement?.textContent).toBe("Mes correspondants")
    await user.click(within(list).getByRole("link", { name: "Écrire à Paul MARTIN" }))
    await waitFor(() => expect(location.pathname).toBe(`/directory/${paul.id}`))
  })

  it("that are none say how to find them", async () => {
    const { user } = renderApp({}, { page: "directory" })
    await user.click(screen.getByRole("button", { name: "Mes correspondants" }))
    expect(await screen.findByText("Pas encore de correspondant")).toBeTruthy()
    expect(screen.getByRole("link", { name: "Retrouver mes correspondants" })).toBeTruthy()
  })
})
