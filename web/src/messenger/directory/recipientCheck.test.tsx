// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { changesOf, CoreError, type Practitioner } from "../../core"
import { summary } from "../stories/conversations"
import { lucie, nadia, nadiaMuret, paul, person, place } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { areColleagues, cautionsOf } from "./cautions"

const NOBODY = { items: [], loaded: true } as const
const QUESTION = { name: /est-ce la bonne personne/ }

/** What waits until it is let go on. */
function gate() {
  let open: (() => void) | undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open?.() }
}

describe("before a first message", () => {
  useBrowser()

  it("one looks at the card once more, and at what speaks for looking twice", async () => {
    const { asked, user } = renderApp(
      {
        list: NOBODY,
        card: { careProfession: false, homonyms: { total: 3, sameDepartment: 2, sameTown: 1 } },
      },
      { page: "card", id: nadia.id },
    )
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia/ }))

    const dialog = await screen.findByRole("dialog", QUESTION)
    expect(within(dialog).getByText("Nadia BENALI")).toBeTruthy()
    expect(within(dialog).getByText(/31200 TOULOUSE/)).toBeTruthy()
    expect(within(dialog).getByText("1 homonyme exerce dans la même ville.")).toBeTruthy()
    expect(within(dialog).getByText(/n’est pas une profession de santé : Infirmière/)).toBeTruthy()
    expect(asked).not.toContain(`openDirect ${nadia.id}`)
    expect(await axeFindings()).toEqual([])

    await user.click(within(dialog).getByRole("button", { name: /^Oui, écrire/ }))

    await waitFor(() => expect(asked).toContain(`openDirect ${nadia.id}`))
  })

  it("nothing is written when it is not the right person", async () => {
    const { asked, user } = renderApp({ list: NOBODY }, { page: "card", id: nadia.id })
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia/ }))
    const dialog = await screen.findByRole("dialog", QUESTION)

    await user.click(within(dialog).getByRole("button", { name: /pas la bonne personne/ }))

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
    expect(asked.some((act) => act.startsWith("openDirect"))).toBe(false)
  })

  it("nobody is asked about colleagues of the same structure", async () => {
    const at = { ...place("MSP des Lilas", "31200", "Toulouse"), structureId: "R1" }
    const colleague = person({ familyName: "Morel", situations: [at] })
    const reader = person({ familyName: "Roux", situations: [at] })
    const me = { accountId: "a", roles: ["practitioner"], practitioner: reader } as never
    const state = { kind: "ready", me, device: "d" } as never
    const { asked, user } = renderApp(
      { list: NOBODY, state, people: [colleague, reader] },
      { page: "card", id: colleague.id },
    )
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia MOREL/ }))

    await waitFor(() => expect(asked).toContain(`openDirect ${colleague.id}`))
  })

  it("a homonym is told of even among colleagues, or members of one group", async () => {
    const at = { ...place("MSP des Lilas", "31200", "Toulouse"), structureId: "R1" }
    const colleague = person({ familyName: "Morel", situations: [at] })
    const reader = person({ familyName: "Roux", situations: [at] })
    const me = { accountId: "a", roles: ["practitioner"], practitioner: reader } as never
    const state = { kind: "ready", me, device: "d" } as never
    const { asked, user } = renderApp(
      {
        state,
        people: [colleague, reader],
        list: { items: [summary(2, [colleague, lucie])], loaded: true },
        card: { homonyms: { total: 2, sameDepartment: 1, sameTown: 1 } },
      },
      { page: "card", id: colleague.id },
    )
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia MOREL/ }))

    expect(await screen.findByRole("dialog", QUESTION)).toBeTruthy()
    expect(asked.some((act) => act.startsWith("openDirect"))).toBe(false)
  })

  it("a group shows all strangers at once", async () => {
    const { asked, user } = renderApp({ list: NOBODY }, { page: "directory" })
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Nadia BENALI/ }))
    await user.click(screen.getByRole("checkbox", { name: /Paul MARTIN/ }))
    await user.click(screen.getByRole("button", { name: "Écrire à 2 personnes" }))

    const dialog = await screen.findByRole("dialog", QUESTION)
    expect(within(dialog).getAllByRole("listitem")).toHaveLength(2)
    await user.click(within(dialog).getByRole("button", { name: /^Oui, écrire à ces 2/ }))

    await waitFor(() => expect(asked).toContain("createGroup 2"))
  })

  it("a group says how many are written to, not how many are doubtful", async () => {
    const written = { ...summary(2, [paul]), kind: "direct" } as const
    const { asked, user } = renderApp(
      { list: { items: [written], loaded: true } },
      { page: "directory" },
    )
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Nadia BENALI/ }))
    await user.click(screen.getByRole("checkbox", { name: /Paul MARTIN/ }))
    await user.click(screen.getByRole("button", { name: "Écrire à 2 personnes" }))

    const dialog = await screen.findByRole("dialog", QUESTION)
    expect(within(dialog).getAllByRole("listitem")).toHaveLength(1)
    await user.click(within(dialog).getByRole("button", { name: "Oui, écrire aux 2 personnes" }))

    await waitFor(() => expect(asked).toContain("createGroup 2"))
  })

  it("nobody is written to who was taken off while the cards were read", async () => {
    const { opened, open } = gate()
    const { asked, user } = renderApp(
      { list: NOBODY, beforeCard: () => opened },
      { page: "directory" },
    )
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Nadia BENALI/ }))
    await user.click(screen.getByRole("checkbox", { name: /Paul MARTIN/ }))
    await user.click(screen.getByRole("button", { name: "Écrire à 2 personnes" }))
    await user.click(screen.getByRole("button", { name: /^Retirer Paul MARTIN/ }))

    open()

    const write = await screen.findByRole("button", { name: /^Écrire à Nadia BENALI/ })
    await waitFor(() => expect(write.getAttribute("aria-busy")).toBeNull())
    expect(screen.queryByRole("dialog", QUESTION)).toBeNull()
    expect(asked.filter((act) => /^(createGroup|openDirect)/.test(act))).toEqual([])
  })

  it("whoever says it is the wrong person stays where they are, however late the answer", async () => {
    const { opened, open } = gate()
    const { asked, user } = renderApp(
      { list: NOBODY, beforeDirect: () => opened },
      { page: "card", id: nadia.id },
    )
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia/ }))
    const dialog = await screen.findByRole("dialog", QUESTION)
    await user.click(within(dialog).getByRole("button", { name: /^Oui, écrire/ }))
    await waitFor(() => expect(asked).toContain(`openDirect ${nadia.id}`))
    await user.click(within(dialog).getByRole("button", { name: /pas la bonne personne/ }))

    open()
    await opened

    const write = await screen.findByRole("button", { name: /^Écrire à Nadia/ })
    expect(write.getAttribute("aria-busy")).toBeNull()
    expect(location.pathname).toBe(`/directory/${nadia.id}`)
  })

  it("whoever goes back from the question stays there, however late the answer", async () => {
    const { opened, open } = gate()
    const { asked, user } = renderApp(
      { list: NOBODY, beforeDirect: () => opened },
      { page: "card", id: nadia.id },
    )
    await user.click(await screen.findByRole("button", { name: /^Écrire à Nadia/ }))
    const dialog = await screen.findByRole("dialog", QUESTION)
    await user.click(within(dialog).getByRole("button", { name: /^Oui, écrire/ }))
    await waitFor(() => expect(asked).toContain(`openDirect ${nadia.id}`))
    act(() => history.back())
    await waitFor(() => expect(screen.queryByRole("dialog", QUESTION)).toBeNull())

    open()

    const write = await screen.findByRole("button", { name: /^Écrire à Nadia/ })
    await waitFor(() => expect(write.getAttribute("aria-busy")).toBeNull())
    expect(location.pathname).toBe(`/directory/${nadia.id}`)
  })

  it("a group is made once, however often one taps", async () => {
    const { asked, user } = renderApp({ list: NOBODY }, { page: "directory" })
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "toulouse")
    await user.click(await screen.findByRole("checkbox", { name: /Nadia BENALI/ }))
    await user.click(screen.getByRole("checkbox", { name: /Paul MARTIN/ }))
    await user.click(screen.getByRole("button", { name: "Écrire à 2 personnes" }))
    const dialog = await screen.findByRole("dialog", QUESTION)
    const confirm = within(dialog).getByRole("button", { name: /^Oui, écrire/ })

    fireEvent.click(confirm)
    fireEvent.click(confirm)

    await waitFor(() => expect(asked).toContain("createGroup 2"))
    expect(asked.filter((act) => act.startsWith("createGroup"))).toHaveLength(1)
  })

  it("a group with somebody who left since is refused", async () => {
    const { user } = renderApp(
      { list: NOBODY, card: { person: { ...paul, registerStatus: "departed" } } },
      { page: "directory" },
    )
    await user.click(await screen.findByRole("button", { name: "Écrire à plusieurs personnes" }))
    await user.type(screen.getByRole("searchbox"), "martin")
    await user.click(await screen.findByRole("checkbox", { name: /Paul MARTIN/ }))
    await user.click(screen.getByRole("button", { name: /^Écrire à Paul/ }))

    const dialog = await screen.findByRole("dialog", QUESTION)
    expect(within(dialog).getByText(/ne peut plus recevoir de message/)).toBeTruthy()
    expect(within(dialog).queryByRole("button", { name: /^Oui/ })).toBeNull()
  })
})

describe("a kept card", () => {
  useBrowser()

  it("says of when it is, and what changed until that was seen", async () => {
    const { asked, user } = renderApp(
      { card: { kept: true, former: { ...nadia, situations: nadiaMuret.situations } } },
      { page: "card", id: nadia.id },
    )
    expect(await screen.findByText(/Hors connexion. Vérifiée auprès de l’annuaire/)).toBeTruthy()
    expect(screen.getByText(/Nouveau lieu d’exercice. Avant : SSIAD de Muret/)).toBeTruthy()

    await user.click(screen.getByRole("button", { name: "J’ai vu" }))

    await waitFor(() => expect(screen.queryByText("Cette fiche a changé")).toBeNull())
    expect(asked).toContain(`acknowledge ${nadia.id}`)
  })

  it("says when what was seen could not be kept, and goes on warning", async () => {
    const { user } = renderApp(
      {
        card: { former: { ...nadia, situations: nadiaMuret.situations } },
        acknowledgeFails: new CoreError("storage"),
      },
      { page: "card", id: nadia.id },
    )
    await user.click(await screen.findByRole("button", { name: "J’ai vu" }))

    expect((await screen.findByRole("alert")).textContent).toContain("Réessayez")
    expect(screen.getByText("Cette fiche a changé")).toBeTruthy()
  })
})

describe("what speaks for looking twice", () => {
  const card = { person: nadia, issuedAt: "", careProfession: true, kept: false }
  const soon = new Date("2026-11-22T08:00:00Z")

  it("is nothing for a person of fresh data without homonyms", () => {
    expect(cautionsOf(card, soon)).toEqual([])
    const far = { total: 4, sameDepartment: 0, sameTown: 0 }
    expect(cautionsOf({ ...card, homonyms: far }, soon)).toEqual([])
  })

  it("is a homonym of the department, an old register, another trade", () => {
    const homonyms = { total: 4, sameDepartment: 2, sameTown: 0 }
    const late = new Date("2026-12-01T08:00:00Z")
    const secretary = { ...card, person: lucie, careProfession: false, homonyms }
    expect(cautionsOf(secretary, late).map(({ kind }) => kind)).toEqual([
      "homonym-department",
      "not-care",
      "stale",
    ])
  })

  it("is not asked of colleagues, and a missing structure makes nobody one", () => {
    expect(areColleagues(nadia, paul)).toBe(false)
    expect(areColleagues(undefined, paul)).toBe(false)
  })

  it("tells changes of place, profession, name and register apart", () => {
    expect(changesOf(nadia, nadia)).toEqual([])
    expect(changesOf(nadia, { ...nadia, registerDate: "2027-01-01", reachable: false })).toEqual([])
    expect(
      changesOf(nadia, {
        ...paul,
        nationalId: nadia.nationalId,
        givenName: "Nadia",
        familyName: "Autre",
        registerStatus: "departed",
      }),
    ).toEqual(["departed", "profession", "place", "name"])
    expect(changesOf({ ...nadia, registerStatus: "departed" }, nadia)).toEqual(["returned"])
  })

  it("tells a change of anything that the digest of a card covers", () => {
    const former = { ...nadia, skills: [], qualifications: [] }
    const [at] = nadia.situations
    const changed: readonly (readonly [Partial<Practitioner>, string])[] = [
      [{ civility: "PR" }, "name"],
      [{ nationalId: "899700000099" }, "number"],
      [{ source: "structure" }, "source"],
      [{ profession: "Infirmier" }, "profession"],
      [{ savoirFaire: "Allergologie" }, "profession"],
      [{ category: "student" }, "profession"],
      [{ situations: [{ ...at, sector: "Cabinet de groupe" }] }, "activity"],
      [{ situations: [{ ...at, profession: "Ostéopathe" }] }, "activity"],
      [{ situations: [{ ...at, category: "student" }] }, "activity"],
      [{ skills: [{ code: "SM57", label: "Allergologie" }] }, "skills"],
      [{ qualifications: [{ kind: "diploma", label: "DU Douleur" }] }, "qualifications"],
    ]
    for (const [part, change] of changed)
      expect(changesOf(former, { ...former, ...part }), change).toEqual([change])
  })

  it("tells nothing new of a student whose places now say it as well", () => {
    const former = { ...nadia, category: "student" } as const
    const [at] = nadia.situations
    expect(changesOf(former, { ...former, situations: [{ ...at, category: "student" }] })).toEqual(
      [],
    )
  })

  it("does not mind the order in which the register lists things", () => {
    const one = { code: "SM57", label: "Allergologie" }
    const other = { code: "SM59", label: "Urgences" }
    const situations = [...nadia.situations, { town: "Albi" }]
    const former = { ...nadia, situations, skills: [one, other] }
    expect(
      changesOf(former, {
        ...former,
        situations: situations.toReversed(),
        skills: [other, one],
      }),
    ).toEqual([])
  })
})
