// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { CoreError } from "../../core"
import { rememberExercise } from "../exercise/exercise"
import { direct, directTimeline, group } from "../stories/conversations"
import { READY } from "../stories/fixtureSession"
import { camille, me } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const DIRECT = { page: "conversation", id: direct.id } as const

describe("the composer", () => {
  useBrowser()

  it("names the one it writes to, and counts them in a group", async () => {
    const { unmount } = renderApp({}, DIRECT)
    expect(await screen.findByRole("textbox", { name: "Écrire à Nadia BENALI" })).toBeTruthy()
    unmount()

    renderApp({}, { page: "conversation", id: group.id })
    expect(await screen.findByRole("textbox", { name: "Écrire à 3 personnes" })).toBeTruthy()
  })

  it("states from which place of practice one writes", async () => {
    const situations = camille.situations.map((at, n) => ({ ...at, structureId: `F31000000${n}` }))
    const state = { ...READY, me: { ...me, practitioner: { ...camille, situations } } }
    const { asked, user } = renderApp({ state }, DIRECT)
    for (const first of situations.slice(0, 1)) act(() => rememberExercise(state.me, first))

    await user.type(await screen.findByRole("textbox", { name: /Écrire à Nadia/ }), "Vu{Enter}")

    expect(asked).toContain("text Vu from F310000000")
  })

  it("says from which of several places one writes, and nothing where there is one", async () => {
    const state = { ...READY, me: { ...me, practitioner: camille } }
    const { unmount } = renderApp({ state }, DIRECT)
    for (const first of camille.situations.slice(0, 1)) act(() => rememberExercise(state.me, first))
    const field = await screen.findByRole("textbox", { name: /Écrire à Nadia/ })
    const from = await screen.findByText(
      "Vous écrivez en tant que médecin, MSP des Lilas, 31200 TOULOUSE",
    )
    expect(field.getAttribute("aria-describedby")).toContain(from.id)
    expect(await axeFindings()).toEqual([])
    unmount()

    const only = { ...camille, situations: camille.situations.slice(0, 1) }
    renderApp({ state: { ...READY, me: { ...me, practitioner: only } } }, DIRECT)
    await screen.findByRole("textbox", { name: /Écrire à Nadia/ })
    expect(screen.queryByText(/Vous écrivez en tant que/)).toBeNull()
  })

  it("sends on Enter, clears the field and keeps the focus in it", async () => {
    const { asked, user } = renderApp({}, DIRECT)
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", {
      name: /Écrire à Nadia/,
    })

    await user.type(field, "Je passe à 18 h{Enter}")

    expect(asked).toContain("text Je passe à 18 h")
    expect(field.value).toBe("")
    expect(document.activeElement).toBe(field)
  })

  it("goes to the next line on Shift and Enter", async () => {
    const { asked, user } = renderApp({}, DIRECT)
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", {
      name: /Écrire à Nadia/,
    })

    await user.type(field, "un{Shift>}{Enter}{/Shift}deux")

    expect(field.value).toBe("un\ndeux")
    expect(asked.some((act) => act.startsWith("text"))).toBe(false)
  })

  it("never refuses silently: an empty send says what is missing", async () => {
    const { asked, user } = renderApp({}, DIRECT)
    await user.click(await screen.findByRole("button", { name: "Envoyer" }))

    expect(screen.getByText(/Écrivez un message ou ajoutez une photo/)).toBeTruthy()
    expect(asked.some((act) => act.startsWith("text"))).toBe(false)
  })

  it("says by how much a message is too long", async () => {
    const timeline = {
      ...directTimeline,
      conversation: { ...direct, draft: "x".repeat(10_003) },
    }
    renderApp({ timelines: [timeline] }, DIRECT)

    expect(await screen.findByText(/Message trop long : retirez 3 caractères/)).toBeTruthy()
  })

  it("shows the draft of this conversation and hands each change to the core", async () => {
    const timeline = { ...directTimeline, conversation: { ...direct, draft: "Bonjour" } }
    const { asked, user } = renderApp({ timelines: [timeline] }, DIRECT)
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", {
      name: /Écrire à Nadia/,
    })
    expect(field.value).toBe("Bonjour")

    await user.type(field, " Nadia")

    expect(asked).toContain("draft Bonjour Nadia")
  })

  it("puts the words back when they could not be kept for sending", async () => {
    const { user } = renderApp({ sendFails: new CoreError("storage") }, DIRECT)
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", {
      name: /Écrire à Nadia/,
    })

    await user.type(field, "Important{Enter}")

    await waitFor(() => expect(field.value).toBe("Important"))
    expect(screen.getByText(/Rien n’a changé/)).toBeTruthy()
  })

  it("says in words that a file is no picture", async () => {
    const { user, container } = renderApp({}, DIRECT)
    await screen.findByRole("textbox", { name: /Écrire à Nadia/ })
    const picker = container.querySelector<HTMLInputElement>("input[type=file]")
    if (picker === null) throw new Error("no file picker")

    await user.upload(picker, new File(["not a picture"], "note.jpg", { type: "image/jpeg" }))

    expect(await screen.findByText(/Cette image n’a pas pu être lue/)).toBeTruthy()
  })
})
