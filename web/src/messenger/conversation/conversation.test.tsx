// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { OutgoingState, Timeline } from "../../core"
import {
  conversationId,
  direct,
  group,
  member,
  message,
  own,
  photo,
} from "../stories/conversations"
import { nadia, place } from "../stories/people"
import { renderApp, useBrowser } from "../stories/renderApp"

const DIRECT = { page: "conversation", id: direct.id } as const
const GROUP = { page: "conversation", id: group.id } as const

function directWith(...items: Timeline["items"]): Timeline {
  return { conversation: { ...direct, draft: "" }, items, hasOlder: false }
}

function groupWith(state: OutgoingState): Timeline {
  const items = [own(group.id, 1, "Merci", state)]
  return { conversation: group, items, hasOlder: false }
}

describe("a conversation", () => {
  useBrowser()

  it("says with whom, as what and from where before anything else", async () => {
    renderApp({}, DIRECT)

    const heading = await screen.findByRole("heading", { level: 1, name: /Nadia BENALI/ })
    expect(heading.textContent).toContain("Inscription au RPPS vérifiée")
    expect(screen.getAllByText("Infirmière, Cabinet du Pont, 31200 TOULOUSE")[0]).toBeTruthy()
  })

  it.each<[OutgoingState, string]>([
    [{ kind: "sent" }, "Envoyé"],
    [{ kind: "delivered", count: 2, of: 3 }, "Remis à 2 sur 3"],
    [{ kind: "read", count: 3, of: 3 }, "Lu par 3 sur 3"],
    [{ kind: "uploading", sent: 42, total: 100 }, "Envoi de la photo : 42 %"],
    [{ kind: "failed", cause: "refused" }, "Non envoyé"],
  ])("shows the state %o of a group as « %s »", async (state, words) => {
    renderApp({ timelines: [groupWith(state)] }, GROUP)

    const article = await screen.findByRole("article", { name: /^Vous/ })
    expect(within(article).getByText(words)).toBeTruthy()
  })

  it("says below the name from which of their places somebody writes, and believes no other", async () => {
    const hospital = { ...place("CH de Muret", "31600", "Muret"), structureId: "F310000033" }
    const twice = { ...nadia, situations: [...nadia.situations, hospital] }
    const conversation = { ...group, members: [member(twice)] }
    const items = [
      message(group.id, twice, 3, "Du CH", { situation: "F310000033" }),
      message(group.id, twice, 2, "D’ailleurs", { situation: "F999999999" }),
    ]
    renderApp({ timelines: [{ conversation, items, hasOlder: false }] }, GROUP)

    const [first, second] = await screen.findAllByRole("article", { name: /^Nadia BENALI/ })
    expect(first?.textContent).toContain("CH de Muret, 31600 MURET")
    expect(second?.textContent).toMatch(/^Nadia BENALI, infirmièreD’ailleurs/)
  })

  it("names who wrote what is still to be read, though they have left", async () => {
    const left = group.members.find((member) => member.practitionerId === nadia.id)
    const conversation = {
      ...group,
      members: group.members.filter((member) => member !== left),
      former: left === undefined ? [] : [left],
    }
    const items = [message(group.id, nadia, 1, "Dit avant de partir")]
    renderApp({ timelines: [{ conversation, items, hasOlder: false }] }, GROUP)

    const article = await screen.findByRole("article", { name: /^Nadia BENALI/ })
    expect(within(article).getByText("Dit avant de partir")).toBeTruthy()
  })

  it("stays a conversation with somebody who has left", async () => {
    const left = direct.members.filter((member) => !member.me)
    const conversation = {
      ...direct,
      members: direct.members.filter((member) => member.me),
      former: left,
    }
    renderApp({ timelines: [{ conversation, items: [], hasOlder: false }] }, DIRECT)

    expect(await screen.findByRole("heading", { level: 1, name: /Nadia BENALI/ })).toBeTruthy()
  })

  it("shows what is older than the newest 200 when asked", async () => {
    const items = Array.from({ length: 250 }, (_, i) =>
      own(direct.id, i, `n° ${i}`, { kind: "sent" }),
    )
    renderApp({ timelines: [directWith(...items)] }, DIRECT)
    await screen.findAllByRole("article")
    const before = screen.getAllByRole("article").length

    screen.getByRole("button", { name: "Afficher les messages précédents" }).click()

    await waitFor(() => expect(screen.getAllByRole("article").length).toBe(250))
    expect(before).toBeLessThan(250)
  })

  it("leaves the count out when there is one addressee", async () => {
    const timeline = directWith(own(direct.id, 1, "Merci", { kind: "delivered", count: 1, of: 1 }))
    renderApp({ timelines: [timeline] }, DIRECT)

    const article = await screen.findByRole("article", { name: /^Vous/ })
    expect(within(article).getByText("Remis")).toBeTruthy()
  })

  it("waits for the network in words while offline", async () => {
    const timeline = directWith(own(direct.id, 0, "Merci", { kind: "queued" }))
    renderApp({ timelines: [timeline], connection: { kind: "offline" } }, DIRECT)

    expect(await screen.findByText("En attente de réseau")).toBeTruthy()
  })

  it("names the person a message has not reached after a quarter of an hour", async () => {
    const timeline = directWith(own(direct.id, 16, "Merci", { kind: "sent" }))
    renderApp({ timelines: [timeline] }, DIRECT)

    expect(await screen.findByText("Pas encore remis à Nadia BENALI")).toBeTruthy()
  })

  it("offers to try again after a failure, with the cause", async () => {
    const timeline = directWith(own(direct.id, 1, "Merci", { kind: "failed", cause: "expired" }))
    const { asked, user } = renderApp({ timelines: [timeline] }, DIRECT)

    expect(await screen.findByText(/plus de 24 h/)).toBeTruthy()
    await user.click(screen.getByRole("button", { name: "Réessayer" }))
    expect(asked).toContain("retry")
  })

  it("titles each message by author and time", async () => {
    renderApp({}, DIRECT)

    const articles = await screen.findAllByRole("article", {
      name: /Nadia BENALI, infirmière, \d+\sh\s\d+/,
    })
    expect(articles.length).toBeGreaterThan(1)
  })

  it("says so when a message cannot be shown here", async () => {
    const timeline = directWith(
      message(direct.id, nadia, 5, { kind: "unavailable", cause: "undecryptable" }),
    )
    renderApp({ timelines: [timeline] }, DIRECT)

    expect(await screen.findByText("Message indisponible sur cet appareil")).toBeTruthy()
  })

  it("draws a line above the first unread message", async () => {
    const first = message(direct.id, nadia, 30, "Ancien")
    const second = message(direct.id, nadia, 20, "Nouveau")
    const timeline = { ...directWith(first, second), unreadFrom: second.sequence ?? 0 }
    renderApp({ timelines: [timeline] }, DIRECT)

    const line = await screen.findByText("Nouveaux messages")
    const following = line.compareDocumentPosition(screen.getByText("Nouveau"))
    expect(following & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    const preceding = line.compareDocumentPosition(screen.getByText("Ancien"))
    expect(preceding & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy()
  })

  it("opens a photo with its description, and Escape or the cross closes it", async () => {
    const timeline = directWith(
      message(direct.id, nadia, 5, { kind: "photo", photo, caption: "Pied gauche" }),
    )
    const { user } = renderApp({ timelines: [timeline] }, DIRECT)

    const opener = await screen.findByRole("button", { name: /^Agrandir la photo\s: Pied gauche/ })
    await waitFor(() => expect(opener.getAttribute("aria-busy")).toBe("false"))
    await user.click(opener)
    expect(await screen.findByRole("img", { name: "Pied gauche" })).toBeTruthy()
    await user.click(screen.getByRole("button", { name: "Fermer" }))
    await waitFor(() => expect(screen.queryByRole("img", { name: "Pied gauche" })).toBeNull())
  })

  it("tells person by person who has a message", async () => {
    const sent = own(direct.id, 1, "Merci", { kind: "delivered", count: 1, of: 1 })
    const progress = [{ practitionerId: nadia.id, state: "delivered" as const }]
    const { user } = renderApp({ timelines: [directWith({ ...sent, progress })] }, DIRECT)

    await user.click(await screen.findByRole("button", { name: "Remis" }))

    const dialog = await screen.findByRole("dialog", { name: "Infos du message" })
    expect(within(dialog).getByRole("heading", { name: /Remis/ })).toBeTruthy()
    expect(within(dialog).getByText("Nadia BENALI")).toBeTruthy()
  })

  it("is not found when one is not a member", async () => {
    renderApp({}, { page: "conversation", id: conversationId(99) })

    expect(await screen.findByText("Conversation introuvable")).toBeTruthy()
    expect(screen.getByText("Action refusée : vous n’êtes pas membre.")).toBeTruthy()
  })
})
