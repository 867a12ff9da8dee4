import { describe, expect, it } from "vitest"
import { isUuid } from "./ids"
import { structureKey } from "./structureKey"

describe("the key of a structure", () => {
  it("is the one the directory makes", async () => {
    // The directory-service's tests hold the same pair.
    expect(await structureKey("F440900017")).toBe("e6b71ef0-f525-8fd4-bc01-119438cfe2d5")
  })

  it("shows nothing of the id and fits an address, whatever the id", async () => {
    const key = await structureKey("R99700219001001")
    expect(key).not.toContain("99700219001")
    expect(isUuid(key)).toBe(true)
    expect(isUuid(await structureKey("a/b?c#é"))).toBe(true)
  })
})
