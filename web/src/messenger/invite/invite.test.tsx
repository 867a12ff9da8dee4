// @vitest-environment jsdom
import { screen, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { camille } from "../stories/people"
import { axeFindings, renderApp, useBrowser } from "../stories/renderApp"
import { qrModules, qrPath, qrSvg } from "./qrCode"

const ADDRESS = `http://localhost:3000/directory/${camille.id}`

describe("the text that asks colleagues to come to Liaison", () => {
  useBrowser()

  it("leads to my card in both languages and holds no phone number", async () => {
    const { user } = renderApp({}, { page: "settings" })
    const kit = await screen.findByRole("region", { name: /^Quitter WhatsApp/ })
    await user.click(within(kit).getByRole("button", { name: "Copier le texte" }))

    const french = await navigator.clipboard.readText()
    expect(french).toContain(ADDRESS)
    expect(french).toContain("Pro Santé Connect")
    expect(french.replace(ADDRESS, "")).not.toMatch(/\d{2}/)
    expect(within(kit).getByRole("button", { name: "Texte copié" })).toBeTruthy()
    await user.selectOptions(within(kit).getByRole("combobox"), "en")
    expect(within(kit).getByRole("button", { name: "Copier le texte" })).toBeTruthy()
    expect(kit.textContent).toContain(`My card: ${ADDRESS}`)
    expect(await axeFindings()).toEqual([])
  })

  it("can be selected by hand where the browser refuses to copy", async () => {
    const { user } = renderApp({}, { page: "settings" })
    const copy = await screen.findByRole("button", { name: "Copier le texte" })
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new Error("refused"))
    await user.click(copy)

    expect((await screen.findByRole("alert")).textContent).toContain("à la main")
  })
})

describe("the code", () => {
  it("has the three corners by which cameras find it, with white around", () => {
    const modules = qrModules(ADDRESS)
    const last = modules.length - 7
    const ring = "1111111 1000001 1011101 1011101 1011101 1000001 1111111"
    for (const [top, left] of [
      [0, 0],
      [0, last],
      [last, 0],
    ] as const) {
      const corner = modules.slice(top, top + 7).map((row) => row.slice(left, left + 7))
      expect(corner.map((row) => row.map(Number).join("")).join(" ")).toBe(ring)
    }
    const { path, side } = qrPath(modules)
    expect(side).toBe(modules.length + 8)
    expect(path.startsWith("M4 4h1v1h-1z")).toBe(true)
  })

  it("is a file of squares only, another one for another card", async () => {
    const svg = await qrSvg(ADDRESS).text()

    expect(svg).toMatch(/^<svg [^<]+<path [^<]+<path [^<]+<\/svg>$/)
    expect(svg).not.toContain(camille.id)
    expect(await qrSvg(`${ADDRESS}0`).text()).not.toBe(svg)
  })
})
