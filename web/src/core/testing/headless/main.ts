import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import type { ConversationId, PractitionerId } from "../../ids"
import { until } from "../client"
import { headlessSession } from "./client"

/**
 * A scripted client: commands as JSON lines on standard input, answers and news as JSON lines on
 * standard output. Arguments: origin, user name, password, `psc` or `staff`.
 *
 * Commands: `{"do":"search","q"}`, `{"do":"direct","practitioner"}`, `{"do":"text","conversation","text"}`,
 * `{"do":"photo","conversation","file","mediaType"}`, `{"do":"read","conversation","sequence"}`, `{"do":"quit"}`.
 * News: `{"is":"state"}`, `{"is":"connection"}`, `{"is":"item"}` (each new or changed message), `{"is":"error"}`.
 */
type Command =
  | { readonly do: "search"; readonly q: string }
  | { readonly do: "direct"; readonly practitioner: PractitionerId }
  | { readonly do: "text"; readonly conversation: ConversationId; readonly text: string }
  | {
      readonly do: "photo"
      readonly conversation: ConversationId
      readonly file: string
      readonly mediaType: "image/jpeg" | "image/webp" | "image/png"
    }
  | { readonly do: "read"; readonly conversation: ConversationId; readonly sequence: number }
  | { readonly do: "quit" }

const [origin = "http://localhost:8080", username = "", password = "", as = "psc"] =
  process.argv.slice(2)
const session = headlessSession(origin, {
  username,
  password,
  as: as === "staff" ? "staff" : "psc",
})
const open = new Map<ConversationId, ReturnType<typeof session.conversations.open>>()

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Follows a conversation and tells every item once per state it goes through. */
function follow(id: ConversationId) {
  const known = open.get(id)
  if (known) return known
  const conversation = session.conversations.open(id)
  open.set(id, conversation)
  const told = new Map<string, string>()
  conversation.timeline.subscribe(() => {
    for (const item of conversation.timeline.get()?.items ?? []) {
      const line = JSON.stringify({ is: "item", conversation: id, item })
      if (told.get(item.id) === line) continue
      told.set(item.id, line)
      process.stdout.write(`${line}\n`)
    }
  })
  return conversation
}

async function run(command: Command): Promise<object> {
  switch (command.do) {
    case "search":
      return session.directory.search({ q: command.q })
    case "direct":
      return { conversation: await session.conversations.openDirect(command.practitioner) }
    case "text":
      return { message: await follow(command.conversation).sendText(command.text) }
    case "photo": {
      const bytes = new Uint8Array(await readFile(command.file))
      const draft = { bytes, mediaType: command.mediaType, width: 1, height: 1 }
      return { message: await follow(command.conversation).sendPhoto(draft) }
    }
    case "read":
      follow(command.conversation).markRead(command.sequence)
      return {}
    case "quit":
      await session.stop()
      process.exit(0)
  }
}

session.connection.subscribe(() => say({ is: "connection", ...session.connection.get() }))
session.conversations.list.subscribe(() => {
  for (const { id } of session.conversations.list.get().items) follow(id)
})
await session.start()
if (session.state.get().kind === "needs-device") await session.enrolDevice("Client de test")
say({ is: "state", ...session.state.get() })
await until(session.connection, ({ kind }) => kind === "online")

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command
  try {
    say({ is: "done", command: command.do, ...(await run(command)) })
  } catch (error) {
    const code = (error as { code?: unknown }).code
    say({ is: "error", command: command.do, code: typeof code === "string" ? code : "unexpected" })
  }
}
