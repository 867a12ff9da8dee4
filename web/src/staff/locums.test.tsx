// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import { ApiProblem, CoreError, type Practitioner, type PractitionerQuery } from "../core"
import { dayFromNow, delegation, party } from "../messenger/stories/delegations"
import type { Fixture } from "../messenger/stories/fixtureSession"
import { claire, leroy, nadia, paul } from "../messenger/stories/people"
import { axeFindings, renderApp, useBrowser } from "../messenger/stories/renderApp"
import { careHome } from "../messenger/stories/staff"

const here = (person: Practitioner): Practitioner => ({
  ...person,
  situations: [{ structureId: careHome.id, structureName: "EHPAD Les Tilleuls" }],
})
const structures = [{ id: careHome.id, name: "EHPAD Les Tilleuls", people: 3 }]
const people = [
  here(nadia),
  here(paul),
  here(claire),
  { ...here(leroy), category: "student" as const },
]

const open = (fixture: Fixture = {}) =>
  renderApp(
    { staff: { administered: [careHome] }, structures, people, ...fixture },
    { page: "staff" },
  )

const at = ({ structure }: PractitionerQuery) => ` at ${structure}`

type User = ReturnType<typeof renderApp>["user"]

const section = () => screen.findByRole("region", { name: "Remplacements" })

/** Who is to be replaced is asked for first. */
async function replace(user: User, name: RegExp) {
  await user.click(within(await section()).getByRole("button", { name: "Prévoir un remplacement" }))
  await user.click(await screen.findByRole("button", { name }))
  return screen.findByRole("dialog", { name: /^Qui remplace/ })
}

async function ask(user: User) {
  const dialog = await replace(user, /BENALI/)
  await user.click(await within(dialog).findByRole("radio", { name: /MARTIN/ }))
  for (const label of ["Premier jour", "Dernier jour"])
    fireEvent.change(within(dialog).getByLabelText(label), { target: { value: dayFromNow(2) } })
  await user.click(within(dialog).getByRole("button", { name: /^Demander à/ }))
}

describe("a locum for somebody of the structure", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  const candidates = { items: [paul], distances: [{ id: paul.id, km: 7, approximate: false }] }

  it("is asked for by its administrator, with locums of the register around that person", async () => {
    const { asked, user } = open({ candidates })
    await ask(user)

    const day = dayFromNow(2)
    expect((await screen.findByText(/La demande est envoyée à/)).textContent).toMatch(
      /MARTIN, pour remplacer .*BENALI/,
    )
    expect(asked).toContain(`candidates for ${nadia.id} of ${careHome.id}`)
    expect(asked).toContain(`propose ${paul.id} ${day} ${day} for ${nadia.id} of ${careHome.id}`)
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("lists who practises there, page by page, without those in training", async () => {
    const { user } = open()
    await user.click(
      within(await section()).getByRole("button", { name: "Prévoir un remplacement" }),
    )
    const dialog = await screen.findByRole("dialog", { name: /^Qui est à remplacer/ })
    const list = await within(dialog).findByRole("list", { name: "Personnes qui exercent ici" })
    expect(within(list).getAllByRole("button")).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
    await user.click(within(dialog).getByRole("button", { name: /plus/ }))

    expect(await within(list).findByRole("button", { name: /VASSEUR/ })).toBeTruthy()
    expect(within(list).queryByRole("button", { name: /LEROY/ })).toBeNull()
  })

  it("finds by name only who practises there", async () => {
    const { user } = open({ people: [here(nadia), paul] })
    await user.click(
      within(await section()).getByRole("button", { name: "Prévoir un remplacement" }),
    )
    const search = await screen.findByRole("searchbox", { name: "Chercher par le nom" })
    await user.type(search, "martin")
    expect(await screen.findByText("Personne de ce nom n’exerce ici.")).toBeTruthy()
    await user.clear(search)
    await user.type(search, "benali")

    expect(await screen.findByRole("button", { name: /BENALI/ })).toBeTruthy()
  })

  it("tells two of one name by their numbers", async () => {
    const other = { ...here(nadia), id: claire.id, nationalId: "899700219001" }
    const { asked, user } = open({ people: [here(nadia), other, here(paul)], spell: at })
    await user.click(
      within(await section()).getByRole("button", { name: "Prévoir un remplacement" }),
    )
    await user.type(await screen.findByRole("searchbox", { name: "Chercher par le nom" }), "benali")

    expect(
      await screen.findByRole("button", { name: /BENALI.*Numéro RPPS 99700219001/ }),
    ).toBeTruthy()
    expect(asked).toContain(`search benali at ${careHome.id}`)
  })

  it("speaks of that person where nobody is near, and is read by a screen reader", async () => {
    const { user } = open()
    const dialog = await replace(user, /BENALI/)

    expect(within(dialog).getByRole("group", { name: /près de son lieu d’exercice/ })).toBeTruthy()
    expect(await within(dialog).findByText(/Personne n’est inscrit/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it.each([
    [new ApiProblem(403, "forbidden"), "n’exerce plus dans votre structure"],
    [new ApiProblem(409, "conflict", { reason: "stands-in" }), "remplace déjà quelqu’un"],
    [new ApiProblem(409, "conflict", { reason: "overlap" }), "déjà prévu à ces dates"],
    [new ApiProblem(400, "invalid-parameter", { field: "replacedId" }), "en formation"],
    [new ApiProblem(400, "invalid-parameter", { field: "locumId" }), "ne peut pas assurer"],
    [new CoreError("offline"), "réseau"],
  ])("says in words why it was not taken: %s", async (proposalFails, words) => {
    const { user } = open({ candidates, proposalFails })
    await ask(user)

    expect((await screen.findByRole("alert")).textContent).toContain(words)
  })

  it("shows what was asked and agreed for this structure alone, and ends it", async () => {
    const of = { replaced: party(nadia), locum: party(paul), structureId: careHome.id }
    const { asked, user } = open({
      delegations: [
        delegation({ ...of, id: "one", state: "current" }),
        delegation({ ...of, id: "two", state: "ended", endReason: "declined" }),
        delegation({ id: "mine" }),
        delegation({ ...of, id: "other", structureId: "F440900033" }),
      ],
    })
    const region = await section()
    expect(await within(region).findByText("En cours")).toBeTruthy()
    expect(within(region).getAllByRole("listitem")).toHaveLength(2)
    expect(within(region).getAllByText(/MARTIN remplace .*BENALI/)).toHaveLength(2)
    expect(within(region).getByText("Décliné")).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await user.click(within(region).getByRole("button", { name: "Terminer le remplacement" }))
    await user.click(within(region).getByRole("button", { name: "Terminer maintenant" }))

    await waitFor(() => expect(asked).toContain("end one"))
    expect(await screen.findByText("C’est noté. Les deux fiches sont à jour.")).toBeTruthy()
  })

  it("withdraws a request that was not answered", async () => {
    const of = { replaced: party(nadia), locum: party(paul), structureId: careHome.id }
    const { asked, user } = open({ delegations: [delegation({ ...of, id: "one" })] })
    await user.click(
      await within(await section()).findByRole("button", { name: "Retirer la demande" }),
    )

    await waitFor(() => expect(asked).toContain("end one"))
  })

  it("is not offered where the structure has no FINESS number", async () => {
    open({ staff: { administered: [{ ...careHome, id: "S20000000000001" }] } })

    expect(await screen.findByRole("button", { name: "Inviter une personne" })).toBeTruthy()
    expect(screen.queryByRole("region", { name: "Remplacements" })).toBeNull()
  })

  it("says that nobody practises there where the directory knows of nobody", async () => {
    const { user } = open({ structures: [] })
    await user.click(
      within(await section()).getByRole("button", { name: "Prévoir un remplacement" }),
    )

    expect(await screen.findByText("Personne n’exerce ici d’après l’annuaire.")).toBeTruthy()
  })
})
