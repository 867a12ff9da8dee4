// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { entries } from "../stories/entries"
import { DEVICE } from "../stories/fixtureSession"
import { stories, type Story } from "../stories/catalogue"
import { me } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { setPreferences } from "../settings/preferences"

describe("each state of the session has its screen", () => {
  useBrowser()

  it("offers Pro Santé Connect first and the structure's login second", async () => {
    const { asked, user } = renderApp({ state: { kind: "signed-out" } })
    const buttons = (await screen.findAllByRole("button")).map((button) => button.textContent)
    expect(buttons.slice(0, 2)).toEqual([
      "Se connecter avec Pro Santé Connect",
      "Connexion de la structure",
    ])

    await user.click(screen.getByRole("button", { name: /Pro Santé Connect/ }))

    expect(asked).toContain("login psc")
  })

  it("says that drafts are kept when the login expired", () => {
    renderApp({ state: { kind: "signed-out", reason: "expired" } })

    expect(screen.getByText("Reconnectez-vous : vos brouillons sont conservés")).toBeTruthy()
  })

  it("proposes a name for a new device and asks for nothing else", async () => {
    const { asked, user } = renderApp({ state: { kind: "needs-device", me, stepUp: false } })
    const field = await screen.findByRole<HTMLInputElement>("textbox")
    expect(field.value).not.toBe("")

    await user.clear(field)
    await user.click(screen.getByRole("button", { name: "Utiliser cet appareil" }))
    expect(screen.getByRole("alert").textContent).toContain("Écrivez un nom")

    await user.type(field, "PC cabinet")
    await user.click(screen.getByRole("button", { name: "Utiliser cet appareil" }))
    expect(asked).toContain("enrol PC cabinet")
  })

  it("asks for a fresh login without losing the name", async () => {
    const { asked, user } = renderApp({ state: { kind: "needs-device", me, stepUp: true } })
    await user.clear(await screen.findByRole("textbox"))
    await user.type(screen.getByRole("textbox"), "PC cabinet")

    await user.click(screen.getByRole("button", { name: /Pro Santé Connect/ }))

    expect(asked).toContain("stepUp")
    expect(sessionStorage.getItem("liaison.device-name")).toBe("PC cabinet")
  })

  it("asks once from which place one writes", async () => {
    const { user } = renderApp()
    act(() => setPreferences({ exercise: {} }))
    await user.click(await screen.findByRole("radio", { name: /CH de Muret/ }))

    await user.click(screen.getByRole("button", { name: "Continuer" }))

    expect(await screen.findByText(/CH de Muret, service de gériatrie, 31600 MURET/)).toBeTruthy()
  })

  it("says the effect before a device is removed", async () => {
    const { asked, user } = renderApp({}, { page: "devices" })
    await user.click(await screen.findByRole("button", { name: "Retirer Pixel de Camille" }))
    const dialog = await screen.findByRole("dialog")
    expect(dialog.textContent).toContain("ne recevra plus aucun message")

    await user.click(within(dialog).getByRole("button", { name: "Retirer" }))

    await waitFor(() => expect(asked.some((act) => act.startsWith("revoke"))).toBe(true))
    expect(await screen.findByText(/est retiré. Il ne reçoit plus rien/)).toBeTruthy()
  })

  it("clears the workstation only after saying what is lost", async () => {
    const { asked, user } = renderApp({}, { page: "settings" })
    await user.click(await screen.findByRole("button", { name: "Terminer et effacer ce poste" }))
    const dialog = await screen.findByRole("dialog")
    expect(dialog.textContent).toContain("n’est pas encore parti")

    await user.click(within(dialog).getByRole("button", { name: "Terminer et effacer ce poste" }))

    expect(asked).toContain("logout forget")
  })

  it("changes the language of every word", async () => {
    const { user } = renderApp({}, { page: "settings" })
    await user.selectOptions(await screen.findByRole("combobox", { name: "Langue" }), "en")

    expect(await screen.findByRole("heading", { name: "Settings" })).toBeTruthy()
    expect(document.documentElement.lang).toBe("en")
  })

  it("keeps the log from those who are not compliance officers", async () => {
    renderApp({ state: { kind: "ready", me, device: DEVICE } }, { page: "console" })

    expect(await screen.findByText("Accès non autorisé")).toBeTruthy()
  })

  it("never calls an unreadable proof verified", async () => {
    const officer = { accountId: me.accountId, roles: ["compliance-officer" as const] }
    const { user } = renderApp(
      { state: { kind: "staff", me: officer }, entries, proof: "not a proof" },
      { page: "console" },
    )
    await user.click(await screen.findByRole("button", { name: /Ouvrir l’entrée 1\s204\s557/ }))

    const dialog = await screen.findByRole("dialog")
    await waitFor(() =>
      expect(dialog.textContent).toMatch(/preuve n’a pas pu être lue|non vérifiée/),
    )
    expect(dialog.textContent).not.toContain("Preuve vérifiée")
  })
})

describe("accessibility", () => {
  useBrowser()
  const checked = [
    "login-refused",
    "setup",
    "exercise",
    "list",
    "list-empty",
    "directory",
    "card",
    "conversation",
    "conversation-states",
    "conversation-renewed",
    "conversation-previous",
    "conversation-renewing",
    "conversation-renew",
    "devices",
    "settings",
    "console-empty",
  ]

  it.each(checked)("axe finds nothing wrong with the screen %s", async (name) => {
    const story: Story = stories[name] ?? {}
    renderApp(story, story.route)
    if (story.unchosen === true) act(() => setPreferences({ exercise: {} }))
    await waitFor(() => expect(document.querySelector("main, dialog")).toBeTruthy())

    expect(await axeFindings()).toEqual([])
  })
})
