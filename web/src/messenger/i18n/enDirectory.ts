import type { frDirectory } from "./frDirectory"

/** Cards, their last look before a first message, and structures, in English. */
export const enDirectory: Readonly<Record<keyof typeof frDirectory, string>> = {
  "card.source": "Source: Annuaire Santé, updated on {date}",
  "card.skills": "{n, plural, one {Skill} other {Skills}}",
  "card.diplomas": "{n, plural, one {Diploma} other {Diplomas}}",
  "card.authorisations":
    "{n, plural, one {Authorisation to practise} other {Authorisations to practise}}",
  "card.all": "Show all ({n})",
  "card.kept": "Card kept on this device",
  "card.kept.text": "Offline. Checked with the directory on {date}.",
  "card.changed": "This card has changed",
  "card.changed.place": "New place of practice. Before: {before}.",
  "card.changed.profession": "New profession or speciality. Before: {before}.",
  "card.changed.name": "New name. Before: {before}.",
  "card.changed.number": "New identification number. Before: {before}.",
  "card.changed.activity": "Another sector or profession at a place of practice.",
  "card.changed.source": "This person is no longer listed by the same authority.",
  "card.changed.skills": "The skills have changed. Before: {before}.",
  "card.changed.none": "none",
  "card.changed.qualifications": "The diplomas or authorisations have changed.",
  "card.changed.departed": "The registration has ended.",
  "card.changed.returned": "The registration is active again.",
  "card.changed.seen": "Seen",
  "check.title": "First message: is this the right person?",
  "check.confirm":
    "{n, plural, one {Yes, write to this person} other {Yes, write to these # people}}",
  "check.confirmAll": "{n, plural, other {Yes, write to all # people}}",
  "check.homonymTown":
    "{n, plural, one {# person} other {# people}} with the same name in the same town.",
  "check.homonymDepartment":
    "{n, plural, one {# person} other {# people}} with the same name in the same department.",
  "check.notCare": "This profession is not a health profession: {profession}.",
  "check.student":
    "This person is still in training and does not have the profession’s rights to practise.",
  "check.stale": "The directory’s data are of {date}.",
  "structure.place": "Place",
  "structure.finess": "FINESS number",
  "structure.siret": "SIRET number",
  "structure.professions": "Professions",
  "structure.profession": "{label}: {n}",
  "structure.members": "{n, plural, one {# member} other {# members}}",
  "structure.unnamed": "Structure without a name",
  "structure.write": "Write",
  "structure.card": "Card: {name}",
  "structure.notFound.title": "Structure not found",
  "structure.notFound.text": "Nobody of the directory practises there any more.",
  "standing.student": "Student",
  "standing.invited": "Invited person, not in the RPPS",
  "standing.invited.inSentence": "invited person",
  "standing.vouched": "Vouched for by the structure",
  "standing.vouched.inSentence": "vouched for by the structure",
}
