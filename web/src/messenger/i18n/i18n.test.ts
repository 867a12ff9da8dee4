import { describe, expect, it } from "vitest"
import { datesOf, onDay } from "./dates"
import { en } from "./en"
import { format } from "./format"
import { fr, type MessageKey } from "./fr"
import { frenchSentence } from "./typography"
import { personName } from "./names"

const keys = Object.keys(fr) as MessageKey[]

/** Names of the placeholders of a sentence. */
function placeholders(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{([a-z]\w*)(?=[,}])/g)].map(([, name = ""]) => name)
  return [...new Set(names)].filter((name) => !/^\d+$/.test(name)).sort()
}

describe("the catalogues", () => {
  it("fill the same places in both languages", () => {
    for (const key of keys) {
      expect([key, ...placeholders(en[key])]).toEqual([key, ...placeholders(fr[key])])
    }
  })

  it("have no ordinary space where French wants a no-break one", () => {
    for (const key of keys) {
      expect(fr[key]).not.toMatch(/ [;:?!»%](?!\w)/)
      expect(fr[key]).not.toMatch(/« /)
    }
  })

  it("hold no machine word, no exclamation mark, no median dot and no bracketed gender", () => {
    for (const key of keys) {
      expect(fr[key]).not.toMatch(/\b(clé|session|époque|serveur|oups)\b/i)
      expect(fr[key]).not.toMatch(/[!·•]|\(e\)|\(s\)/)
    }
  })

  it("hold one idea of reasonable length per sentence", () => {
    for (const key of keys) {
      for (const sentence of fr[key].split(/(?<=[.?]) /)) {
        expect([key, sentence.length <= 130]).toEqual([key, true])
      }
    }
  })
})

describe("a filled sentence", () => {
  it("treats 0 and 1,5 as singular in French", () => {
    const results = fr["directory.results"]

    expect(format(results, { n: 0 }, "fr")).toBe("0 résultat")
    expect(format(results, { n: 1.5 }, "fr")).toBe("1,5 résultat")
    expect(format(results, { n: 2 }, "fr")).toBe("2 résultats")
    expect(format(en["directory.results"], { n: 0 }, "en")).toBe("0 results")
  })

  it("writes thousands with a no-break space that every font has", () => {
    expect(format("{n}", { n: 1_204_557 }, "fr")).toBe("1\u00a0204\u00a0557")
  })

  it("shows the place of a value that is missing", () => {
    expect(format("Bonjour {name}", {}, "fr")).toBe("Bonjour {name}")
  })
})

describe("French typography", () => {
  it("binds the signs that stand apart", () => {
    expect(frenchSentence("Retirer « Pixel » ?")).toBe("Retirer «\u00a0Pixel\u00a0»\u00a0?")
  })
})

describe("dates", () => {
  const dates = datesOf("fr", "Europe/Paris")
  const now = new Date("2026-01-12T13:05:00Z")

  it("are short in a list", () => {
    expect(dates.short(new Date("2026-01-12T13:05:00Z"), now)).toBe("14:05")
    expect(dates.short(new Date("2026-01-11T22:00:00Z"), now)).toBe("hier")
    expect(dates.short(new Date("2026-01-08T12:00:00Z"), now)).toBe("jeu.")
    expect(dates.short(new Date("2026-01-02T12:00:00Z"), now)).toBe("2 janv.")
    expect(dates.short(new Date("2025-01-12T12:00:00Z"), now)).toBe("12/01/2025")
  })

  it("are whole on focus and in speech", () => {
    expect(dates.full(now)).toBe("lundi 12 janvier 2026 à 14\u00a0h\u00a005")
  })

  it.each(["Pacific/Tahiti", "America/Guadeloupe", "Europe/Paris", "Pacific/Wallis"])(
    "of the register are that day all over France: %s",
    (zone) => {
      expect(datesOf("fr", zone).date(onDay("2026-11-22"))).toBe("22 novembre 2026")
    },
  )

  it("carry seconds in the console", () => {
    expect(dates.console(new Date("2026-11-21T13:05:10Z"))).toBe("21/11/2026 14:05:10")
  })

  it("separate days with words for the nearest", () => {
    expect(dates.day(now, now)).toBe("Aujourd’hui")
    expect(dates.day(new Date("2026-01-11T12:00:00Z"), now)).toBe("Hier")
    expect(dates.day(new Date("2026-01-05T12:00:00Z"), now)).toBe("lundi 5 janvier")
  })
})

describe("a name", () => {
  it("is Prénom NOM, with Dr only from the register", () => {
    const person = { givenName: "Camille", familyName: "Roux" }

    expect(personName(person)).toBe("Camille ROUX")
    expect(personName({ ...person, civility: "MME" })).toBe("Camille ROUX")
    expect(personName({ ...person, civility: "DR" })).toBe("Dr\u00a0Camille ROUX")
  })
})
