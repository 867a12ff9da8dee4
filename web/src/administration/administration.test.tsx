// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import { ApiProblem, CoreError, structureIdOf } from "../core"
import { DEVICE } from "../messenger/stories/fixtureSession"
import {
  administrator,
  imports,
  persons,
  refusedImport,
  runningImport,
  type AdministrationFixture,
} from "../messenger/stories/administration"
import { stories } from "../messenger/stories/catalogue"
import { camille, me, nadia } from "../messenger/stories/people"
import { axeFindings, renderApp, useBrowser } from "../messenger/stories/renderApp"

const register = { page: "administration-register" } as const
const people = { page: "administration-people" } as const
const stale = new ApiProblem(401, "step-up-required")

const open = (administration: AdministrationFixture, page: typeof register | typeof people) =>
  renderApp({ state: administrator, administration }, page)

async function send(user: ReturnType<typeof renderApp>["user"], name = "register.txt") {
  const field = await screen.findByLabelText("Fichier du répertoire ou des boîtes MSSanté")
  await user.upload(field, new File(["x"], name, { type: "text/plain" }))
  await user.click(screen.getByRole("button", { name: "Importer le fichier" }))
}

describe("the register page", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  it("sends the chosen file and shows its report", async () => {
    const { asked, user } = open({}, register)
    await send(user)

    expect(await screen.findByText("Import accepté")).toBeTruthy()
    expect(asked).toContain("import register.txt false")
  })

  it("finds the report of an import whose answer was lost on the way", async () => {
    const [report] = imports
    const status = { id: report?.id ?? "", phase: "done", ...(report && { report }) } as const
    const { user } = open({ actFails: new ApiProblem(504, "unavailable"), status }, register)
    await send(user)

    expect(await screen.findByText("Import accepté")).toBeTruthy()
    expect(screen.queryByRole("alert")).toBeNull()
  })

  it("says what is missing before anything is sent", async () => {
    const { asked, user } = open({}, register)
    await user.click(await screen.findByRole("button", { name: "Importer le fichier" }))

    expect(screen.getByRole("alert").textContent).toContain("Choisissez d’abord")
    expect(asked.filter((act) => act.startsWith("import "))).toEqual([])
  })

  it("says of a refused file why, and offers departures only then and after a fresh login", async () => {
    const refusal = new ApiProblem(422, "import-refused", { report: refusedImport })
    const { asked, user } = open({ actFails: refusal }, register)
    await screen.findByRole("button", { name: "Importer le fichier" })
    expect(screen.queryByRole("button", { name: /accepter les départs/ })).toBeNull()
    await send(user)

    expect(await screen.findByText(/Trop de personnes partiraient/)).toBeTruthy()
    expect(screen.queryByRole("checkbox")).toBeNull()
    await user.click(screen.getByRole("button", { name: /accepter les départs/ }))
    expect(asked).toContain("stepUp")
  })

  it("accepts departures with the box ticked, back from the fresh login", async () => {
    sessionStorage.setItem("liaison.administration.accepting", String(Date.now()))
    const { asked, user } = open({ imports: [refusedImport, ...imports] }, register)
    await user.click(await screen.findByRole("checkbox", { name: /j’accepte ces départs/ }))
    await send(user)

    await waitFor(() => expect(asked).toContain("import register.txt true"))
  })

  it("is stopped while it is read, and the former register stays", async () => {
    const { user } = open({ sendsUntilStopped: true }, register)
    await screen.findByRole("button", { name: "Importer le fichier" })
    await send(user)
    await user.click(await screen.findByRole("button", { name: "Arrêter l’envoi" }))

    expect(await screen.findByText("Envoi arrêté")).toBeTruthy()
  })

  it("never claims that it was stopped once the directory has all it needs", async () => {
    let phase: "reading" | "merging" = "reading"
    const fixture = {
      sendsUntilStopped: true,
      get status() {
        return { id: runningImport.id, phase }
      },
    }
    const { user } = open(fixture, register)
    await screen.findByRole("button", { name: "Importer le fichier" })
    await send(user)
    const stop = await screen.findByRole("button", { name: "Arrêter l’envoi" })
    phase = "merging"
    await user.click(stop)

    expect(await screen.findByText("Mise à jour de l’annuaire")).toBeTruthy()
    expect(screen.queryByText("Envoi arrêté")).toBeNull()
    expect(screen.queryByRole("button", { name: "Arrêter l’envoi" })).toBeNull()
  })

  it("asks how far a running import is and says it in words", async () => {
    const { asked } = open({ running: runningImport }, register)

    expect(await screen.findByText("Lecture du fichier")).toBeTruthy()
    expect(screen.getByText("38 %")).toBeTruthy()
    expect(asked).toContain(`importStatus ${runningImport.id}`)
    expect(screen.queryByRole("button", { name: "Importer le fichier" })).toBeNull()
  })

  it("has the source looked at and shows the import that comes of it", async () => {
    const { asked, user } = open({}, register)
    await user.click(await screen.findByRole("button", { name: "Chercher maintenant à la source" }))

    expect(await screen.findByText("Recherche lancée")).toBeTruthy()
    expect(asked).toContain("fetchRegister")
    await waitFor(() => expect(asked.slice(asked.indexOf("fetchRegister"))).toContain("imports"))
    expect(await axeFindings()).toEqual([])
  })

  it("says that there is no source, or that something is running already", async () => {
    const none = open(
      { actFails: new ApiProblem(409, "conflict", { reason: "no-source" }) },
      register,
    )
    const act = { name: "Chercher maintenant à la source" }
    await none.user.click(await screen.findByRole("button", act))
    expect((await screen.findByRole("alert")).textContent).toContain("Aucune source")
    none.unmount()

    const busy = open(
      { actFails: new ApiProblem(409, "conflict", { reason: "running" }) },
      register,
    )
    await busy.user.click(await screen.findByRole("button", act))
    expect((await screen.findByRole("alert")).textContent).toContain("déjà en cours")
  })

  it("does not offer the source while an import runs, and says when it cannot be asked", async () => {
    const running = open({ running: runningImport }, register)
    await screen.findByText("Lecture du fichier")
    expect(screen.queryByRole("button", { name: /à la source/ })).toBeNull()
    running.unmount()

    const { user } = open({ actFails: new ApiProblem(503, "unavailable") }, register)
    await user.click(await screen.findByRole("button", { name: /à la source/ }))
    expect((await screen.findByRole("alert")).textContent).toContain("n’a pas pu être lancée")
  })

  it("lists defects page by page", async () => {
    const { user } = open({}, register)
    const [newest] = await screen.findAllByRole("button", { name: /Ouvrir le rapport/ })
    if (newest !== undefined) await user.click(newest)
    await user.click(screen.getByRole("button", { name: "Voir les lignes" }))
    await user.click(await screen.findByRole("button", { name: "Afficher la suite" }))

    const table = screen.getByRole("table", { name: "Défauts, par numéro de ligne" })
    await waitFor(() => expect(within(table).getAllByRole("row")).toHaveLength(3))
  })

  it("says that the network is missing and offers another try", async () => {
    open({ fails: new CoreError("offline") }, register)

    expect((await screen.findByRole("alert")).textContent).toContain("n’a pas pu être lue")
    expect(screen.getByRole("button", { name: "Réessayer" })).toBeTruthy()
  })

  it("is closed to those without the role", async () => {
    renderApp({ state: { kind: "ready", me, device: DEVICE } }, register)

    expect(await screen.findByText("Accès non autorisé")).toBeTruthy()
  })
})

describe("the people page", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  const choose = async (user: ReturnType<typeof renderApp>["user"], name: RegExp) =>
    user.click(await screen.findByRole("button", { name }))

  it("asks by name and state", async () => {
    const { asked, user } = open({}, people)
    await user.type(await screen.findByLabelText(/Début du nom/), "rou")
    await user.selectOptions(screen.getByLabelText("Situation"), "suspended")
    await user.click(screen.getByRole("button", { name: "Chercher" }))

    await waitFor(() => expect(asked).toContain("people rou suspended "))
    expect(screen.queryByText("Nadia BENALI")).toBeNull()
  })

  it("marks students and invited people in the list and where one is opened", async () => {
    const [first, second] = persons
    if (first === undefined || second === undefined) throw new Error("no people")
    const marked = [
      { ...first, standing: "invited" as const },
      { ...second, standing: "student" as const },
    ]
    const { user } = open({ persons: marked }, people)
    await user.click(await screen.findByRole("button", { name: "Chercher" }))

    const row = (await screen.findByRole("button", { name: /BENALI/ })).closest("tr")
    expect(row?.textContent).toContain("Personne invitée, hors RPPS")
    const student = screen.getByRole("button", { name: /ROUX/ })
    expect(student.closest("tr")?.textContent).toContain("Médecin en formation")
    expect(student.closest("tr")?.textContent).toContain("Études en cours")

    await user.click(student)
    const dialog = await screen.findByRole("dialog", { name: /ROUX/ })
    expect(within(dialog).getByText(/Médecin en formation/).textContent).toContain(
      "Études en cours",
    )
  })

  it("suspends after saying what follows, with a reason", async () => {
    const { asked, user } = open({}, people)
    await choose(user, /situation de Nadia BENALI/)
    await choose(user, /Suspendre l’accès…/)
    expect(screen.getByText(/retirés définitivement/)).toBeTruthy()

    await choose(user, /^Suspendre l’accès$/)
    expect(screen.getByRole("alert").textContent).toBe("Choisissez un motif.")
    await user.selectOptions(screen.getByLabelText("Motif"), "misuse")
    await choose(user, /^Suspendre l’accès$/)

    expect(await screen.findByText("Révoqué")).toBeTruthy()
    expect(asked).toContain("suspend misuse ")
  })

  it("revokes one lost device after saying what follows and what stays, with a reason", async () => {
    const { asked, user } = open({}, people)
    await choose(user, /situation de Nadia BENALI/)
    expect(await screen.findByText(/^Vu /)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await choose(user, /Révoquer cet appareil….*Pixel de Nadia/)
    expect(screen.getByText(/C’est définitif/)).toBeTruthy()
    expect(screen.getByText(/hors ligne, ils y restent/)).toBeTruthy()
    expect(screen.getByText(/C’est son seul appareil/)).toBeTruthy()

    await choose(user, /^Révoquer cet appareil$/)
    expect(screen.getByRole("alert").textContent).toBe("Choisissez un motif.")
    expect(await axeFindings()).toEqual([])
    expect(asked.filter((act) => act.startsWith("revokeDevice"))).toEqual([])
    await user.selectOptions(screen.getByLabelText("Motif"), "stolen")
    await choose(user, /^Révoquer cet appareil$/)

    expect(await screen.findByText(/Appareil révoqué/)).toBeTruthy()
    expect(screen.getByText("Révoqué")).toBeTruthy()
    expect(screen.queryByRole("button", { name: /Révoquer cet appareil/ })).toBeNull()
    expect(screen.getByText("En activité", { selector: "dd" })).toBeTruthy()
    expect(asked).toContain("revokeDevice 00000000-0000-7000-8000-dd0000000001 stolen")
  })

  it("changes nothing about a device when its revocation is cancelled", async () => {
    const { asked, user } = open({}, people)
    await choose(user, /situation de Nadia BENALI/)
    await choose(user, /Révoquer cet appareil…/)
    await choose(user, /^Annuler$/)

    expect(await screen.findByRole("button", { name: /Révoquer cet appareil…/ })).toBeTruthy()
    expect(asked.filter((act) => act.startsWith("revokeDevice"))).toEqual([])
  })

  it("says that nothing was changed when a revocation wants a fresh login", async () => {
    const { asked, user } = open({ actFails: stale }, people)
    await choose(user, /situation de Nadia BENALI/)
    await choose(user, /Révoquer cet appareil…/)
    await user.selectOptions(await screen.findByLabelText("Motif"), "lost")
    await choose(user, /^Révoquer cet appareil$/)
    expect(await screen.findByText(/Rien n’a été changé/)).toBeTruthy()
    await choose(user, /Se reconnecter/)

    expect(asked).toContain("stepUp")
    expect(sessionStorage.getItem("liaison.administration.person")).toBeTruthy()
  })

  it("lifts a suspension after saying that no device comes back", async () => {
    const { asked, user } = open({}, people)
    await choose(user, /situation de .*ROUX/)
    expect(await screen.findByText("La décision attend, 2 essais")).toBeTruthy()
    await choose(user, /Lever la suspension…/)
    expect(screen.getByText(/ne reviennent pas/)).toBeTruthy()
    await choose(user, /^Lever la suspension$/)

    expect(await screen.findByText(/Suspension levée/)).toBeTruthy()
    expect(asked).toContain("lift")
  })

  it("asks for a fresh login where the service wants one, and comes back to the person", async () => {
    const { asked, user } = open({ actFails: stale }, people)
    await choose(user, /situation de .*ROUX/)
    await choose(user, /Lever la suspension…/)
    await choose(user, /^Lever la suspension$/)
    await choose(user, /Se reconnecter/)

    expect(asked).toContain("stepUp")
    expect(sessionStorage.getItem("liaison.administration.person")).toBeTruthy()
  })
})

describe("naming the administrator of a structure", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  async function look(number: string, administration: AdministrationFixture = {}) {
    const shown = open(administration, people)
    const press = async (name: RegExp) =>
      shown.user.click(await screen.findByRole("button", { name }))
    await press(/situation de Nadia BENALI/)
    await press(/Nommer administrateur de la structure…/)
    await shown.user.type(screen.getByLabelText("Numéro de la structure"), number)
    await press(/Afficher la structure/)
    return { ...shown, press }
  }

  it("names the person once the structure was seen by its name", async () => {
    const { asked, press } = await look("44 090 0025")
    expect(await screen.findByText("EHPAD Les Tilleuls, NANTES")).toBeTruthy()
    expect(screen.getByText(/inviter des collègues/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await press(/^Nommer Nadia BENALI administrateur/)

    expect(await screen.findByText(/Nomination faite/)).toBeTruthy()
    expect(asked).toContain(`nameAdministrator F440900025 ${nadia.id}`)
  })

  it("names nobody for a structure at which nobody practises", async () => {
    await look("F999999999")

    expect(await screen.findByText(/personne ne peut y être nommé/)).toBeTruthy()
    expect(screen.queryByRole("button", { name: /^Nommer Nadia/ })).toBeNull()
  })

  it("asks nothing for what is no number of a structure", async () => {
    const { asked } = await look("tilleuls")

    expect((await screen.findByRole("alert")).textContent).toContain("ni un FINESS")
    expect(asked.filter((act) => act.startsWith("structureAdministrators"))).toEqual([])
  })

  it("withdraws the right after saying what ends with it", async () => {
    const { asked, press } = await look("440900025")
    expect(await screen.findByText("N’est plus en activité")).toBeTruthy()
    await press(/Retirer ce droit… à /)
    expect(screen.getByText(/invitations encore ouvertes/)).toBeTruthy()
    expect(asked.filter((act) => act.startsWith("dismiss"))).toEqual([])
    await press(/^Retirer ce droit$/)

    expect(await screen.findByText("Ce droit est retiré.")).toBeTruthy()
    expect(asked).toContain(`dismissAdministrator F440900025 ${camille.id}`)
  })

  it("asks for a fresh login where the service wants one", async () => {
    const { asked, press } = await look("440900025", { actFails: stale })
    await press(/^Nommer Nadia BENALI administrateur/)
    await press(/Se reconnecter/)

    expect(asked).toContain("stepUp")
  })

  it.each([
    ["440900025", "F440900025"],
    [" 2a0000019 ", "F2A0000019"],
    ["123 456 789 00012", "C12345678900012"],
    ["R10000001234567", "R10000001234567"],
    ["44090002", undefined],
    ["F440900025/../x", undefined],
    ["", undefined],
  ])("reads %j as %j", (text, id) => {
    expect(structureIdOf(text)).toBe(id)
  })
})

describe("accessibility", () => {
  useBrowser()
  const checked = Object.keys(stories).filter((name) => name.startsWith("administration-"))

  it.each(checked)("axe finds nothing wrong with the screen %s", async (name) => {
    const story = stories[name] ?? {}
    renderApp(story, story.route)
    await waitFor(() => expect(document.querySelector("main h1")).toBeTruthy())
    await waitFor(() => expect(document.querySelector(".skeleton")).toBeNull())

    expect(await axeFindings()).toEqual([])
  })
})
