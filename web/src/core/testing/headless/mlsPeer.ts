import { createInterface } from "node:readline"
import { answer } from "./mlsPeer/answer"
import { MlsPeer } from "./mlsPeer/operations"

/**
 * Members of MLS groups on ts-mls as the web client patches it, for tests against other
 * implementations. One JSON request per line on standard input, one JSON answer per line on standard
 * output, in order: `{"id":1,"op":"keyPackage","client":"a"}` is answered by `{"id":1,"ok":{…}}` or
 * `{"id":1,"error":"…"}`. Bytes are base64url; `group` is the group id. See `mlsPeer/operations.ts`.
 */
const peer = new MlsPeer()
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${await answer(peer, line)}\n`)
