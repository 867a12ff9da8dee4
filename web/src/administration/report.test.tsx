// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import type { ImportReport } from "../core"
import { administrator, archiveImport, imports } from "../messenger/stories/administration"
import { axeFindings, renderApp, useBrowser } from "../messenger/stories/renderApp"

/** The page with the newest report open. */
async function open(report: ImportReport) {
  const rendered = renderApp(
    { state: administrator, administration: { imports: [report, ...imports.slice(1)] } },
    { page: "administration-register" },
  )
  const [newest] = await screen.findAllByRole("button", { name: /Ouvrir le rapport/ })
  if (newest === undefined) throw new Error("no report")
  await rendered.user.click(newest)
  return { ...rendered, region: screen.getByRole("region", { name: /^Rapport du/ }) }
}

const countOf = (region: HTMLElement, label: string) =>
  within(region).queryByText(label, { selector: "dt" })?.nextSibling?.textContent

const rowsOf = (region: HTMLElement, name: string) =>
  within(within(region).getByRole("table", { name }))
    .getAllByRole("row")
    .map((row) => row.textContent)

describe("the report of an import", () => {
  useBrowser()
  beforeEach(() => sessionStorage.clear())

  it("counts who was kept because the top-up knows newer, and files that were not read", async () => {
    const { region } = await open(archiveImport)

    expect(countOf(region, "Gardées, plus récentes que le fichier")).toBe("37")
    expect(countOf(region, "Fichiers de l’archive non lus")).toBe("2")
    expect(countOf(region, "Lignes écartées ou signalées")).toBe("18")
  })

  it("says nothing of what a plain file does not have", async () => {
    const [plain] = imports
    if (plain === undefined) throw new Error("no import")
    const { region } = await open(plain)

    expect(countOf(region, "Personnes")).toBeDefined()
    expect(countOf(region, "Gardées, plus récentes que le fichier")).toBeUndefined()
    expect(within(region).queryByRole("table", { name: "Fichiers de l’archive" })).toBeNull()
    expect(within(region).queryByText("Passages d’ADELI au RPPS")).toBeNull()
  })

  it("tells who came and went by the top-up until the next file, in the chart and its table", async () => {
    const [plain] = imports
    if (plain === undefined) throw new Error("no import")
    const toppedUp = { arrivals: 7, departures: 61, returns: 0 }
    const { region, user } = await open({ ...plain, toppedUp })

    expect(countOf(region, "Parties, par la mise à jour continue")).toBe("61")
    expect(screen.getByText(/^En contour : par la mise à jour continue/)).toBeTruthy()
    const chart = screen.getByRole("heading", { name: /Qui arrive et qui part/ }).parentElement
    if (chart === null) throw new Error("no chart")
    const columns = [...chart.querySelectorAll(".admin__column")].map((one) => one.textContent)
    expect(columns.at(-1)).toContain(String(plain.departures + 61))
    await user.click(within(chart).getByText("Voir le tableau"))
    const rows = [...chart.querySelectorAll("tr")].map((row) => row.textContent)
    expect(rows[0]).toContain("Parties, par la mise à jour continue")
    expect(rows.at(-1)).toMatch(new RegExp(`${plain.departures}761$`))
    expect(await axeFindings()).toEqual([])
  })

  it("outlines nothing in the chart, and says so of nothing, where a top-up brought people back only", async () => {
    const [plain] = imports
    if (plain === undefined) throw new Error("no import")
    const back = { ...plain, toppedUp: { arrivals: 0, departures: 0, returns: 5 } }
    const none = { arrivals: 0, departures: 0, returns: 0 }
    const others = imports.slice(1).map((other) => ({ ...other, toppedUp: none }))
    renderApp(
      { state: administrator, administration: { imports: [back, ...others] } },
      { page: "administration-register" },
    )

    expect(await screen.findByRole("heading", { name: /Qui arrive et qui part/ })).toBeTruthy()
    expect(screen.queryByText(/^En contour/)).toBeNull()
  })

  it("says of each file of an archive what it came to", async () => {
    const { region } = await open(archiveImport)
    const rows = rowsOf(region, "Fichiers de l’archive")

    expect(rows).toHaveLength(4)
    expect(rows[1]).toMatch(/^Répertoire.*-----?14$/)
    expect(rows[2]).toBe(
      ["Savoir-faire", "318 004", "201 377", "41", "12", "3", "1 882", "3"]
        .join("")
        .replaceAll(" ", "\u00a0"),
    )
  })

  it("speaks of people concerned where only skills were in the file", async () => {
    const { region } = await open({ ...archiveImport, kind: "skills", people: 201_377 })

    expect(countOf(region, "Personnes concernées")).toBe("201\u00a0377")
    expect(countOf(region, "Parties")).toBeUndefined()
  })

  it("tells who moved from ADELI to RPPS and lists doubtful cases with line and reason", async () => {
    const { region, user } = await open(archiveImport)

    expect(countOf(region, "Passées au nouveau numéro")).toBe("128")
    expect(countOf(region, "Cas douteux")).toBe("231")
    const list = "Cas douteux, par personne et ligne"
    expect(rowsOf(region, list)).toHaveLength(21)
    expect(rowsOf(region, list)[1]).toContain("88\u00a0412 / 1\u00a0204\u00a0557")
    expect(rowsOf(region, list)[1]).toContain("Plusieurs personnes du RPPS conviennent")
    expect(within(region).getByText("Les 20 premiers cas sont listés sur 231.")).toBeTruthy()

    await user.click(within(region).getByRole("button", { name: "Afficher la suite" }))
    expect(rowsOf(region, list)).toHaveLength(26)
    expect(within(region).queryByRole("button", { name: "Afficher la suite" })).toBeNull()
  })

  it("opens the person of a doubtful case, and closes them again", async () => {
    const { region, user } = await open(archiveImport)
    await user.click(within(region).getByRole("button", { name: "Ouvrir la situation du cas 2" }))

    const dialog = await screen.findByRole("dialog", { name: "Nadia BENALI" })
    await user.click(within(dialog).getByRole("button", { name: "Fermer" }))
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
  })

  it("names the file of each defect, and says when not all lines are kept", async () => {
    const { region, user } = await open(archiveImport)
    await user.click(within(region).getByRole("button", { name: "Voir les lignes" }))
    const list = "Défauts, par numéro de ligne"
    await waitFor(() => expect(rowsOf(region, list)).toHaveLength(2))
    for (const more of within(region).getAllByRole("button", { name: "Afficher la suite" }))
      await user.click(more)

    await waitFor(() => expect(rowsOf(region, list)).toHaveLength(3))
    expect(rowsOf(region, list)[1]).toBe("12Identifiant mal forméRépertoire")
    expect(rowsOf(region, list)[2]).toBe("77Savoir-faire absentSavoir-faire")
    expect(within(region).getByText(/2 lignes gardées en détail sur 18/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})
