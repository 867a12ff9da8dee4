/** What one sends to colleagues so that they come to Liaison, in French. */
export const frInvite = {
  "invite.title": "Quitter WhatsApp avec vos correspondants",
  "invite.lead":
    "Envoyez ce texte, ou montrez le code. Tous deux mènent à votre fiche, sans numéro de téléphone.",
  "invite.language": "Langue du texte",
  "invite.hello":
    "Bonjour, pour nos échanges sur les patients, j’utilise Liaison. C’est une messagerie chiffrée réservée aux professionnels de santé.",
  "invite.card": "Ma fiche : {address}",
  "invite.how": "Pour m’écrire :",
  "invite.open": "Ouvrez ce lien.",
  "invite.signIn": "Connectez-vous avec Pro Santé Connect (e-CPS ou carte CPS).",
  "invite.write": "Nommez votre appareil, puis choisissez « Écrire ».",
  "invite.thanks": "Merci de ne plus m’envoyer de données de patients par WhatsApp ou SMS.",
  "invite.copy": "Copier le texte",
  "invite.copied": "Texte copié",
  "invite.code": "Code QR de la fiche de {name}",
  "invite.png": "Code en PNG",
  "invite.svg": "Code en SVG",
  "invite.copyFailed": "La copie est refusée par le navigateur. Sélectionnez le texte à la main.",
  "invite.saveFailed": "Le fichier n’a pas pu être fait. Essayez l’autre format.",
} as const
