// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { announceLog } from "../stories/announceLog"
import { conversationId, message, summaries, summary } from "../stories/conversations"
import { ines, nadia, paul } from "../stories/people"
import { renderApp, useBrowser } from "../stories/renderApp"
import { filterList, orderForList } from "./order"

describe("the order of the list", () => {
  it("puts unread urgent first, then failed sends, then the newest", () => {
    const quiet = summary(1, [nadia], { at: "2026-01-04T00:00:00Z" })
    const failed = summary(2, [paul], { at: "2026-01-01T00:00:00Z", failed: 1 })
    const urgent = summary(3, [ines], { at: "2026-01-02T00:00:00Z", unreadUrgent: 1 })
    const newer = summary(4, [nadia], { at: "2026-01-05T00:00:00Z" })

    expect(orderForList([quiet, failed, urgent, newer])).toEqual([urgent, failed, newer, quiet])
  })

  it("finds people by name, profession or town, without accents", () => {
    const rows = [summary(1, [nadia]), summary(2, [ines])]

    expect(filterList(rows, "ines sorin", false)).toEqual([rows[1]])
    expect(filterList(rows, "infirmiere 31200", false)).toEqual([rows[0]])
    expect(filterList(rows, "", true)).toEqual([])
  })
})

describe("the list", () => {
  useBrowser()

  it("shows who I am and from where before the conversations", async () => {
    renderApp()

    expect(await screen.findByRole("heading", { level: 1, name: /^Dr\sCamille ROUX/ })).toBeTruthy()
    expect(screen.getByText("MSP des Lilas, 31200 TOULOUSE")).toBeTruthy()
  })

  it("reads a row as name, place, state and unread count", async () => {
    renderApp()
    const row = await screen.findByRole("link", { name: /Paul MARTIN/ })

    expect(row.textContent).toContain("31200 TOULOUSE")
    expect(within(row).getByText("2 messages non lus")).toBeTruthy()
  })

  it("says in words that a send failed", async () => {
    renderApp()
    const list = await screen.findByRole("list", { name: "Conversations" })

    expect(within(list).getByText("Non envoyé")).toBeTruthy()
  })

  it("shows a skeleton only while the store is read", async () => {
    const { list } = renderApp({ list: { items: [], loaded: false } })
    expect(await screen.findByText("Chargement des conversations")).toBeTruthy()

    act(() => list.set({ items: [], loaded: true }))

    expect(await screen.findByText("Aucune conversation")).toBeTruthy()
    expect(screen.getByRole("button", { name: "Ouvrir l’annuaire" })).toBeTruthy()
  })

  it("moves through the rows with the arrows, Home and End", async () => {
    const { user } = renderApp()
    const list = await screen.findByRole("list", { name: "Conversations" })
    const rows = within(list).getAllByRole("link")
    rows[0]?.focus()

    await user.keyboard("{ArrowDown}")
    expect(document.activeElement).toBe(rows[1])
    await user.keyboard("{End}")
    expect(document.activeElement).toBe(rows.at(-1))
    await user.keyboard("{Home}")
    expect(document.activeElement).toBe(rows[0])
  })

  it("counts what waits in the tab's title, without a name", async () => {
    renderApp()

    await waitFor(() => expect(document.title).toBe("(3) Liaison"))
  })

  it("speaks an arriving message once, with its author", async () => {
    const { list } = renderApp()
    await screen.findByRole("list", { name: "Conversations" })
    const spoken = announceLog()
    const id = conversationId(1)

    act(() =>
      list.set({
        loaded: true,
        items: summaries.map((item) =>
          item.id === id
            ? { ...item, unread: 1, last: message(id, nadia, 0, "Pansement refait") }
            : item,
        ),
      }),
    )

    await waitFor(() => expect(spoken()).toEqual(["Nadia BENALI, infirmière : Pansement refait"]))
  })

  it("tells what the network does once it has been away for a while", async () => {
    renderApp({ connection: { kind: "offline" } })

    expect(screen.queryByText("Hors connexion")).toBeNull()
    expect(await screen.findByText("Hors connexion")).toBeTruthy()
    expect(screen.getByText("Vos messages partiront au retour du réseau")).toBeTruthy()
  })
})
