// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { ApiProblem, type Practitioner, type ReplacementDuty } from "../../core"
import { dayFromNow, delegation, party } from "../stories/delegations"
import { camille, everybody, leroy, nadia, paul } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"

const SETTINGS = { page: "settings" } as const

function duty(person: Practitioner, from = -1, to = 9): ReplacementDuty {
  return { ...party(person), startsOn: dayFromNow(from), endsOn: dayFromNow(to) }
}

describe("my replacement", () => {
  useBrowser()

  it("asks a locum of the register for two days and says that it did", async () => {
    const { asked, user } = renderApp(
      {
        candidates: { items: [leroy], distances: [{ id: leroy.id, km: 12, approximate: false }] },
      },
      SETTINGS,
    )
    await user.click(await screen.findByRole("button", { name: "Prévoir un remplacement" }))
    const dialog = await screen.findByRole("dialog", { name: /Qui vous remplace/ })
    const candidate = await within(dialog).findByRole("radio", { name: /Antoine LEROY/ })
    expect(candidate.closest("label")?.textContent).toMatch(/à 12.km/)
    await user.click(within(dialog).getByRole("button", { name: "Envoyer la demande" }))
    expect(within(dialog).getByRole("alert").textContent).toContain("premier et le dernier jour")

    await user.click(candidate)
    fireEvent.change(within(dialog).getByLabelText("Premier jour"), {
      target: { value: dayFromNow(2) },
    })
    fireEvent.change(within(dialog).getByLabelText("Dernier jour"), {
      target: { value: dayFromNow(9) },
    })
    expect(await axeFindings()).toEqual([])
    await user.click(within(dialog).getByRole("button", { name: /^Demander à Dr.Antoine LEROY/ }))

    expect((await screen.findByText(/La demande est envoyée/)).textContent).toContain("LEROY")
    expect(asked).toContain(`propose ${leroy.id} ${dayFromNow(2)} ${dayFromNow(9)}`)
  })

  it("is left by the back gesture without leaving the settings", async () => {
    const { user } = renderApp({}, SETTINGS)
    await user.click(await screen.findByRole("button", { name: "Prévoir un remplacement" }))
    await screen.findByRole("dialog")
    history.back()

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
    expect(location.pathname).toBe("/settings")
  })

  it("lets one search somebody else of the same profession by name", async () => {
    const { user } = renderApp({ people: [leroy, nadia, camille] }, SETTINGS)
    await user.click(await screen.findByRole("button", { name: "Prévoir un remplacement" }))
    expect(await screen.findByText(/Personne n’est inscrit/)).toBeTruthy()

    await user.type(screen.getByRole("searchbox", { name: /par le nom/ }), "muret")

    expect(await screen.findByRole("radio", { name: /LEROY/ })).toBeTruthy()
    expect(screen.queryByRole("radio", { name: /ROUX|BENALI/ })).toBeNull()
  })

  it.each([
    [new ApiProblem(409, "conflict", { reason: "overlap" }), "déjà prévu à ces dates"],
    [new ApiProblem(400, "invalid-parameter", { field: "startsOn" }), "dans l’année qui vient"],
    [new ApiProblem(410, "gone"), "n’existe plus"],
  ])("says in words why the service refused: %s", async (proposalFails, words) => {
    const { user } = renderApp(
      {
        candidates: { items: [leroy], distances: [] },
        proposalFails,
      },
      SETTINGS,
    )
    await user.click(await screen.findByRole("button", { name: "Prévoir un remplacement" }))
    await user.click(await screen.findByRole("radio", { name: /LEROY/ }))
    for (const label of ["Premier jour", "Dernier jour"])
      fireEvent.change(screen.getByLabelText(label), { target: { value: dayFromNow(2) } })
    await user.click(screen.getByRole("button", { name: /^Demander à/ }))

    expect((await screen.findByRole("alert")).textContent).toContain(words)
  })

  it("shows what is arranged and what is over, and ends what is in force", async () => {
    const { asked, user } = renderApp(
      {
        delegations: [
          delegation({ id: "one", state: "current", startsOn: "2026-12-21", endsOn: "2027-01-03" }),
          delegation({ id: "two", state: "ended", endReason: "declined" }),
        ],
      },
      SETTINGS,
    )
    const section = await screen.findByRole("region", { name: "Mon remplacement" })
    expect(await within(section).findByText(/^Du 21 décembre 2026 au 3 janvier 2027/)).toBeTruthy()
    expect(within(section).getByText("Décliné")).toBeTruthy()

    await user.click(within(section).getByRole("button", { name: "Terminer le remplacement" }))
    expect(asked).not.toContain("end one")
    await user.click(within(section).getByRole("button", { name: "Terminer maintenant" }))

    await waitFor(() => expect(asked).toContain("end one"))
    expect(await axeFindings()).toEqual([])
  })
})

describe("somebody who is asked", () => {
  useBrowser()

  const toMe = delegation({ replaced: party(leroy), locum: party(camille) })

  it("sees it above the conversations and accepts at once", async () => {
    const { asked, user } = renderApp({ delegations: [toMe] })
    await user.click(
      await screen.findByRole("button", { name: /^Accepter de remplacer Dr.Antoine LEROY/ }),
    )

    await waitFor(() => expect(asked).toContain(`accept ${toMe.id}`))
    expect(await screen.findByText(/Vous remplacez Dr.Antoine LEROY aux dates/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it("answers once, however often it is pressed", async () => {
    const { asked, user } = renderApp({ delegations: [toMe] })
    await user.dblClick(await screen.findByRole("button", { name: /^Accepter de remplacer/ }))

    await screen.findByText(/Vous remplacez Dr.Antoine LEROY aux dates/)
    expect(asked.filter((act) => act.startsWith("accept"))).toHaveLength(1)
  })

  it("declines with one press", async () => {
    const { asked, user } = renderApp({ delegations: [toMe] })
    await user.click(await screen.findByRole("button", { name: /^Décliner le remplacement/ }))

    await waitFor(() => expect(asked).toContain(`end ${toMe.id}`))
  })

  it("is asked nothing by one's own proposals or by those that are over", async () => {
    renderApp({
      delegations: [delegation(), delegation({ ...toMe, state: "ended", endReason: "over" })],
    })
    await screen.findByRole("searchbox")

    expect(screen.queryByText(/vous demande un remplacement/)).toBeNull()
  })
})

describe("who is no professional of the register", () => {
  useBrowser()
  const invited = { ...leroy, professionCode: "INVITE", source: "structure" } as const

  it("is marked among one's replacements", async () => {
    renderApp({ delegations: [delegation({ state: "upcoming", locum: party(invited) })] }, SETTINGS)

    const item = (await screen.findByText(/^Remplacement par .*LEROY/)).closest("li")
    expect(item?.textContent).toContain("Personne invitée, hors RPPS")
  })

  it("is marked where they ask to be replaced", async () => {
    const asked = delegation({ replaced: party(invited), locum: party(camille) })
    renderApp({ delegations: [asked] })

    const notice = (await screen.findByText(/LEROY vous demande/)).closest(".notice")
    expect(notice?.textContent).toContain("Personne invitée, hors RPPS")
  })
})

describe("the card of somebody who is away", () => {
  useBrowser()

  const replacedBy = (person: Practitioner, ...duties: readonly ReplacementDuty[]) => ({
    ...person,
    replacement: { replacedBy: duties },
  })

  it("names the locum and leads to their card", async () => {
    const away = replacedBy(paul, duty(leroy))
    const { user } = renderApp(
      { people: [away, ...everybody.filter(({ id }) => id !== paul.id)] },
      { page: "card", id: paul.id },
    )
    expect(await screen.findByText(/LEROY assure le remplacement du/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])

    await user.click(screen.getByRole("link", { name: /^Écrire à Dr.Antoine LEROY/ }))

    await waitFor(() => expect(location.pathname).toBe(`/directory/${leroy.id}`))
  })

  it("announces one to come without a way to write yet, and hides one that is over", async () => {
    const people = [replacedBy(paul, duty(leroy, 5, 9), duty(nadia, -9, -3))]
    renderApp({ people }, { page: "card", id: paul.id })

    expect(await screen.findByText(/LEROY assurera le remplacement/)).toBeTruthy()
    expect(screen.queryByRole("link", { name: /^Écrire à Dr/ })).toBeNull()
    expect(screen.queryByText(/BENALI assure/)).toBeNull()
  })

  it("marks a locum who is no professional of the register, as a doctor of none", async () => {
    const student = { ...leroy, category: "student" } as const
    renderApp({ people: [replacedBy(paul, duty(student))] }, { page: "card", id: paul.id })

    const notice = (await screen.findByText(/LEROY assure le remplacement/)).closest(".notice")
    expect(notice?.textContent).toContain("Études en cours")
    expect(notice?.textContent).not.toMatch(/Dr.Antoine/)
  })

  it("says on the locum's card for whom they stand in", async () => {
    const locum = { ...leroy, replacement: { replaces: [duty(paul)] } }
    renderApp({ people: [locum] }, { page: "card", id: leroy.id })

    expect(await screen.findByText(/^Remplace Paul MARTIN du/)).toBeTruthy()
  })
})
