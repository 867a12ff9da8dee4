import { placeMark } from "../exercise/exercise"
import type { AccountId, Me, Practitioner, PractitionerId, Situation } from "../../core"

/** Fictional people for stories and tests. */
let count = 0

export function person(change: Partial<Practitioner> & { familyName: string }): Practitioner {
  count += 1
  const digits = String(count).padStart(12, "0")
  return {
    id: `00000000-0000-7000-8000-${digits}` as PractitionerId,
    nationalId: `8997000000${String(count).padStart(2, "0")}`,
    givenName: "Nadia",
    professionCode: "60",
    profession: "Infirmière",
    situations: [place("Cabinet du Pont", "31200", "Toulouse")],
    registerStatus: "active",
    registerDate: "2026-11-20",
    source: "register",
    reachable: true,
    ...change,
  }
}

export function place(structureName: string, postalCode: string, town: string): Situation {
  return { structureName, postalCode, town }
}

export const camille = person({
  givenName: "Camille",
  familyName: "Roux",
  civility: "DR",
  professionCode: "10",
  profession: "Médecin",
  savoirFaire: "Médecine générale",
  situations: [
    place("MSP des Lilas", "31200", "Toulouse"),
    place("CH de Muret, service de gériatrie", "31600", "Muret"),
  ],
})

export const nadia = person({ familyName: "Benali" })
export const nadiaMuret = person({
  familyName: "Benali",
  situations: [place("SSIAD de Muret", "31600", "Muret")],
})
export const nadiaAlbi = person({
  familyName: "Benali",
  reachable: false,
  situations: [place("Cabinet Lapérouse", "81000", "Albi")],
})
export const paul = person({
  givenName: "Paul",
  familyName: "Martin",
  profession: "Masseur-kinésithérapeute",
  professionCode: "70",
  situations: [place("Cabinet des Minimes", "31200", "Toulouse")],
})
export const ines = person({
  givenName: "Inès",
  familyName: "Sorin",
  profession: "Pharmacienne",
  professionCode: "21",
  situations: [place("Pharmacie Sorin", "31200", "Toulouse")],
})
export const leroy = person({
  givenName: "Antoine",
  familyName: "Leroy",
  civility: "DR",
  profession: "Médecin",
  professionCode: "10",
  savoirFaire: "Cardiologie et maladies vasculaires",
  situations: [place("CH de Muret", "31600", "Muret")],
})
export const claire = person({
  givenName: "Claire",
  familyName: "Vasseur",
  profession: "Sage-femme",
  professionCode: "50",
  situations: [place("Maison de naissance du Canal", "31400", "Toulouse")],
})
export const bernard = person({
  givenName: "Bernard",
  familyName: "Aubry",
  profession: "Infirmier",
  registerStatus: "departed",
  reachable: false,
  situations: [place("Cabinet Aubry", "31000", "Toulouse")],
})
export const lucie = person({
  givenName: "Lucie",
  familyName: "Garnier",
  profession: "Secrétaire médicale",
  professionCode: "",
  source: "structure",
  situations: [place("MSP des Lilas", "31200", "Toulouse")],
})

export const everybody: readonly Practitioner[] = [
  nadia,
  nadiaMuret,
  nadiaAlbi,
  paul,
  ines,
  leroy,
  claire,
  bernard,
  lucie,
  camille,
]

export const me: Me = {
  accountId: "00000000-0000-7000-8000-0000000000aa" as AccountId,
  nationalId: camille.nationalId,
  roles: ["practitioner"],
  practitioner: camille,
}

/** The mark of the place that the person in the stories writes from. */
export const chosenPlace = camille.situations.slice(0, 1).map(placeMark).join()
