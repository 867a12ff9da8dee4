import { communes, epciOf, ofGenerator, places } from "./sources.mjs"

/** No commune of the mainland is farther from all others of its EPCI: an error of the source. */
const FARTHEST_KM = 30

/** Nor from all of three or more others that share its postal code. */
const FARTHEST_OF_POSTAL_CODE_KM = 25
const ENOUGH_OF_POSTAL_CODE = 3

export const kilometres = (a, b) => {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(h))
}

export const fold = (name) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

const middle = (all) => ({
  lat: all.reduce((sum, one) => sum + one.lat, 0) / all.length,
  lon: all.reduce((sum, one) => sum + one.lon, 0) / all.length,
})

const grouped = (all, keysOf) => {
  const groups = new Map()
  for (const one of all)
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  return groups
}

/** What says where a commune is that has no position of its own, the nearest first. */
const NEIGHBOURS = [
  [
    "postal code",
    (one) => (one.codesPostaux ?? []).map((code) => `${code} ${epciOf.get(one.code)}`),
  ],
  ["postal code", (one) => one.codesPostaux ?? []],
  ["EPCI", (one) => (epciOf.has(one.code) ? [epciOf.get(one.code)] : [])],
  ["arrondissement", (one) => (one.arrondissement ? [one.arrondissement] : [])],
  ["department", (one) => [one.departement]],
]

const byCode = grouped(places, (place) => place.codes)
const byName = grouped(
  places.filter((place) => place.codes.length === 0),
  (place) => [`${place.department} ${fold(place.name)}`, place.department],
)

/** GeoNames' place of a commune: by INSEE code, else by name in its department. */
const placeOf = (one) => {
  const named = (place) => fold(place.name) === fold(one.nom)
  const coded = [one.code, ...(one.anciensCodes ?? [])].flatMap((code) => byCode.get(code) ?? [])
  const found = coded.length > 0 ? coded : (byName.get(`${one.departement} ${fold(one.nom)}`) ?? [])
  // Two territories are one commune each, whose chief town has another name.
  const all = found.length === 0 && /^97[78]/.test(one.code) ? byName.get(one.departement) : found
  return [...(all ?? [])].sort(
    (a, b) => named(b) - named(a) || b.population - a.population || a.name.localeCompare(b.name),
  )[0]?.position
}

const inForce = communes.filter((one) => one.type === "commune-actuelle")

/** By INSEE code: where GeoNames has each commune, without what its neighbours contradict. */
export const stated = (() => {
  const raw = new Map()
  for (const one of communes) {
    const position = placeOf(one)
    if (position !== undefined) raw.set(one.code, position)
  }
  const mainland = inForce.filter((one) => one.zone === "metro" && raw.has(one.code))
  const peers = grouped(mainland, (one) => [epciOf.get(one.code)])
  const sharing = grouped(mainland, (one) => one.codesPostaux ?? [])
  const contradicted = mainland.filter((one) => {
    const others = peers.get(epciOf.get(one.code)).filter((other) => other !== one)
    const served = (one.codesPostaux ?? [])
      .flatMap((code) => sharing.get(code))
      .filter((other) => other !== one)
    const farther = (than) => (other) => kilometres(raw.get(other.code), raw.get(one.code)) > than
    return (
      (others.length > 0 && others.every(farther(FARTHEST_KM))) ||
      (served.length >= ENOUGH_OF_POSTAL_CODE && served.every(farther(FARTHEST_OF_POSTAL_CODE_KM)))
    )
  })
  contradicted.forEach((one) => raw.delete(one.code))
  return { positions: raw, contradicted }
})()

/** What the neighbours of known position say; `without` is left out of them. */
export const guesser = (known) => {
  const groups = NEIGHBOURS.map(([by, keysOf]) => ({
    by,
    keysOf,
    members: grouped(
      inForce.filter((one) => known.has(one.code)),
      keysOf,
    ),
  }))
  return (one) => {
    for (const { by, keysOf, members } of groups) {
      const others = keysOf(one)
        .flatMap((key) => members.get(key) ?? [])
        .filter((other) => other.code !== one.code)
      if (others.length > 0)
        return { by, position: middle(others.map((other) => known.get(other.code))) }
    }
    return undefined
  }
}

/** By INSEE code: `position` and `by`, how it is known; absent where nothing says it. */
export const located = (() => {
  const known = new Map([...stated.positions, ...ofGenerator])
  const guess = guesser(known)
  const all = new Map()
  for (const one of communes) {
    const parent = one.chefLieu ?? one.commune
    const found = ofGenerator.has(one.code)
      ? { by: "generator", position: ofGenerator.get(one.code) }
      : stated.positions.has(one.code)
        ? { by: "GeoNames", position: stated.positions.get(one.code) }
        : parent === undefined
          ? guess(one)
          : undefined
    // A part of a merged commune may bear the code of the whole, whose position it is then.
    if (found !== undefined && !(parent === one.code && all.has(one.code))) all.set(one.code, found)
  }
  for (const one of communes) {
    const whole = all.get(one.chefLieu ?? one.commune)
    if (!all.has(one.code) && whole !== undefined)
      all.set(one.code, { by: "whole", position: whole.position })
  }
  return all
})()
