import type { AuditEntry } from "../core"
import type { Language } from "../messenger/i18n/format"

/** Acts of the log in words. Codes are stable names given by the services; an unknown one is shown as it is. */
const WORDS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  "account.bind": ["Rattachement du compte au répertoire", "Account bound to the register"],
  "directory.me": ["Consultation de sa propre fiche", "Own card read"],
  "directory.search": ["Recherche dans l’annuaire", "Directory search"],
  "directory.card": ["Consultation d’une fiche", "Card read"],
  "directory.match": ["Recherche de correspondants", "Correspondents looked for"],
  "directory.structure-search": ["Recherche d’une structure", "Structure search"],
  "directory.structure": ["Consultation d’une structure", "Structure read"],
  "directory.structure-members": [
    "Consultation des membres d’une structure",
    "Members of a structure read",
  ],
  "directory.structure-services": [
    "Consultation des services d’une structure",
    "Services of a structure read",
  ],
  "device.list": ["Consultation des appareils", "Devices read"],
  "device.challenge": ["Demande d’ajout d’un appareil", "Device enrolment requested"],
  "device.enrol": ["Ajout d’un appareil", "Device added"],
  "device.revoke": ["Retrait d’un appareil", "Device removed"],
  "device.renew": ["Renouvellement d’un certificat", "Certificate renewed"],
  "device.binding": ["Clé d’un appareil inscrite au journal", "Key of a device logged"],
  "register.import.begin": ["Début d’un import du répertoire", "Register import begun"],
  "register.import": ["Import du répertoire", "Register import"],
  "register.fetch": ["Recherche d’un fichier à la source", "Fetch from the source"],
  "register.imports.read": ["Consultation des imports", "Imports read"],
  "register.defects.read": ["Consultation des défauts d’un import", "Defects of an import read"],
  "register.top-up": ["Mise à jour continue du répertoire", "Continuous update of the register"],
  "register.top-up.read": ["Consultation de la mise à jour continue", "Continuous update read"],
  "register.top-up.accept": [
    "Départs de la mise à jour continue acceptés",
    "Departures of the continuous update accepted",
  ],
  "practitioner.depart": ["Fin d’inscription au répertoire", "Register registration ended"],
  "practitioner.return": ["Retour au répertoire", "Back in the register"],
  "conversation.create": ["Création d’une conversation", "Conversation created"],
  "conversation.commit": ["Changement dans une conversation", "Conversation changed"],
  "conversation.read": ["Ouverture d’une conversation", "Conversation opened"],
  "member.add": ["Entrée d’un membre", "Member added"],
  "member.remove": ["Sortie d’un membre", "Member removed"],
  "admin.grant": ["Nomination d’un administrateur", "Administrator appointed"],
  "admin.revoke": ["Retrait d’un administrateur", "Administrator withdrawn"],
  "message.send": ["Envoi d’un message", "Message sent"],
  "history.read": ["Lecture des messages", "Messages fetched"],
  "receipt.move": ["Accusé de réception ou de lecture", "Delivery or read receipt"],
  "stream.open": ["Connexion en direct", "Live connection"],
  "welcome.take": ["Entrée dans une conversation", "Conversation joined"],
  "keypackage.claim": ["Préparation d’un échange chiffré", "Encrypted exchange prepared"],
  "keypackage.upload": ["Mise à disposition d’un appareil", "Device made reachable"],
  "attachment.upload": ["Envoi d’une pièce jointe", "Attachment sent"],
  "attachment.download": ["Ouverture d’une pièce jointe", "Attachment opened"],
  "attachment.delete": ["Suppression d’une pièce jointe", "Attachment deleted"],
  "notification.subscribe": ["Activation des notifications", "Notifications turned on"],
  "notification.unsubscribe": ["Arrêt des notifications", "Notifications turned off"],
  "notification.push": ["Notification envoyée", "Notification sent"],
  "audit.search": ["Consultation du journal", "Log searched"],
  "audit.bindings": ["Vérification de la clé d’un appareil", "Key of a device checked"],
  "audit.prove": ["Demande de preuve", "Proof requested"],
  "audit.purge": ["Purge du journal", "Log purged"],
}

/** The codes offered as a filter. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(WORDS)

export function actionWords(action: string, language: Language): string {
  return WORDS[action]?.[language === "fr" ? 0 : 1] ?? action
}

const OBJECTS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  act: ["entrée", "entry"],
  actor: ["personne", "person"],
  attachment: ["pièce jointe", "attachment"],
  device: ["appareil", "device"],
  practitioner: ["fiche", "card"],
}

/** What was acted on: a kind in words and the first letters of its id. */
export function objectWords(entry: AuditEntry, language: Language): string {
  if (entry.object === undefined) {
    return entry.conversationId === undefined ? "-" : `conv. ${shortId(entry.conversationId) ?? ""}`
  }
  const { type, id } = entry.object
  const word = OBJECTS[type]?.[language === "fr" ? 0 : 1] ?? type
  return `${word} ${shortId(id) ?? ""}`
}

/** Who acted, by the best identifier the entry holds; undefined for a visitor nobody knows. */
export function actorWords(entry: AuditEntry): string | undefined {
  const { nationalId, accountId, practitionerId } = entry.actor
  return nationalId ?? shortId(accountId) ?? shortId(practitionerId)
}

/** The first letters of an opaque id, enough to tell two rows apart. */
export function shortId(id: string | undefined): string | undefined {
  return id?.slice(0, 8)
}
