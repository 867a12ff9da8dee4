import type { frContacts } from "./frContacts"

/** Correspondents of one's own and the list they are found by, in English. */
export const enContacts: Readonly<Record<keyof typeof frContacts, string>> = {
  "directory.tab.contacts": "My correspondents",
  "contacts.title": "Find my correspondents",
  "contacts.lead":
    "Give your address book: the directory finds the health professionals who are in it.",
  "contacts.privacy":
    "The list is read on this device. The directory is sent names, places, professions, RPPS numbers and MSSanté addresses, and keeps none of them. No phone number is sent.",
  "contacts.source": "Your list",
  "contacts.source.paste": "Paste your list",
  "contacts.source.hint":
    "MSSanté addresses, a table (family name, given name, town, profession) or vCards.",
  "contacts.source.drop": "You can also drop a file here.",
  "contacts.source.file": "Choose a file",
  "contacts.source.file.hint": "A vCard, CSV or text file of at most 2 MB.",
  "contacts.source.act": "Look in the directory",
  "contacts.source.nobody":
    "Nobody to look for in this list. It takes an MSSanté address, an RPPS number, or a family and a given name.",
  "contacts.source.tooBig": "This list is larger than 2 MB. Cut it into several files.",
  "contacts.source.unreadable": "This file cannot be read. Try a vCard, CSV or text file.",
  "contacts.running": "Looking in the directory",
  "contacts.progress": "{done} of {total}",
  "contacts.failed": "The search stopped",
  "contacts.tooMany": "You have looked for many people in little time. Go on in an hour.",
  "contacts.again": "Look for another list",
  "contacts.cut":
    "Only the first {most} people are looked for. {n, plural, one {# person is} other {# people are}} left out.",
  "contacts.unusable":
    "{n, plural, one {# line has} other {# lines have}} neither an MSSanté address, nor an RPPS number, nor a full name.",
  "contacts.found": "{n, plural, =0 {Nobody found} one {# person found} other {# people found}}",
  "contacts.found.none": "Nobody was found for certain.",
  "contacts.known": "Among your correspondents already",
  "contacts.choose": "{n, plural, one {# person to choose} other {# people to choose}}",
  "contacts.choose.who": "Who is “{label}”?",
  "contacts.choose.of": "{n} of {total}",
  "contacts.choose.nobody": "None of these people",
  "contacts.choose.more": "More people have this name. Look for them in the directory.",
  "contacts.choose.missing": "Choose a person, or “None of these people”.",
  "contacts.choose.act": "Confirm this choice",
  "contacts.reason.mssante": "Same MSSanté address",
  "contacts.reason.rpps": "Same RPPS number",
  "contacts.reason.name": "Same name",
  "contacts.reason.nearName": "Similar name",
  "contacts.reason.place": "Same place",
  "contacts.reason.profession": "Same profession",
  "contacts.add": "{n, plural, one {Add # correspondent} other {Add # correspondents}}",
  "contacts.added": "{n, plural, one {# correspondent added} other {# correspondents added}}",
  "contacts.added.text": "Find them in the directory under “My correspondents”.",
  "contacts.missing": "{n, plural, one {# person not found} other {# people not found}}",
  "contacts.missing.text":
    "Nothing of these lines is kept. You can send these people an invitation.",
  "contacts.missing.invite": "Copy the text of the invitation",
  "contacts.none.title": "No correspondent yet",
  "contacts.none.text": "Find the people here to whom you often write.",
  "contacts.remove": "Remove {name} from my correspondents",
  "contacts.removed": "{name} is no longer among your correspondents",
}
