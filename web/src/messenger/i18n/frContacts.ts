/** Correspondents of one's own and the list they are found by, in French. */
export const frContacts = {
  "directory.tab.contacts": "Mes correspondants",
  "contacts.title": "Retrouver mes correspondants",
  "contacts.lead":
    "Donnez votre carnet d’adresses : l’annuaire retrouve les professionnels de santé qui y figurent.",
  "contacts.privacy":
    "La liste est lue sur cet appareil. L’annuaire reçoit noms, lieux, professions, numéros RPPS et adresses MSSanté, et n’en garde rien. Aucun numéro de téléphone n’est envoyé.",
  "contacts.source": "Votre liste",
  "contacts.source.paste": "Collez votre liste",
  "contacts.source.hint":
    "Adresses MSSanté, tableau (nom, prénom, ville, profession) ou fiches vCard.",
  "contacts.source.drop": "Vous pouvez aussi déposer un fichier ici.",
  "contacts.source.file": "Choisir un fichier",
  "contacts.source.file.hint": "Fichier vCard, CSV ou texte, de 2 Mo au plus.",
  "contacts.source.act": "Chercher dans l’annuaire",
  "contacts.source.nobody":
    "Personne à chercher dans cette liste. Il faut une adresse MSSanté, un numéro RPPS, ou un nom et un prénom.",
  "contacts.source.tooBig": "Cette liste dépasse 2 Mo. Coupez-la en plusieurs fichiers.",
  "contacts.source.unreadable": "Ce fichier est illisible. Essayez un fichier vCard, CSV ou texte.",
  "contacts.running": "Recherche dans l’annuaire",
  "contacts.progress": "{done} sur {total}",
  "contacts.failed": "La recherche s’est arrêtée",
  "contacts.tooMany":
    "Vous avez cherché beaucoup de monde en peu de temps. Reprenez dans une heure.",
  "contacts.again": "Chercher une autre liste",
  "contacts.cut":
    "Seules les {most} premières personnes sont cherchées. {n, plural, one {# personne reste} other {# personnes restent}} de côté.",
  "contacts.unusable":
    "{n, plural, one {# ligne n’a} other {# lignes n’ont}} ni adresse MSSanté, ni numéro RPPS, ni nom complet.",
  "contacts.found":
    "{n, plural, =0 {Personne retrouvée} one {# personne retrouvée} other {# personnes retrouvées}}",
  "contacts.found.none": "Aucune personne n’est retrouvée avec certitude.",
  "contacts.known": "Déjà dans vos correspondants",
  "contacts.choose": "{n, plural, one {# personne à choisir} other {# personnes à choisir}}",
  "contacts.choose.who": "Qui est « {label} » ?",
  "contacts.choose.of": "{n} sur {total}",
  "contacts.choose.nobody": "Aucune de ces personnes",
  "contacts.choose.more": "D’autres personnes portent ce nom. Cherchez-les dans l’annuaire.",
  "contacts.choose.missing": "Choisissez une personne, ou « Aucune de ces personnes ».",
  "contacts.choose.act": "Valider ce choix",
  "contacts.reason.mssante": "Même adresse MSSanté",
  "contacts.reason.rpps": "Même numéro RPPS",
  "contacts.reason.name": "Même nom",
  "contacts.reason.nearName": "Nom proche",
  "contacts.reason.place": "Même lieu",
  "contacts.reason.profession": "Même profession",
  "contacts.add": "{n, plural, one {Ajouter # correspondant} other {Ajouter # correspondants}}",
  "contacts.added": "{n, plural, one {# correspondant ajouté} other {# correspondants ajoutés}}",
  "contacts.added.text": "Retrouvez-les dans l’annuaire, sous « Mes correspondants ».",
  "contacts.missing":
    "{n, plural, one {# personne non retrouvée} other {# personnes non retrouvées}}",
  "contacts.missing.text":
    "Rien n’est gardé de ces lignes. Vous pouvez envoyer une invitation à ces personnes.",
  "contacts.missing.invite": "Copier le texte d’invitation",
  "contacts.none.title": "Pas encore de correspondant",
  "contacts.none.text": "Retrouvez ici les personnes à qui vous écrivez souvent.",
  "contacts.remove": "Retirer {name} de mes correspondants",
  "contacts.removed": "{name} ne figure plus dans vos correspondants",
} as const
