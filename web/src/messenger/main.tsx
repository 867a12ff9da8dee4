import "@fontsource-variable/atkinson-hyperlegible-next"
import "./styles/tokens.css"
import "./styles/base.css"
import { createRoot } from "react-dom/client"
import { createSession } from "../core"
import { App } from "./app/App"

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no root element")

const session = createSession()
createRoot(root).render(<App session={session} />)
void session.start()
