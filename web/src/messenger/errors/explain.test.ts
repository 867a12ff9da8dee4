import { describe, expect, it } from "vitest"
import { CoreError } from "../../core"
import { i18nOf } from "../i18n/I18n"
import { nadia, paul } from "../stories/people"
import { explain } from "./explain"

describe("what a person is told of keys that are not proven", () => {
  const people = [nadia, paul]

  it.each([
    ["unlogged", /pas encore au journal public \(Nadia BENALI, Paul .+\)/],
    ["log-silent", /ne répond pas ; impossible de vérifier : Nadia BENALI, Paul/],
    ["log-refused", /révoque ou contredit un appareil de : Nadia BENALI, Paul/],
  ] as const)("names whose it is in French: %s", (code, words) => {
    const told = explain(new CoreError(code, { people }), i18nOf("fr").t)
    expect(told.replaceAll(/\s/g, " ")).toMatch(words)
  })

  it.each([
    ["unlogged", /not in the public log yet \(Nadia BENALI, Paul .+\)/],
    ["log-silent", /could not be verified: Nadia BENALI, Paul/],
    ["log-refused", /revokes or contradicts a device of: Nadia BENALI, Paul/],
  ] as const)("and in English: %s", (code, words) => {
    expect(explain(new CoreError(code, { people }), i18nOf("en").t)).toMatch(words)
  })
})
