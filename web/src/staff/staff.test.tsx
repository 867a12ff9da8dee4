// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { ApiProblem, CoreError } from "../core"
import { stories } from "../messenger/stories/catalogue"
import { axeFindings, renderApp, useBrowser } from "../messenger/stories/renderApp"
import { careHome, LINK, type StaffFixture } from "../messenger/stories/staff"

const open = (staff: StaffFixture = {}) =>
  renderApp({ staff: { administered: [careHome], ...staff } }, { page: "staff" })
const press = async (user: ReturnType<typeof renderApp>["user"], name: string | RegExp) =>
  user.click(await screen.findByRole("button", { name }))
const stale = new ApiProblem(401, "step-up-required")

async function fill(user: ReturnType<typeof renderApp>["user"], work = "Secrétaire médicale") {
  await press(user, "Inviter une personne")
  await user.type(screen.getByLabelText("Prénom"), " Odile ")
  await user.type(screen.getByLabelText("Nom"), "Exemple")
  await user.type(screen.getByLabelText("Fonction"), work)
  await press(user, "Créer le lien")
}

describe("inviting", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  it("shows the link once, to be copied or read as a code", async () => {
    const { asked, user } = open()
    await fill(user)

    expect(await screen.findByText(LINK)).toBeTruthy()
    expect(asked).toContain("invite Odile Exemple Secrétaire médicale")
    expect(screen.getByRole("img", { name: /Code QR du lien de Odile EXEMPLE/ })).toBeTruthy()
    expect(screen.getByText(/n’est montré que maintenant/)).toBeTruthy()
    await press(user, "Copier le lien")
    expect(await navigator.clipboard.readText()).toBe(LINK)
    expect(await axeFindings()).toEqual([])
    await press(user, "C’est noté")
    await waitFor(() => expect(screen.queryByText(LINK)).toBeNull())
  })

  it("shows a link again that was closed before it was noted", async () => {
    const { user } = open()
    await fill(user)
    await screen.findByText(LINK)
    await press(user, "Fermer")
    await waitFor(() => expect(screen.queryByText(LINK)).toBeNull())
    await press(user, "Inviter une personne")
    expect(screen.getByText(LINK)).toBeTruthy()
    await press(user, "C’est noté")
    await waitFor(() => expect(screen.queryByText(LINK)).toBeNull())
    await press(user, "Inviter une personne")
    expect(screen.getByLabelText("Prénom")).toBeTruthy()
  })

  it("can be copied by hand where the browser refuses", async () => {
    const { user } = open()
    await fill(user)
    const copy = await screen.findByRole("button", { name: "Copier le lien" })
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new Error("refused"))
    await user.click(copy)

    expect((await screen.findByRole("alert")).textContent).toContain("à la main")
  })

  it("names each field that is missing, and sends nothing", async () => {
    const { asked, user } = open()
    await press(user, "Inviter une personne")
    await press(user, "Créer le lien")

    expect(screen.getAllByText("Remplissez ce champ.")).toHaveLength(3)
    expect(asked.filter((act) => act.startsWith("invite"))).toEqual([])
  })

  it("names the field that the service refuses", async () => {
    const { user } = open()
    await fill(user, "a|b")

    expect((await screen.findByRole("alert")).textContent).toContain("sans barre verticale")
  })

  it.each([
    ["regulated-profession", /ne peut pas nommer une profession de santé/],
    ["not-latin", /en lettres latines/],
    ["title-in-name", /sans titre, ni Dr ni Pr/],
    ["unheard-of", /sans barre verticale/],
  ])("says what is wrong with a function refused as %s", async (reason, words) => {
    const { user } = open({
      actFails: new ApiProblem(400, "invalid-parameter", { field: "function", reason }),
    })
    await fill(user, "Médecin")

    expect((await screen.findByRole("alert")).textContent).toMatch(words)
  })

  it("asks for a fresh login and keeps what was typed until then", async () => {
    const { asked, user, unmount } = open({ actFails: stale })
    await fill(user)
    await press(user, /Se reconnecter/)
    expect(asked).toContain("stepUp")
    unmount()

    open()
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>("Nom").value).toBe("Exemple"),
    )
    expect(sessionStorage.length).toBe(0)
  })

  it("comes back from the login to the structure that was chosen", async () => {
    const administered = [careHome, { ...careHome, id: "F440900033", name: "Clinique du Parc" }]
    const { user, unmount } = open({ administered, actFails: stale })
    await user.selectOptions(await screen.findByRole("combobox"), "Clinique du Parc, NANTES")
    await fill(user)
    expect(screen.getByText("Pour Clinique du Parc, NANTES")).toBeTruthy()
    await press(user, /Se reconnecter/)
    unmount()

    open({ administered })
    expect(await screen.findByText("Pour Clinique du Parc, NANTES")).toBeTruthy()
  })

  it("drops the draft of a structure that is no longer theirs", async () => {
    const { user, unmount } = open({ actFails: stale })
    await fill(user)
    await press(user, /Se reconnecter/)
    unmount()

    open({ administered: [{ ...careHome, id: "F440900033" }] })
    await waitFor(() => expect(sessionStorage.length).toBe(0))
    expect(screen.queryByRole("dialog")).toBeNull()
  })
})

describe("the structure's page", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  it("stands in the navigation of those alone who administer a structure", async () => {
    const { unmount } = open()
    expect(await screen.findByRole("link", { name: "Ma structure" })).toBeTruthy()
    unmount()

    renderApp({}, { page: "staff" })
    expect(await screen.findByText("Aucune structure à gérer")).toBeTruthy()
    expect(screen.queryByRole("link", { name: "Ma structure" })).toBeNull()
  })

  it("withdraws an open invitation", async () => {
    const { asked, user } = open()
    await press(user, "Retirer l’invitation de Odile EXEMPLE")

    await waitFor(() => expect(screen.getByText("Aucune invitation en attente.")).toBeTruthy())
    expect(asked).toContain("withdraw")
    await waitFor(() => expect(document.activeElement?.id).toBe("staff-invitations"))
  })

  it("does not say that nothing changed when the answer was lost", async () => {
    const { user } = open({ actFails: new CoreError("offline") })
    await press(user, "Retirer l’invitation de Odile EXEMPLE")

    expect((await screen.findByRole("alert")).textContent).toContain("vérifiez la liste")
  })

  it("takes a lost device away after saying what follows", async () => {
    const { asked, user } = open()
    await press(user, /Marie GUILLOU/)
    await press(user, "Retirer Téléphone de Marie de Marie GUILLOU")
    expect(screen.getByText(/ne reçoit plus rien/)).toBeTruthy()
    expect(asked.filter((act) => act.startsWith("revokeDevice"))).toEqual([])
    await press(user, "Retirer l’appareil")

    expect(await screen.findByText("Appareil retiré")).toBeTruthy()
    expect(asked).toContain("revokeDevice 00000000-0000-7000-8000-333300000001")
  })

  it("removes a person for good after saying so", async () => {
    const { asked, user } = open()
    await press(user, /Marie GUILLOU/)
    await press(user, "Retirer cette personne…")
    expect(screen.getByText(/C’est définitif/)).toBeTruthy()
    expect(document.activeElement?.textContent).toMatch(/^Retirer Marie GUILLOU/)
    await press(user, "Retirer la personne")

    expect(await screen.findByText(/ne fait plus partie/)).toBeTruthy()
    expect(asked).toContain("remove")
    expect(screen.queryByRole("button", { name: "Retirer cette personne…" })).toBeNull()
  })

  it("asks for a fresh login before a removal, and comes back to the person", async () => {
    const { asked, user, unmount } = open({ actFails: stale })
    await press(user, /Marie GUILLOU/)
    await press(user, "Retirer cette personne…")
    await press(user, "Retirer la personne")
    await press(user, /Se reconnecter/)
    expect(asked).toContain("stepUp")
    unmount()

    open()
    const dialog = await screen.findByRole("dialog")
    expect(within(dialog).getByRole("heading", { name: "Marie GUILLOU" })).toBeTruthy()
  })

  it("says that the network is missing and offers another try", async () => {
    open({ fails: new CoreError("offline") })

    expect((await screen.findByRole("alert")).textContent).toContain("n’a pas pu être lue")
    expect(screen.getByRole("button", { name: "Réessayer" })).toBeTruthy()
  })
})

describe("accessibility", () => {
  useBrowser()
  const checked = Object.keys(stories).filter((name) => name.startsWith("staff"))

  it.each(checked)("axe finds nothing wrong with the screen %s", async (name) => {
    const { user } = renderApp(stories[name], { page: "staff" })
    await waitFor(() => expect(document.querySelector(".staff h1")).toBeTruthy())
    await waitFor(() => expect(document.querySelector(".skeleton")).toBeNull())
    for (const label of stories[name]?.press ?? []) await press(user, new RegExp(label))

    expect(await axeFindings()).toEqual([])
  })
})
