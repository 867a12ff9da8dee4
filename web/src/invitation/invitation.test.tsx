// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { ApiProblem, CoreError, type Entering, type Joining } from "../core"
import { en } from "../messenger/i18n/en"
import { setPreferences } from "../messenger/settings/preferences"
import { axeFindings } from "../messenger/stories/renderApp"
import { joining, TOKEN } from "../messenger/stories/joining"
import { InvitationApp } from "./InvitationApp"
import { NotLoaded } from "./NotLoaded"
import { putTokenBack, takeToken } from "./takeToken"

const unknown = new ApiProblem(404, "not-found")

function open(part: Partial<Joining> = {}, token = TOKEN) {
  const user = userEvent.setup()
  return { user, ...render(<InvitationApp joining={{ ...joining(), ...part }} token={token} />) }
}
const accept = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(await screen.findByRole("button", { name: "Accepter l’invitation" }))

describe("the page behind an invitation’s link", () => {
  beforeEach(() => setPreferences({ language: "fr" }))
  afterEach(() => {
    cleanup()
    history.replaceState(null, "", "/")
  })

  it("takes the token out of the address at once", () => {
    history.replaceState(null, "", `/invitation#${TOKEN}`)

    expect(takeToken()).toBe(TOKEN)
    expect(window.location.href).not.toContain(TOKEN)
    expect(takeToken()).toBe("")
  })

  it("gives the token back to a page that could not be loaded", async () => {
    history.replaceState(null, "", `/invitation#${TOKEN}`)
    putTokenBack(takeToken())
    let reloaded = false
    render(<NotLoaded onReload={() => (reloaded = true)} />)
    await userEvent.click(screen.getByRole("button", { name: "Recharger" }))

    expect(reloaded).toBe(true)
    expect(takeToken()).toBe(TOKEN)
  })

  it("shows who invites whom, as what and until when", async () => {
    open()

    expect(await screen.findByText("Bonjour Odile EXEMPLE")).toBeTruthy()
    expect(screen.getByText("EHPAD Les Tilleuls, NANTES")).toBeTruthy()
    expect(screen.getByText("Secrétaire médicale")).toBeTruthy()
    expect(screen.getByText("Claire MOREAU")).toBeTruthy()
    expect(screen.getByText(/24 novembre 2026/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it("accepts with the token and leaves for the login", async () => {
    const told: string[] = []
    const { user } = open({
      accept: async (token) => {
        told.push(token)
        return joining().accept(token)
      },
      enter: async ({ username }) => {
        told.push(username)
        return new Promise<Entering>(() => undefined)
      },
    })
    await accept(user)

    expect(await screen.findByRole("button", { name: "Ouverture de la connexion" })).toBeTruthy()
    expect(told).toEqual([TOKEN, "invited-exemple"])
  })

  it("can be accepted again by somebody who comes back from the login", async () => {
    const { user } = open()
    await accept(user)
    await screen.findByRole("button", { name: "Ouverture de la connexion" })
    act(() => {
      dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }))
    })

    const again = screen.getByRole<HTMLButtonElement>("button", { name: "Accepter l’invitation" })
    expect(again.disabled).toBe(false)
  })

  it.each(["expired", "withdrawn", "accepted"] as const)(
    "says why a link is %s",
    async (status) => {
      open({ preview: async () => ({ status }) })

      const alert = await screen.findByRole("alert")
      expect(alert.textContent).toMatch(/terme|retirée|déjà servi/)
      expect(screen.queryByRole("button", { name: "Accepter l’invitation" })).toBeNull()
      expect(await axeFindings()).toEqual([])
    },
  )

  it("says that a link is not known, and that it is no longer on the page", async () => {
    open({ preview: () => Promise.reject(unknown) })
    expect((await screen.findByRole("alert")).textContent).toContain("n’est pas reconnu")
    cleanup()

    open({}, "")
    expect((await screen.findByRole("alert")).textContent).toContain("Il manque une partie")
  })

  it.each([
    [new CoreError("offline"), "Pas de réseau"],
    [new ApiProblem(429, "too-many-requests"), "attendez une minute"],
    [new ApiProblem(503, "unavailable"), "Votre lien reste bon"],
  ])("tries again after %s", async (error, words) => {
    let failing = true
    const { user } = open({
      preview: (token) => (failing ? Promise.reject(error) : joining().preview(token)),
    })
    expect((await screen.findByRole("alert")).textContent).toContain(words)
    failing = false
    await user.click(screen.getByRole("button", { name: "Réessayer" }))

    expect(await screen.findByText("Bonjour Odile EXEMPLE")).toBeTruthy()
  })

  it("keeps the offer when accepting fails in between", async () => {
    let attempts = 0
    const { user } = open({
      accept: (token) =>
        ++attempts === 1 ? Promise.reject(new CoreError("offline")) : joining().accept(token),
    })
    await accept(user)
    expect((await screen.findByRole("alert")).textContent).toContain("Pas de réseau")
    await accept(user)

    await waitFor(() => expect(attempts).toBe(2))
  })

  it("says that the login alone failed once it is accepted, and tries it again", async () => {
    let attempts = 0
    const { user } = open({
      enter: () => {
        attempts++
        return Promise.reject(new ApiProblem(503, "unavailable"))
      },
    })
    await accept(user)
    const alert = await screen.findByRole("alert")
    expect(alert.textContent).toContain("La connexion n’a pas pu s’ouvrir")
    expect(alert.textContent).toContain("Le service ne répond pas")
    await user.click(screen.getByRole("button", { name: "Réessayer" }))

    await waitFor(() => expect(attempts).toBe(2))
  })

  it("says what ended the link between reading and accepting", async () => {
    let asked = 0
    const { user } = open({
      preview: async (token) =>
        ++asked === 1 ? joining().preview(token) : { status: "withdrawn" as const },
      accept: () => Promise.reject(unknown),
    })
    await accept(user)

    expect((await screen.findByRole("alert")).textContent).toContain("a été retirée")
  })

  it("does not mix two accounts of one browser", async () => {
    let out = false
    const { user } = open({
      enter: async () => "occupied",
      signOut: async () => {
        out = true
      },
    })
    await accept(user)
    await user.click(await screen.findByRole("button", { name: "Fermer l’autre compte" }))

    expect(out).toBe(true)
  })

  it("lets the login be typed where it could not be filled in", async () => {
    const { user } = open({ enter: async () => "by-hand" })
    await accept(user)
    const heading = await screen.findByRole("heading", { name: "Une dernière étape" })
    expect(document.activeElement).toBe(heading)
    await user.click(screen.getByRole("button", { name: "Copier le mot de passe" }))

    expect(await navigator.clipboard.readText()).toBe("once-only")
    expect(await axeFindings()).toEqual([])
  })

  it("speaks English", async () => {
    const { user } = open()
    await user.click(await screen.findByRole("button", { name: "English" }))

    expect(screen.getByRole("button", { name: en["join.accept"] })).toBeTruthy()
  })
})
