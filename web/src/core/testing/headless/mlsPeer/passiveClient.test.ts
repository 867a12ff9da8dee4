import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { replay, type PassiveClientCase } from "./passiveClient"
import { passiveClientCase } from "./vectors"

const folder = new URL("../../../../../../mls/src/test/resources/vectors/", import.meta.url)

/** The second is written by the Java implementation, and followed as soon as it is there. */
describe.each(["ts-mls-passive-client.json", "java-passive-client.json"])("%s", (name) => {
  const file = fileURLToPath(new URL(name, folder))
  it.skipIf(name.startsWith("java") && !existsSync(file))(
    "is followed to the last epoch",
    async () => {
      const cases = JSON.parse(readFileSync(file, "utf8")) as PassiveClientCase[]
      expect(cases).not.toHaveLength(0)
      for (const vector of cases) await replay(vector)
    },
  )
})

it("refuses a case whose epochs do not agree", async () => {
  const vector = await passiveClientCase(1, 5)
  await expect(replay({ ...vector, epochs: vector.epochs.toReversed() })).rejects.toThrow()
  const [first, ...others] = vector.epochs
  if (!first) throw new Error("no epoch")
  const wrong = { ...first, epoch_authenticator: "00".repeat(32) }
  await expect(replay({ ...vector, epochs: [wrong, ...others] })).rejects.toThrow("instead of")
})
