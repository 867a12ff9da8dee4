// @vitest-environment jsdom
import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import {
  adminTimeline,
  directTimeline,
  group,
  previousTimeline,
  renewedTimeline,
  renewingTimeline,
} from "../stories/conversations"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import type { Route } from "../app/routes"
import type { Timeline } from "../../core"

const at = ({ conversation }: Timeline): Route => ({ page: "conversation", id: conversation.id })

describe("a conversation that was renewed", () => {
  useBrowser()

  it("says so first, with a way to the earlier messages and how many of them are unread", async () => {
    renderApp({ timelines: [renewedTimeline] }, at(renewedTimeline))

    expect(await screen.findByText(/a été renouvelée pour des raisons techniques/)).toBeTruthy()
    const link = screen.getByRole("link", { name: "Messages précédents, 2 non lus" })
    expect(link.getAttribute("href")).toBe(`/conversations/${previousTimeline.conversation.id}`)
  })

  it("lets the earlier messages be read, and leads on from there instead of writing", async () => {
    const { user } = renderApp(
      { timelines: [previousTimeline, directTimeline] },
      at(previousTimeline),
    )

    const link = await screen.findByRole("link", {
      name: "Continuer dans la conversation actuelle",
    })
    expect(screen.getByText("Pansement refait.")).toBeTruthy()
    expect(screen.queryByRole("textbox", { name: /^Écrire à/ })).toBeNull()
    await user.click(link)
    expect(await screen.findByRole("textbox", { name: /^Écrire à/ })).toBeTruthy()
  })

  it("still takes what is written while it is being renewed", async () => {
    const { asked, user } = renderApp({ timelines: [renewingTimeline] }, at(renewingTimeline))

    expect(await screen.findByText(/est en cours de renouvellement/)).toBeTruthy()
    await user.type(screen.getByRole("textbox", { name: /^Écrire à/ }), "Bien noté{Enter}")
    expect(asked).toContain("text Bien noté")
  })
})

describe("making a conversation again", () => {
  useBrowser()

  it("is offered to those who may, after its consequences were said", async () => {
    const { asked, user } = renderApp({ timelines: [adminTimeline] }, at(adminTimeline))
    const [act] = await screen.findAllByRole("button", { name: "Recréer la conversation…" })
    expect(screen.getAllByText("Administre la conversation").length).toBeGreaterThan(1)
    if (act) await user.click(act)

    const dialog = await screen.findByRole("dialog", { name: "Recréer la conversation\u00a0?" })
    expect(dialog.textContent).toContain("avec les mêmes personnes")
    expect(dialog.textContent).toContain("restent lisibles")
    expect(await axeFindings()).toEqual([])
    await user.click(within(dialog).getByRole("button", { name: "Recréer la conversation" }))
    expect(asked).toContain(`renew ${group.id}`)
  })

  it("is not offered to others", async () => {
    const conversation = { ...adminTimeline.conversation, renewable: false }
    const timeline = { ...adminTimeline, conversation }
    renderApp({ timelines: [timeline] }, at(timeline))

    expect(await screen.findAllByText("Administre la conversation")).toBeTruthy()
    expect(screen.queryByRole("button", { name: /Recréer/ })).toBeNull()
  })
})
