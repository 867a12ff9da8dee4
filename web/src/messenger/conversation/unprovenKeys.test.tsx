// @vitest-environment jsdom
import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { DeviceId, Timeline } from "../../core"
import { devices } from "../stories/fixtureSession"
import { directTimeline } from "../stories/conversations"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const route = { page: "conversation", id: directTimeline.conversation.id } as const

/** The same conversation with a device of the other person that the log does not vouch for. */
const doubtful: Timeline = {
  ...directTimeline,
  conversation: {
    ...directTimeline.conversation,
    members: directTimeline.conversation.members.map((member) =>
      member.me ? member : { ...member, unprovenDevices: 1 },
    ),
  },
}

describe("a device whose key is not in the public log", () => {
  useBrowser()

  it("is warned of in its conversation, which is no longer shown as verified", async () => {
    renderApp({ timelines: [doubtful] }, route)

    const words = await screen.findByText(/ne figure pas au journal public/)
    expect(words.closest("[role=alert]")?.textContent).toMatch(/^Appareil non vérifié/)
    expect(document.querySelector(".conversation__verified")).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it("leaves no trace where every key is proven", async () => {
    renderApp({ timelines: [directTimeline] }, route)

    await screen.findByRole("textbox", { name: /^Écrire à/ })
    expect(screen.queryByText(/journal public/)).toBeNull()
    expect(document.querySelector(".conversation__verified")).not.toBeNull()
  })

  it("is named to its owner, as is a device that only the log knows", async () => {
    const hidden = [{ id: "0" as DeviceId, at: "2026-11-20T10:00:00Z" }]
    renderApp(
      { keys: { hidden, unlogged: devices.slice(1, 2).map(({ id }) => id) } },
      { page: "devices" },
    )

    expect(await screen.findByText("Un appareil inconnu lit en votre nom")).toBeTruthy()
    expect(screen.getByText(/« Pixel de Camille ».*Retirez cet appareil/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})
