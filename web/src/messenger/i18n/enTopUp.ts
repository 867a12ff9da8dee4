import type { frTopUp } from "./frTopUp"

/** The administrators' page on the top-up of the directory between two files, in English. */
export const enTopUp: Readonly<Record<keyof typeof frTopUp, string>> = {
  "admin.topUp": "Continuous update",
  "admin.topUp.intro":
    "Between two files, changes of the register are read from the national service. Every look at this page is recorded in the log.",
  "admin.topUp.failed": "The state of the update could not be read",
  "admin.topUp.stale": "Refreshing failed: what is shown is of {time}",

  "admin.topUp.off": "Continuous update not configured",
  "admin.topUp.off.text":
    "The directory changes with imported files only. The operator can configure the access to the national service.",
  "admin.topUp.new": "Nothing read yet",
  "admin.topUp.new.text": "The first reading begins by itself.",
  "admin.topUp.running": "Reading",
  "admin.topUp.running.text":
    "{n, plural, =0 {No page read yet.} one {# page read.} other {# pages read.}}",
  "admin.topUp.resuming": "The update is about to go on",
  "admin.topUp.resuming.text": "It goes on by itself, usually within ten minutes.",
  "admin.topUp.paused": "Update paused, it goes on by itself",
  "admin.topUp.failing": "The update does not succeed",
  "admin.topUp.current": "Directory up to date",
  "admin.topUp.current.text": "All that the national service said on {date} is in the directory.",
  "admin.topUp.held":
    "{n, plural, =0 {Departures wait} one {# departure waits} other {# departures wait}} for your decision",
  "admin.topUp.held.text":
    "That is more than the limit of a day. The update has stopped: until then no other change is taken over. Check with the Annuaire Santé before you accept.",
  "admin.topUp.held.act": "Accept these departures…",

  "admin.topUp.accept.title":
    "{n, plural, =0 {Accept the waiting departures} one {Accept # departure} other {Accept # departures}}",
  "admin.topUp.accept.lose":
    "{n, plural, =0 {People lose} one {One person loses} other {These # people lose}} access at once. Their devices are removed for good and their conversations end.",
  "admin.topUp.accept.most": "Departures accepted at most",
  "admin.topUp.accept.most.hint":
    "The same reading may bring further departures. Beyond this number the update stops again and asks you.",
  "admin.topUp.accept.most.wrong": "Give a whole number from {least} to {most}.",
  "admin.topUp.accept.forever":
    "This cannot be undone. Somebody comes back only when the register lists them again, and with a new device.",
  "admin.topUp.accept.act":
    "{n, plural, =0 {Accept the departures} one {Accept # departure} other {Accept # departures}}",
  "admin.topUp.accept.upTo": "Accept up to {n} departures",
  "admin.topUp.accept.gone": "Nothing waits any more",
  "admin.topUp.accept.gone.text":
    "These departures were accepted already, or an older file was imported meanwhile.",
  "admin.topUp.accept.unsure": "The acceptance was not confirmed",
  "admin.topUp.accept.changed": "The number has changed. Read it again before you accept.",
  "admin.topUp.accepted": "Departures accepted",
  "admin.topUp.accepted.waiting": "The update goes on by itself, usually within ten minutes.",
  "admin.topUp.accepted.running":
    "Reading goes on: {n, plural, =0 {no departure} one {# departure} other {# departures}} so far.",
  "admin.topUp.accepted.done":
    "Reading is over: {n, plural, =0 {no departure} one {# departure} other {# departures}} in all.",
  "admin.topUp.accepted.superseded": "The reading was given up, as an older file was imported.",

  "admin.topUp.facts": "How far the update has come",
  "admin.topUp.configured": "Access to the national service",
  "admin.topUp.configured.yes": "Configured",
  "admin.topUp.configured.no": "Not configured",
  "admin.topUp.point": "Directory complete up to",
  "admin.topUp.date": "File it starts from",
  "admin.topUp.success": "Last success",
  "admin.topUp.attempt": "Last attempt",
  "admin.topUp.failure": "Last failure",
  "admin.topUp.failure.none": "None",
  "admin.topUp.failure.over": "Over since.",
  "admin.topUp.notBefore": "No attempt before",
  "admin.topUp.never": "None yet",
  "admin.topUp.never.attempt": "None yet",

  "admin.topUp.counts": "{n, plural, one {# reading since {date}} other {# readings since {date}}}",
  "admin.topUp.people": "People read",
  "admin.topUp.arrivals": "New",
  "admin.topUp.changes": "Changed",
  "admin.topUp.departures": "Departed",
  "admin.topUp.returns": "Returned",
  "admin.topUp.successions": "Moved to RPPS",
  "admin.topUp.heldBack": "Left to the next file",
  "admin.topUp.unusable": "Unusable",
  "admin.topUp.history": "Latest readings",
  "admin.topUp.started": "Started",
  "admin.topUp.ended": "Ended",
  "admin.topUp.state": "State",
  "admin.topUp.state.running": "Reading",
  "admin.topUp.state.paused": "Paused",
  "admin.topUp.state.stopped": "Stopped",
  "admin.topUp.state.completed": "Completed",
  "admin.topUp.state.superseded": "Given up",

  "admin.topUp.reason.unreachable":
    "The national service does not answer. It is tried again by itself.",
  "admin.topUp.reason.untrusted-certificate":
    "The certificate of the national service is not trusted. Tell the operator.",
  "admin.topUp.reason.too-slow":
    "The national service answers too slowly. It is tried again by itself.",
  "admin.topUp.reason.throttled": "The national service asks to wait. Reading goes on by itself.",
  "admin.topUp.reason.key-refused":
    "The national service refuses the access code of this platform. Tell the operator.",
  "admin.topUp.reason.redirected":
    "The national service points to another address. Tell the operator.",
  "admin.topUp.reason.source-failed":
    "The national service is out of order. It is tried again by itself.",
  "admin.topUp.reason.unexpected-answer":
    "The national service gave an unexpected answer. Tell the operator if this lasts.",
  "admin.topUp.reason.link-expired":
    "The list of changes has expired. It is read again from its beginning.",
  "admin.topUp.reason.too-large":
    "An answer of the national service exceeds the allowed size. Tell the operator.",
  "admin.topUp.reason.wrong-content-type":
    "The national service answered in another format. Tell the operator if this lasts.",
  "admin.topUp.reason.unreadable":
    "An answer of the national service cannot be read. It is tried again by itself.",
  "admin.topUp.reason.foreign-link":
    "The list goes on at another address, which was not read. Tell the operator.",
  "admin.topUp.reason.repeated-link":
    "The list of changes runs in a circle. Tell the operator if this lasts.",
  "admin.topUp.reason.too-many-pages":
    "The list is very long. Reading goes on with the next attempt.",
  "admin.topUp.reason.interrupted":
    "Reading was interrupted as the platform stopped. It goes on by itself.",
  "admin.topUp.reason.trusted-root-unreadable":
    "The configured trusted certificate cannot be read. Tell the operator.",
  "admin.topUp.reason.failed": "The platform met an error. Tell the operator if this lasts.",
  "admin.topUp.reason.import-running": "An import is running. The update waits for its end.",
  "admin.topUp.reason.too-many-departures":
    "Too many people would depart within a day. An administrator has to accept these departures.",
  "admin.topUp.reason.no-register": "No register has been imported yet. Import a file first.",
  "admin.topUp.reason.gap-too-long":
    "The last file is too old to be completed. Import a recent file.",
  "admin.topUp.reason.older-register":
    "An older file was imported. The update starts again from that file.",
  "admin.topUp.reason.other": "Reading did not succeed. Tell the operator if this lasts.",
}
