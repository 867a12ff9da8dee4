import { describe, expect, it } from "vitest"
import { decode } from "./decode"
import { splitName } from "./entry"
import { MOST_ENTRIES, readList } from "./readList"

const rows = (text: string) => readList(text).entries.map(({ row }) => row)
const CLAIRE = { familyName: "MOREAU", givenName: "Claire" }
const AT = "claire.moreau@medecin.mssante.fr"

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

describe("a file", () => {
  it("is read as its mark says, as UTF-8, or as Windows writes it", () => {
    expect(decode(new TextEncoder().encode("\uFEFFLefèvre"))).toBe("Lefèvre")
    expect(decode(new TextEncoder().encode("Lefèvre œ"))).toBe("Lefèvre œ")
    expect(decode(latin("Lef\u00e8vre"))).toBe("Lefèvre")
    expect(decode(new Uint8Array([0xff, 0xfe, 0x4c, 0x00, 0xe8, 0x00]))).toBe("Lè")
    expect(decode(new Uint8Array())).toBe("")
  })
})

describe("addresses", () => {
  it("are read line by line or in one line, with names or without", () => {
    const list = `${AT}\r\n"Karim BENALI" <Karim.Benali@aphp.mssante.fr>; Zoé Lefèvre <zoe@x.mssante.fr>\n\n`
    expect(rows(list)).toEqual([
      { mssante: AT },
      { mssante: "karim.benali@aphp.mssante.fr", givenName: "Karim", familyName: "BENALI" },
      { mssante: "zoe@x.mssante.fr", givenName: "Zoé", familyName: "Lefèvre" },
    ])
    expect(rows(`${AT}, zoe@x.mssante.fr`)).toHaveLength(2)
    expect(rows(`${AT} zoe@x.mssante.fr`)).toHaveLength(2)
  })

  it("outside MSSanté and of patients stay here", () => {
    expect(rows("Claire MOREAU <claire@gmail.com>")).toEqual([CLAIRE])
    expect(readList("claire@gmail.com\n289010100000000@patient.mssante.fr")).toEqual({
      entries: [],
      unusable: 2,
      cut: 0,
    })
    expect(rows("a@mssante.fr.evil.com\nb@notmssante.fr")).toEqual([])
  })

  it("of patients keep their names here as well", () => {
    for (const text of [
      "Claire MOREAU <289010100000000@patient.mssante.fr>",
      "MOREAU;Claire;44000;Nantes;289010100000000@Patient.MSSante.fr",
      `MOREAU;Claire;44000;${AT}, 289010100000000@patient.mssante.fr`,
      "Nom;Prénom;E-mail\nMOREAU;Claire;claire@gmail.com, 2890@ville.patient.mssante.fr",
      `BEGIN:VCARD\nN:MOREAU;Claire\nEMAIL:${AT}\nEMAIL:2890@patient.mssante.fr\nEND:VCARD`,
    ])
      expect(readList(text)).toEqual({ entries: [], unusable: 1, cut: 0 })
  })

  it("that come twice are one", () => {
    expect(rows(`${AT}\n${AT.toUpperCase()}\n <${AT}>`)).toEqual([{ mssante: AT }])
  })
})

describe("a table", () => {
  it.each([
    ["semicolons", "Nom;Prénom;Code postal;Ville\nMOREAU;Claire;44000;Nantes"],
    ["commas", "Nom,Prénom,Code postal,Ville\nMOREAU,Claire,44000,Nantes\n"],
    ["a note", "Nom,Prénom,CP,Ville,Note\nMOREAU,Claire,44000,Nantes,le lundi; le mardi"],
    ["tabs", "NOM\tPRENOM\tCP\tVILLE\r\nMOREAU\tClaire\t44000\tNantes"],
    ["quotes", '"Nom";"Prénom";"Code postal";"Ville"\n"MOREAU";"Claire";"44000";"Nantes"'],
    ["a line for the spreadsheet", "sep=;\nNom;Prénom;CP;Commune\nMOREAU;Claire;44000;Nantes"],
    ["a byte order mark", "\uFEFFNom;Prénom;CP;Commune\nMOREAU;Claire;44000;Nantes"],
    ["other columns", "Tél;Nom;Mobile;Prénom;CP;Ville\n06 12;MOREAU;07 34;Claire;44000;Nantes"],
    ["old line ends", "Nom;Prénom;CP;Ville\rMOREAU;Claire;44000;Nantes\r"],
    ["no titles", "MOREAU;Claire;44000;Nantes"],
  ])("with %s is read", (_, text) => {
    expect(rows(text)).toEqual([{ ...CLAIRE, postalCode: "44000", town: "Nantes" }])
  })

  it("keeps separators, quotes and line ends within quotes", () => {
    const text = 'Nom;Prénom;Ville\n"MOREAU; dite ""Cléo""";Claire;"Saint-\nDenis"'
    expect(rows(text)).toEqual([
      { familyName: 'MOREAU; dite "Cléo"', givenName: "Claire", town: "Saint- Denis" },
    ])
  })

  it("gives spreadsheets their zeros back", () => {
    expect(rows('Nom;Prénom;CP\nMOREAU;Claire;1000\nPETIT;Julie;="01000"')).toEqual([
      { ...CLAIRE, postalCode: "01000" },
      { familyName: "PETIT", givenName: "Julie", postalCode: "01000" },
    ])
  })

  it("takes RPPS numbers with the type, with spaces, and none that was rounded", () => {
    const text = "Nom;Prénom;RPPS\nA;Aa;899700219001\nB;Bb;997 0021 9019\nC;Cc;9,97002E+10"
    expect(rows(text).map(({ rpps }) => rpps)).toEqual(["99700219001", "99700219019", undefined])
  })

  it("takes no RPPS number whose last digit does not check the others", () => {
    const text = "Nom;Prénom;RPPS\nA;Aa;99700219002\nB;Bb;899700219002\nC;Cc;10000000009"
    expect(rows(text).map(({ rpps }) => rpps)).toEqual([undefined, undefined, "10000000009"])
  })

  it("of a mail program gives names and the MSSanté address, and no telephone number", () => {
    const text =
      "First Name,Last Name,Mobile Phone,E-mail 1 - Value,E-mail 2 - Value,Job Title\n" +
      `Claire,MOREAU,+33 6 12 34 56 78,claire@gmail.com,${AT},Médecin`
    expect(rows(text)).toEqual([{ ...CLAIRE, mssante: AT, profession: "Médecin" }])
    expect(JSON.stringify(readList(text))).not.toMatch(/12 34|gmail/)
  })

  it("without titles tells cells by their form", () => {
    expect(rows(`Dr Claire MOREAU;Médecin généraliste;44000;Nantes;0240000000;${AT}`)).toEqual([
      {
        ...CLAIRE,
        mssante: AT,
        profession: "Médecin généraliste",
        postalCode: "44000",
        town: "Nantes",
      },
    ])
  })

  it.each([
    ["LE GOFF;Anne;44000;Nantes", { familyName: "LE GOFF", givenName: "Anne" }],
    ["DUPONT MARTIN;Claire", { familyName: "DUPONT MARTIN", givenName: "Claire" }],
    ["de La Tour;Marie", { familyName: "de La Tour", givenName: "Marie" }],
    ["Mme LE GOFF;Anne", { familyName: "LE GOFF", givenName: "Anne" }],
    ["Claire Moreau;Nantes", { familyName: "Moreau", givenName: "Claire", town: "Nantes" }],
    ["LE GOFF Anne;Brest", { familyName: "LE GOFF", givenName: "Anne", town: "Brest" }],
  ])("without titles knows family names of several words: %s", (text, row) => {
    expect(rows(text)).toEqual([expect.objectContaining(row)])
  })

  it.each([
    "MOREAU;Claire;44000;02 40 11 22 33",
    "MOREAU;Claire;44000;33 6 12 34 56 78",
    "MOREAU;Claire;33 6 12 34 56 78",
    "MOREAU;Claire;06123456789",
    "MOREAU, Claire 0612345678",
    "MOREAU;Claire;Secrétaire 06 12 34 56 78",
    "Nom;Prénom;Fonction;Ville\nMOREAU;Claire;Secrétaire 0612345678;Nantes, 02 40 11 22 33",
    "Nom;Prénom\nMOREAU;Claire (06.12.34.56.78)",
    "MOREAU;Claire;41 79 123 45 67",
    "Nom complet;RPPS\nClaire MOREAU;41791234567",
    "Nom complet;RPPS\nClaire MOREAU;841791234567",
    "Nom complet;RPPS\nClaire MOREAU;8617912345671",
    "MOREAU;Claire;1 514 123 45 67",
    "Nom complet;RPPS\nClaire MOREAU;15141234565",
    "Nom complet;RPPS\nClaire MOREAU;93701234564",
    "Nom complet;RPPS\nClaire MOREAU +33 6 12 34 56 78;33612345678",
  ])("gives no telephone number away: %s", (text) => {
    for (const { label, row } of readList(text).entries)
      expect([label, ...Object.values({ ...row, postalCode: "" })].join().replace(/\D/g, "")).toBe(
        "",
      )
  })

  it("finds the RPPS number behind a telephone number, and the town behind neither", () => {
    expect(rows("MOREAU;Claire;33 6 12 34 56 78;99700219001;44000;02 40 11 22 33")).toEqual([
      { ...CLAIRE, rpps: "99700219001", postalCode: "44000" },
    ])
  })

  it("that is broken, hostile or empty does no harm", () => {
    for (const text of [
      "",
      "\n\n",
      ";;;;",
      '"',
      '"a;b\n',
      "\0\0;\0",
      "Nom;Prénom",
      "=1+1;@SUM(A1)",
    ])
      expect(rows(text)).toEqual([])
    expect(rows(`${"q".repeat(10_000)};Claire`)).toEqual([])
    expect(rows("\u202eUAEROM\u202c;Cla\0ire")).toEqual([
      { familyName: "UAEROM", givenName: "Cla ire" },
    ])
    expect(rows("Nom;Prénom\n__proto__;constructor")).toEqual([
      { familyName: "__proto__", givenName: "constructor" },
    ])
    const wide = `Nom;Prénom\n${";".repeat(50_000)}\nMOREAU;Claire`
    expect(rows(wide)).toEqual([CLAIRE])
  })

  it("that is too long is cut, and says so", () => {
    const many = Array.from({ length: MOST_ENTRIES + 5 }, (_, n) => `p${n}@x.mssante.fr`)
    const read = readList(many.join("\n"))
    expect(read.entries).toHaveLength(MOST_ENTRIES)
    expect(read.cut).toBe(5)
  })
})

describe("vCards", () => {
  const card = (...lines: string[]) =>
    ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n")

  it("are read one after the other, whatever their version", () => {
    const text =
      card("N:MOREAU;Claire;;Dr;", "FN:Dr Claire MOREAU", "TEL;TYPE=CELL:+33612345678") +
      "BEGIN:VCARD\nVERSION:4.0\nFN:Karim Benali\nEMAIL;PREF=1:karim@aphp.mssante.fr\nEND:VCARD\n"
    expect(rows(text)).toEqual([
      CLAIRE,
      { mssante: "karim@aphp.mssante.fr", givenName: "Karim", familyName: "Benali" },
    ])
    expect(JSON.stringify(readList(text))).not.toContain("612345678")
  })

  it("unfold lines and take groups, parameters and escapes away", () => {
    const text = card(
      "N:LE GO",
      " FF;Anne\\, Marie",
      'item1.EMAIL;type="a:b;c";type=INTERNET:anne@gmail.com',
      "item2.EMAIL;type=INTERNET:anne.le",
      "\tgoff@x.mssante.fr",
      "ADR;TYPE=home:;;1 rue;Rezé;;44400;France",
      "ADR;TYPE=WORK:;;2 rue\\; bis;Nantes;;44000;France",
      "TITLE:Infirmière",
    )
    expect(rows(text)).toEqual([
      {
        mssante: "anne.legoff@x.mssante.fr",
        familyName: "LE GOFF",
        givenName: "Anne, Marie",
        profession: "Infirmière",
        postalCode: "44000",
        town: "Nantes",
      },
    ])
  })

  it("read quoted-printable of old telephones, over several lines and in other charsets", () => {
    const text = [
      "BEGIN:VCARD",
      "VERSION:2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:LEF=C3=88VRE;Zo=C3=",
      "=A9;;;",
      "END:VCARD",
      "begin:vcard",
      "N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:S=E9n=E9chal;Ana=EFs",
      "end:vcard",
      "BEGIN:VCARD",
      "N;QUOTED-PRINTABLE;CHARSET=nonsense:P=45tit;=4Aulie=",
      "END:VCARD",
    ].join("\n")
    expect(rows(text)).toEqual([
      { familyName: "LEFÈVRE", givenName: "Zoé" },
      { familyName: "Sénéchal", givenName: "Anaïs" },
      { familyName: "PEtit", givenName: "JulieEND:VCARD" },
    ])
  })

  it("with a picture of many lines are read at once", () => {
    const picture = Array.from({ length: 20_000 }, () => ` ${"A".repeat(74)}`).join("\r\n")
    const text = card(`PHOTO;ENCODING=b:AAAA\r\n${picture}`, "N:MOREAU;Claire")
    // What takes long by itself takes long each time; a busy machine does not.
    const took = [1, 2, 3].map(() => {
      const began = performance.now()
      expect(rows(text)).toEqual([CLAIRE])
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(1_000)
  })

  it("that are cut off, nested or full of pictures do no harm", () => {
    const picture = Array.from({ length: 2_000 }, () => ` ${"A".repeat(74)}`).join("\r\n")
    expect(rows(card("N:MOREAU;Claire", `PHOTO;ENCODING=b:AAAA\r\n${picture}`))).toEqual([CLAIRE])
    expect(rows("BEGIN:VCARD\nN:MOREAU;Claire")).toEqual([CLAIRE])
    expect(rows("BEGIN:VCARD\nBEGIN:VCARD\nN:MOREAU;Claire\nEND:VCARD\nEND:VCARD")).toEqual([
      CLAIRE,
    ])
    expect(rows(card(":;:", ";;;", `N;X="${"a".repeat(5_000)}:b;c`, "\0\0"))).toEqual([])
    expect(rows(card("N:;;;;", "FN:", "ORG:Cabinet"))).toEqual([])
  })
})

describe("a name in one piece", () => {
  it.each([
    ["Dr Claire MOREAU", "MOREAU", "Claire"],
    ["MOREAU Claire", "MOREAU", "Claire"],
    ["Moreau, Claire", "Moreau", "Claire"],
    ["Anne Marie Le Goff", "Le Goff", "Anne Marie"],
    ["Jean de La Fontaine", "de La Fontaine", "Jean"],
  ])("%s is taken apart", (whole, familyName, givenName) => {
    expect(splitName(whole)).toEqual({ familyName, givenName })
  })

  it("of one word is no name", () => {
    expect(splitName("Cabinet")).toBeUndefined()
    expect(splitName("")).toBeUndefined()
  })
})
