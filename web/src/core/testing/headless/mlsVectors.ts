import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { replay } from "./mlsPeer/passiveClient"
import { passiveClientCase } from "./mlsPeer/vectors"

/**
 * Writes cases of a passive client in groups made by ts-mls, in the format of the MLS working group,
 * for other implementations to follow. Argument: the file. Keys are fresh at every run; only the
 * order of the steps repeats.
 */
const [file] = process.argv.slice(2)
if (!file) throw new TypeError("which file?")
const cases = []
for (const [seed, suite] of [1, 1, 1, 1, 2, 2, 3, 3].entries()) {
  const made = await passiveClientCase(suite, seed)
  await replay(made)
  cases.push(made)
}
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(cases, undefined, 1)}\n`)
