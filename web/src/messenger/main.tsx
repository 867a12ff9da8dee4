import "@fontsource-variable/atkinson-hyperlegible-next"
import "./styles/tokens.css"
import "./styles/base.css"
import { createRoot } from "react-dom/client"
import { createJoining, createSession } from "../core"
import { NotLoaded } from "../invitation/NotLoaded"
import { INVITATION_PATH, putTokenBack, takeToken } from "../invitation/takeToken"
import { App } from "./app/App"

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no root element")

if (location.pathname === INVITATION_PATH) void openInvitation(root, takeToken())
else openMessenger(root)

function openMessenger(at: HTMLElement): void {
  const session = createSession()
  createRoot(at).render(<App session={session} />)
  void session.start()
}

/** Whoever opens the link of an invitation has no account yet: no session is started. */
async function openInvitation(at: HTMLElement, token: string): Promise<void> {
  // Another link pasted into this tab changes no more than the fragment.
  addEventListener("hashchange", () => location.reload())
  try {
    const { InvitationApp } = await import("../invitation/InvitationApp")
    createRoot(at).render(<InvitationApp joining={createJoining()} token={token} />)
  } catch {
    putTokenBack(token)
    createRoot(at).render(<NotLoaded onReload={() => location.reload()} />)
  }
}
