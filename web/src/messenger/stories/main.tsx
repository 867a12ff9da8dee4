import "@fontsource-variable/atkinson-hyperlegible-next"
import "../styles/tokens.css"
import "../styles/base.css"
import "./stories.css"
import { createRoot } from "react-dom/client"
import { InvitationApp } from "../../invitation/InvitationApp"
import { App } from "../app/App"
import { navigate } from "../app/routes"
import { setPreferences, TEXT_SIZES, type Theme } from "../settings/preferences"
import { stories, type Story } from "./catalogue"
import { fixtureSession } from "./fixtureSession"
import { joining, TOKEN } from "./joining"
import { chosenPlace, me } from "./people"

/**
 * Development only, not part of any build: every screen with fixtures.
 * `?story=list&theme=dark&language=en&size=200`; without a story, the list of them.
 */
const root = document.getElementById("root")
if (root === null) throw new Error("no root")
const query = new URLSearchParams(location.search)
const name = query.get("story") ?? ""
const story = stories[name]

if (story === undefined) {
  createRoot(root).render(
    <ul className="stories">
      {Object.keys(stories).map((key) => (
        <li key={key}>
          <a href={`?story=${key}`}>{key}</a>
        </li>
      ))}
    </ul>,
  )
} else {
  localStorage.clear()
  setPreferences({
    language: query.get("language") === "en" ? "en" : "fr",
    theme: (query.get("theme") ?? "system") as Theme,
    textSize: TEXT_SIZES.find((size) => String(size) === query.get("size")) ?? 100,
    exercise: story.unchosen === true ? {} : { [me.accountId]: chosenPlace },
  })
  navigate(story.route ?? { page: "messages" }, { replace: true })
  createRoot(root).render(
    story.joining === undefined ? (
      <App session={fixtureSession(story).session} />
    ) : (
      <InvitationApp joining={{ ...joining(), ...story.joining }} token={TOKEN} />
    ),
  )
  void play(story)
}

/** Types and presses what the story asks for, one step at a time. */
async function play({ type, paste, press = [] }: Story): Promise<void> {
  await pause(100)
  await pasteText(paste)
  for (const label of press.filter((step) => step !== "#check")) {
    await typeText(undefined)
    for (let tries = 0; find(label) === undefined && tries < 20; tries += 1) await pause(100)
    find(label)?.click()
    await pause(150)
  }
  await typeText(type)
  if (press.includes("#check")) {
    await pause(400)
    for (const box of [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")]
      .filter((candidate) => !candidate.disabled)
      .slice(0, 3)) {
      box.click()
    }
  }
}

function find(label: string): HTMLElement | undefined {
  if (label === "#entry") return document.querySelector<HTMLElement>(".entries__open") ?? undefined
  const pressable = ".shell__page button, button, a"
  const candidates = [...document.querySelectorAll<HTMLElement>(pressable)]
  return candidates
    .sort((one, other) => Number(inPage(other)) - Number(inPage(one)))
    .find(
      (candidate) =>
        candidate.textContent.includes(label) || candidate.getAttribute("aria-label") === label,
    )
}

function inPage(element: HTMLElement): boolean {
  return element.closest(".shell__page") !== null
}

async function pasteText(text: string | undefined): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>("textarea")
  if (field === null || text === undefined) return
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, text)
  field.dispatchEvent(new Event("input", { bubbles: true }))
  await pause(300)
}

async function typeText(text: string | undefined): Promise<void> {
  const field = document.querySelector<HTMLInputElement>("input[type=search]")
  if (field === null || text === undefined) return
  // React listens to the native setter only.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text)
  field.dispatchEvent(new Event("input", { bubbles: true }))
  await pause(300)
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
