import { describe, expect, it } from "vitest"
import { ApiProblem, CoreError } from "../../core"
import { i18nOf } from "../i18n/I18n"
import { nadia, paul } from "../stories/people"
import { explain, explainInConversation } from "./explain"

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

describe("what a person is told who is refused", () => {
  const { t } = i18nOf("fr")

  it("speaks of membership in conversations only", () => {
    const refused = new ApiProblem(403, "forbidden")
    expect(explainInConversation(refused, t)).toMatch(/membre/)
    expect(explain(refused, t)).toMatch(/rôle/)
    expect(explain(new ApiProblem(404, "not-found"), t)).toMatch(/Introuvable/)
  })

  it("says that one's own access ended, wherever that is answered", () => {
    const ended = new ApiProblem(403, "registration-ended")
    expect(explain(ended, t)).toMatch(/suspendu ou fermé/)
    expect(explainInConversation(ended, t)).toMatch(/suspendu ou fermé/)
  })
})
