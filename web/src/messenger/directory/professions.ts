/** Professions of the national nomenclature TRE_G15 offered as a filter, with the register's own words. */
export const PROFESSIONS: readonly (readonly [code: string, label: string])[] = [
  ["10", "Médecin"],
  ["60", "Infirmier"],
  ["21", "Pharmacien"],
  ["50", "Sage-femme"],
  ["70", "Masseur-kinésithérapeute"],
  ["40", "Chirurgien-dentiste"],
  ["91", "Orthophoniste"],
  ["92", "Orthoptiste"],
  ["80", "Pédicure-podologue"],
  ["94", "Ergothérapeute"],
  ["95", "Diététicien"],
  ["96", "Psychomotricien"],
  ["93", "Psychologue"],
  ["98", "Manipulateur ERM"],
  ["35", "Aide-soignant"],
]
