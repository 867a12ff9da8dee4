// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ApiProblem, CoreError, type TopUpStatus } from "../core"
import { administrator, type AdministrationFixture } from "../messenger/stories/administration"
import { heldTopUp, noTopUp, topUpRun } from "../messenger/stories/topUp"
import { axeFindings, renderApp, useBrowser } from "../messenger/stories/renderApp"

const updates = { page: "administration-updates" } as const

const open = (administration: AdministrationFixture = {}) =>
  renderApp({ state: administrator, administration }, updates)

async function ask(user: ReturnType<typeof renderApp>["user"]) {
  await user.click(await screen.findByRole("button", { name: "Accepter ces départs…" }))
  return screen.findByRole("dialog")
}

const held = (waitingDepartures: number): TopUpStatus => ({
  ...heldTopUp,
  runs: [topUpRun(55, { state: "stopped", waitingDepartures, departures: 4 })],
})

describe("the page of the continuous update", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())
  afterEach(() => vi.useRealTimers())

  it("says that the directory is up to date, of when, and what failed before", async () => {
    open()

    expect(await screen.findByText("Annuaire à jour")).toBeTruthy()
    expect(screen.getByText(/Le service national est en panne/)).toBeTruthy()
    expect(screen.getByText("Résolu depuis.")).toBeTruthy()
    expect(screen.getByText("21 novembre 2026")).toBeTruthy()
    expect(screen.getByText("Personnes lues", { selector: "dt" }).nextSibling?.textContent).toBe(
      "1\u00a0260",
    )
    const history = screen.getByRole("table", { name: "Dernières lectures" })
    expect(within(history).getAllByRole("row")).toHaveLength(5)
    expect(screen.queryByRole("button", { name: /Accepter/ })).toBeNull()
  })

  it("says that nothing is configured, and who can", async () => {
    open({ topUps: [noTopUp] })

    expect(await screen.findByText("Mise à jour continue non configurée")).toBeTruthy()
    expect(screen.getByText(/L’exploitant peut configurer/)).toBeTruthy()
    expect(screen.queryByRole("table")).toBeNull()
  })

  it("is reached by its tab, which is then the current one", async () => {
    const { user } = renderApp({ state: administrator }, { page: "administration-register" })
    await user.click(await screen.findByRole("link", { name: "Mise à jour continue" }))

    expect(
      await screen.findByRole("heading", { level: 1, name: "Mise à jour continue" }),
    ).toBeTruthy()
    const tab = screen.getByRole("link", { name: "Mise à jour continue" })
    expect(tab.getAttribute("aria-current")).toBe("page")
    expect(window.location.pathname).toBe("/administration/updates")
  })

  it("accepts departures after naming their number and that nothing undoes it", async () => {
    const { asked, user } = open({ topUps: [heldTopUp] })
    expect(await screen.findByText("61 départs attendent votre décision")).toBeTruthy()
    const dialog = await ask(user)
    expect(within(dialog).getByText(/Ces 61 personnes perdent l’accès/)).toBeTruthy()
    expect(within(dialog).getByText(/ne peut pas être annulé/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    expect(asked.join()).not.toContain("acceptTopUpDepartures")

    await user.click(within(dialog).getByRole("button", { name: "Accepter 61 départs" }))

    const result = await screen.findByText("Départs acceptés")
    expect(asked).toContain("acceptTopUpDepartures 61")
    await waitFor(() => expect(document.activeElement?.contains(result)).toBe(true))
    expect(screen.queryByRole("dialog")).toBeNull()
    expect(screen.queryByText(/attendent votre décision/)).toBeNull()
  })

  it("takes a higher bound than those that wait, and says that it asks again beyond it", async () => {
    const { asked, user } = open({ topUps: [heldTopUp] })
    const dialog = await ask(user)
    const most = within(dialog).getByLabelText<HTMLInputElement>("Départs acceptés au plus")
    expect(most.value).toBe("61")
    expect(most.getAttribute("aria-describedby")).toBeTruthy()
    expect(within(dialog).getByText(/Au-delà de ce nombre, la mise à jour s’arrête/)).toBeTruthy()

    await user.clear(most)
    await user.type(most, "1 200")
    await user.click(
      within(dialog).getByRole("button", { name: /^Accepter jusqu’à 1.200 départs$/ }),
    )

    await waitFor(() => expect(asked).toContain("acceptTopUpDepartures 1200"))
    expect(await screen.findByText("Départs acceptés")).toBeTruthy()
  })

  it.each(["60", "0", "-5", "beaucoup", "10000001"])(
    "says what may be accepted where %s is typed, and asks nothing",
    async (typed) => {
      const { asked, user } = open({ topUps: [heldTopUp] })
      const dialog = await ask(user)
      const most = within(dialog).getByLabelText("Départs acceptés au plus")
      await user.clear(most)
      await user.type(most, typed)
      await user.click(within(dialog).getByRole("button", { name: /^Accepter/ }))

      const alert = await within(dialog).findByRole("alert")
      expect(alert.textContent).toMatch(/nombre entier, de 61 à 10.000.000/)
      expect(most.getAttribute("aria-invalid")).toBe("true")
      expect(asked.filter((act) => act.startsWith("accept"))).toEqual([])
      expect(await axeFindings()).toEqual([])
    },
  )

  it("says what may be accepted where the service refuses the number", async () => {
    const actFails = new ApiProblem(400, "invalid-parameter", { field: "most" })
    const { user } = open({ topUps: [heldTopUp], actFails })
    const dialog = await ask(user)
    await user.click(within(dialog).getByRole("button", { name: "Accepter 61 départs" }))

    expect((await within(dialog).findByRole("alert")).textContent).toContain("nombre entier")
  })

  it("changes nothing when the question is left", async () => {
    const { asked, user } = open({ topUps: [heldTopUp] })
    const dialog = await ask(user)
    await user.click(within(dialog).getByRole("button", { name: "Annuler" }))

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
    expect(asked.join()).not.toContain("acceptTopUpDepartures")
    expect(screen.getByText("61 départs attendent votre décision")).toBeTruthy()
  })

  it("asks for a fresh login where the service wants one, and puts the question again after it", async () => {
    const stale = new ApiProblem(401, "step-up-required")
    const first = open({ topUps: [heldTopUp], actFails: stale })
    const dialog = await ask(first.user)
    await first.user.type(within(dialog).getByLabelText("Départs acceptés au plus"), "0")
    await first.user.click(within(dialog).getByRole("button", { name: /jusqu’à 610 départs/ }))
    await first.user.click(await screen.findByRole("button", { name: "Se reconnecter" }))
    expect(first.asked).toContain("stepUp")
    first.unmount()

    const back = open({ topUps: [heldTopUp] })
    expect(await screen.findByRole("dialog", { name: "Accepter 61 départs" })).toBeTruthy()
    expect(await screen.findByDisplayValue("610")).toBeTruthy()
    expect(back.asked.join()).not.toContain("acceptTopUpDepartures")
  })

  it("says that nothing waits any more when somebody else was first", async () => {
    const { user } = open({ topUps: [heldTopUp], actFails: new ApiProblem(409, "conflict") })
    const dialog = await ask(user)
    await user.click(within(dialog).getByRole("button", { name: "Accepter 61 départs" }))

    expect(await screen.findByRole("dialog", { name: "Plus rien n’attend" })).toBeTruthy()
    expect(screen.queryByRole("button", { name: /Accepter \d/ })).toBeNull()
  })

  it.each([
    [new CoreError("offline"), /Le réseau ne répond pas/],
    [new ApiProblem(403, "forbidden"), /Votre rôle ne permet pas/],
    [new ApiProblem(429, "too-many-requests"), /Trop de demandes à la fois/],
    [new ApiProblem(503, "unavailable"), /momentanément indisponible/],
    [new ApiProblem(500, "internal-error", { incident: "4f1" }), /transmettez la référence 4f1/],
  ])("says why an acceptance failed: %s", async (actFails, words) => {
    const { user } = open({ topUps: [heldTopUp], actFails })
    const dialog = await ask(user)
    await user.click(within(dialog).getByRole("button", { name: "Accepter 61 départs" }))

    const alert = await within(dialog).findByRole("alert")
    expect(alert.textContent).toMatch(words)
    expect(alert.textContent).toContain("n’a pas été confirmée")
  })

  it("says that the state could not be read, and reads it at another try", async () => {
    const { asked, user } = open({ fails: new CoreError("offline") })
    expect((await screen.findByRole("alert")).textContent).toContain("n’a pas pu être lu")
    const before = asked.length
    await user.click(screen.getByRole("button", { name: "Réessayer" }))

    await waitFor(() => expect(asked.length).toBeGreaterThan(before))
  })

  it("reads again while somebody looks and has a number that changed read before it is accepted", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { asked, user } = open({ topUps: [held(61), held(75)] })
    const dialog = await ask(user)
    await act(() => vi.advanceTimersByTimeAsync(30_000))
    expect(await screen.findByText("75 départs attendent votre décision")).toBeTruthy()
    expect(within(dialog).getByText(/Le nombre a changé/)).toBeTruthy()
    const accept = within(dialog).getByRole("button", { name: "Accepter 75 départs" })

    await user.click(accept)
    expect(asked.join()).not.toContain("acceptTopUpDepartures")
    await user.click(accept)
    await waitFor(() => expect(asked).toContain("acceptTopUpDepartures 75"))
  })

  it("follows an accepted run to its end", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const done = { ...heldTopUp, runs: [topUpRun(55, { departures: 73 })] }
    const { user } = open({ topUps: [held(61)], afterAcceptance: [done] })
    const dialog = await ask(user)
    await user.click(within(dialog).getByRole("button", { name: "Accepter 61 départs" }))
    expect(await screen.findByText(/reprend d’elle-même/)).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(60_000))

    expect(await screen.findByText("La lecture est terminée : 73 départs en tout.")).toBeTruthy()
    expect(screen.getByText("Annuaire à jour")).toBeTruthy()
  })
})
