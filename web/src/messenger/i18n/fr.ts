import { frAdministration } from "./frAdministration"
import { frConsole } from "./frConsole"
import { frContacts } from "./frContacts"
import { frDirectory } from "./frDirectory"
import { frInvite } from "./frInvite"
import { frJoin } from "./frJoin"
import { frProfile } from "./frProfile"
import { frSearch } from "./frSearch"
import { frStaff } from "./frStaff"
import { frTopUp } from "./frTopUp"
import { french } from "./typography"

/**
 * Every sentence of the product in French, the reference language.
 * Plain spaces are written here; `french` puts the no-break ones where French typography asks for them.
 */
export const fr = french({
  "app.name": "Liaison",
  "app.tagline": "La messagerie des professionnels de santé",
  "app.loading": "Ouverture de Liaison",
  "app.skip": "Aller au contenu",
  "app.nav": "Navigation principale",

  "nav.messages": "Messages",
  "nav.directory": "Annuaire",
  "nav.devices": "Appareils",
  "nav.settings": "Réglages",
  "nav.audit": "Journal",
  "nav.unread": "{n, plural, one {# conversation non lue} other {# conversations non lues}}",

  "act.back": "Retour",
  "act.close": "Fermer",
  "act.cancel": "Annuler",
  "act.continue": "Continuer",
  "act.retry": "Réessayer",
  "act.reload": "Recharger",
  "act.clear": "Effacer la recherche",

  "login.title": "Bienvenue",
  "login.lead": "Échangez entre professionnels de santé, de personne à personne ou en équipe.",
  "login.psc": "Se connecter avec Pro Santé Connect",
  "login.staff": "Personnel d’une structure sans Pro Santé Connect",
  "login.staff.act": "Connexion de la structure",
  "login.promise.1": "Chiffré de bout en bout",
  "login.promise.1.text": "Seuls les destinataires lisent vos messages et vos photos.",
  "login.promise.2": "Identités vérifiées au RPPS",
  "login.promise.2.text": "Nom, profession et lieu sont montrés avant chaque envoi.",
  "login.promise.3": "Un état qui ne trompe pas",
  "login.promise.3.text": "Envoyé, remis et lu sont trois faits distincts.",
  "login.again": "Reconnectez-vous : vos brouillons sont conservés",
  "login.refused.title": "Connexion refusée",
  "login.refused.text":
    "Le niveau de votre connexion ne suffit pas. Vos données ne sont pas en cause. Utilisez votre carte CPS ou e-CPS.",
  "login.down.title": "Connexion impossible pour le moment",
  "login.down.text":
    "Le service ne répond pas. Vos messages sont conservés. Réessayez dans un instant.",
  "login.ended.title": "Inscription au RPPS terminée",
  "login.ended.text":
    "Votre inscription au répertoire est terminée. Contactez votre ordre pour la mettre à jour.",
  "login.unknown.title": "Compte sans accès à la messagerie",
  "login.unknown.text":
    "Votre compte n’est rattaché à aucune inscription. Demandez à l’administrateur de votre structure.",

  "setup.title": "Préparer cet appareil",
  "setup.lead": "Donnez-lui un nom que vous reconnaîtrez dans la liste de vos appareils.",
  "setup.name": "Nom de l’appareil",
  "setup.name.hint": "Par exemple : {example}",
  "setup.name.empty": "Écrivez un nom, par exemple : {example}",
  "setup.act": "Utiliser cet appareil",
  "setup.progress": "Préparation de l’appareil",
  "setup.progress.text": "Quelques secondes suffisent. Gardez cette page ouverte.",
  "setup.history": "Les messages reçus avant ce jour restent sur vos autres appareils.",
  "setup.stepUp.title": "Confirmez que c’est bien vous",
  "setup.stepUp.text":
    "Ajouter un appareil demande une connexion récente. Votre saisie est conservée.",
  "setup.failed.title": "L’appareil n’a pas pu être ajouté",

  "device.phone": "Téléphone {brand}",
  "device.phone.plain": "Téléphone",
  "device.tablet": "Tablette {brand}",
  "device.tablet.plain": "Tablette",
  "device.computer": "Ordinateur {system}",
  "device.computer.plain": "Ordinateur",

  "exercise.title": "Choisissez votre exercice",
  "exercise.lead": "Vous écrivez en tant que",
  "exercise.from": "Vous écrivez en tant que {profession}, {place}",
  "exercise.change": "Changer d’exercice",
  "exercise.none": "Lieu d’exercice non renseigné",

  "list.label": "Conversations",
  "list.new": "Écrire un message",
  "list.all": "Tout",
  "list.unread": "Non lus",
  "list.filter": "Filtrer les conversations",
  "list.search": "Rechercher",
  "list.search.hint": "Nom, profession, ville",
  "list.loading": "Chargement des conversations",
  "list.empty.title": "Aucune conversation",
  "list.empty.text":
    "Cherchez un confrère ou une consœur dans l’annuaire pour écrire un premier message.",
  "list.empty.act": "Ouvrir l’annuaire",
  "list.filtered.title": "Aucune conversation trouvée",
  "list.filtered.text":
    "Aucun nom, profession ou ville ne correspond. Vous pouvez chercher dans l’annuaire.",
  "list.filtered.unread.title": "Tout est lu",
  "list.filtered.unread.text": "Aucun message non lu.",
  "list.filtered.unread.act": "Voir toutes les conversations",
  "list.none.title": "Choisissez une conversation",
  "list.none.text": "Ou écrivez à une personne de l’annuaire.",
  "list.unreadCount": "{n, plural, one {# message non lu} other {# messages non lus}}",
  "list.draft": "Brouillon : {text}",
  "list.photo": "Photo",
  "list.noMessage": "Aucun message pour l’instant",
  "list.failedRow": "Non envoyé",
  "list.members": "{n, plural, one {# personne} other {# personnes}}",
  "list.namesMore": "{names} et {n, plural, one {# autre} other {# autres}}",

  "directory.title": "Nouvelle conversation",
  "directory.page": "Annuaire",
  "directory.search": "Nom, profession, ville",
  "directory.label": "Rechercher dans l’annuaire",
  "directory.profession": "Profession",
  "directory.profession.all": "Toute profession",
  "directory.town": "Lieu d’exercice",
  "directory.town.hint": "Ville ou code postal",
  "directory.results": "{n, plural, one {# résultat} other {# résultats}}",
  "directory.resultsMore":
    "Plus de {n, plural, one {# résultat} other {# résultats}} : précisez la ville ou la profession",
  "directory.searching": "Recherche en cours",
  "directory.none.title": "Aucun résultat dans l’annuaire",
  "directory.none.text": "Vérifiez l’orthographe du nom, ou retirez un filtre.",
  "directory.none.act": "Retirer les filtres",
  "directory.start.title": "À qui voulez-vous écrire ?",
  "directory.start.text":
    "Cherchez par nom, profession et ville. Aucun numéro de téléphone n’est nécessaire.",
  "directory.more": "Afficher plus de résultats",
  "directory.more.failed": "La suite n’a pas pu être affichée",
  "directory.failed.title": "L’annuaire ne répond pas",
  "directory.failed.text": "Vos conversations restent utilisables. Réessayez dans un instant.",
  "directory.offline.title": "Annuaire indisponible hors connexion",
  "directory.offline.text":
    "Vos conversations restent lisibles. La recherche reprendra au retour du réseau.",
  "directory.stale": "Annuaire à jour au {date}",
  "directory.absent": "Pas encore sur Liaison",
  "directory.already": "Déjà écrit",
  "directory.ended": "Inscription au RPPS terminée",
  "directory.homonym": "Homonymes : comparez les lieux",
  "directory.several": "Écrire à plusieurs personnes",
  "directory.one": "Écrire à une seule personne",
  "directory.you": "Vous",
  "directory.card": "Fiche",
  "directory.pick.title": "Choisissez une personne",
  "directory.pick.text":
    "Sa profession, son lieu d’exercice et son inscription s’affichent avant le premier message.",

  "card.verified": "Inscription au RPPS vérifiée",
  "card.verifiedOn": "Répertoire au {date}",
  "card.vouched": "Identité garantie par sa structure",
  "card.student": "Inscription au RPPS pendant les études",
  "card.ended": "Inscription au RPPS terminée",
  "card.ended.text": "Cette personne ne peut plus recevoir de message. Cherchez qui la remplace.",
  "card.absent": "Pas encore sur Liaison",
  "card.absent.text":
    "Cette personne n’a pas encore d’appareil. Un message ne lui parviendrait pas.",
  "card.place": "Lieu d’exercice",
  "card.register": "Inscription",
  "card.mssante": "MSSanté",
  "card.mssante.kept": "A une adresse publiée, affichée une fois en ligne",
  "card.rpps": "Numéro RPPS",
  "card.encrypted": "Chiffré de bout en bout",
  "card.homonyms": "{n, plural, one {# homonyme} other {# homonymes}} : {places}",
  "card.compare": "Comparer",
  "card.homonyms.title": "Homonymes : comparez les lieux",
  "card.write": "Écrire à {name}",
  "card.writeFull": "Écrire à {name}, {profession}, {town}",
  "card.wrong": "Ce n’est pas la bonne personne",
  "card.choose": "Choisir cette personne",
  "card.here": "La fiche ouverte",
  "card.failed.title": "La conversation n’a pas pu être créée",
  "card.creating": "Création de la conversation",
  "card.notFound.title": "Fiche introuvable",
  "card.notFound.text": "Cette personne n’est plus dans l’annuaire.",

  "group.title": "Écrire à plusieurs personnes",
  "group.chosen":
    "{n, plural, =0 {Aucune personne choisie} one {# personne choisie} other {# personnes choisies}}",
  "group.remove": "Retirer {name}",
  "group.create": "{n, plural, =0 {Écrire} one {Écrire à # personne} other {Écrire à # personnes}}",
  "group.createOne": "Écrire à {name}",
  "group.empty": "Choisissez au moins une personne dans l’annuaire",

  "conversation.messages": "Messages",
  "conversation.details": "Membres",
  "conversation.loading": "Ouverture de la conversation",
  "conversation.start.direct":
    "Chiffré de bout en bout. Vérifiez la personne et le lieu avant le premier message.",
  "conversation.start.group":
    "Chiffré de bout en bout. Vous écrivez à {n, plural, one {# personne} other {# personnes}} : vérifiez la liste avant le premier message.",
  "conversation.new": "Nouveaux messages",
  "conversation.latest": "Aller au plus récent",
  "conversation.latestCount": "{n, plural, one {# nouveau message} other {# nouveaux messages}}",
  "conversation.older": "Afficher les messages précédents",
  "conversation.unavailable": "Message indisponible sur cet appareil",
  "conversation.unavailable.other": "Demandez à son auteur de l’envoyer de nouveau.",
  "conversation.unavailable.format":
    "Il demande une version plus récente de Liaison. Rechargez la page.",
  "conversation.missing.title": "Conversation introuvable",
  "conversation.missing.text": "Action refusée : vous n’êtes pas membre.",
  "conversation.missing.act": "Voir les conversations",
  "conversation.renewed": "La conversation a été renouvelée pour des raisons techniques",
  "conversation.previous": "Messages précédents",
  "conversation.previousUnread":
    "{n, plural, one {Messages précédents, # non lu} other {Messages précédents, # non lus}}",
  "conversation.system.created": "Conversation créée",
  "conversation.system.joined": "{name} a rejoint la conversation",
  "conversation.system.left": "{name} a quitté la conversation",
  "conversation.system.device": "{name} utilise un nouvel appareil",
  "conversation.system.deviceRemoved": "L’appareil de {name} a été retiré",
  "conversation.system.resynced": "L’appareil de {name} s’est resynchronisé",
  "conversation.system.you.joined": "Vous avez rejoint la conversation",
  "conversation.system.you.left": "Vous avez quitté la conversation",
  "conversation.system.you.device": "Vous utilisez un nouvel appareil",
  "conversation.system.you.deviceRemoved": "Un de vos appareils a été retiré",
  "conversation.system.you.resynced": "Un de vos appareils s’est resynchronisé",
  "conversation.system.here.new-device":
    "Cet appareil a rejoint la conversation\u00a0; les messages précédents n’y sont pas lisibles",
  "conversation.system.here.resynced":
    "Cet appareil s’est resynchronisé\u00a0; des messages ont pu manquer",
  "conversation.you": "Vous",
  "conversation.unknownMember": "Membre non identifié",
  "conversation.saidBy": "{name} : {text}",
  "conversation.burst": "{n, plural, one {# nouveau message} other {# nouveaux messages}}",

  "state.queued": "En attente de réseau",
  "state.sending": "Envoi…",
  "state.sent": "Envoyé",
  "state.delivered": "Remis",
  "state.deliveredCount": "Remis à {n} sur {m}",
  "state.read": "Lu",
  "state.readCount": "Lu par {n} sur {m}",
  "state.failed": "Non envoyé",
  "state.retry": "Réessayer",
  "state.notDelivered": "Pas encore remis à {name}",
  "state.late": "Pas encore remis",

  "message.urgent": "Urgent",

  "failure.refused": "L’envoi a été refusé. Le message est conservé ici.",
  "failure.expired": "Le réseau a manqué pendant plus de 24 h. Le message est conservé ici.",
  "failure.attachment": "La photo n’a pas pu être envoyée. Elle est conservée ici.",
  "failure.noRecipient":
    "Personne ici n’a d’appareil pour le recevoir. Le message est conservé ici.",
  "failure.attachmentLost":
    "La conversation a été renouvelée avant le départ de ce fichier. Ajoutez-le et envoyez-le de nouveau.",
  "failure.discard": "Retirer le message",

  "info.title": "Infos du message",
  "info.sentAt": "Envoyé le {date}",
  "info.read": "Lu",
  "info.delivered": "Remis",
  "info.waiting": "Pas encore remis",
  "info.nothing": "Ce message n’est pas encore parti.",
  "info.people": "{n, plural, one {# personne} other {# personnes}}",

  "composer.label": "Écrire à {name}",
  "composer.labelGroup": "{n, plural, one {Écrire à # personne} other {Écrire à # personnes}}",
  "composer.send": "Envoyer",
  "composer.photo": "Ajouter une photo",
  "composer.photo.alt": "Description de la photo",
  "composer.photo.remove": "Retirer la photo",
  "composer.photo.preparing": "Préparation de la photo",
  "composer.photo.ready": "Photo prête. Le lieu de prise de vue est retiré.",
  "composer.photo.unreadable":
    "Cette image n’a pas pu être lue. Choisissez une photo JPEG, PNG ou WebP.",
  "composer.empty": "Écrivez un message ou ajoutez une photo avant d’envoyer.",
  "composer.tooLong":
    "Message trop long : retirez {n, plural, one {# caractère} other {# caractères}}.",
  "composer.inactive":
    "Vous n’êtes plus membre de cette conversation. Les messages reçus restent lisibles ici.",

  "composer.renewing":
    "La conversation est en cours de renouvellement. Vos messages partiront ensuite, sans action de votre part.",
  "composer.previous": "Cette conversation a été renouvelée. Ses messages restent lisibles ici.",
  "composer.previous.act": "Continuer dans la conversation actuelle",

  "document.save": "Enregistrer {name}",
  "document.failed": "Le document n’a pas pu être chargé.",
  "photo.alt": "Photo, {author}, {date}",
  "photo.open": "Agrandir la photo : {alt}",
  "photo.failed": "La photo n’a pas pu être chargée.",
  "photo.uploading": "Envoi de la photo : {percent}",
  "photo.viewer": "Photo",
  "photo.zoomIn": "Agrandir",
  "photo.zoomOut": "Réduire",
  "photo.fit": "Ajuster à l’écran",

  "members.title": "Membres",
  "members.you": "{name} (vous)",
  "members.lead": "{n, plural, one {# membre} other {# membres}}",

  "members.admin": "Administre la conversation",

  "renewal.act": "Recréer la conversation…",
  "renewal.title": "Recréer la conversation ?",
  "renewal.text":
    "Une nouvelle conversation prend sa place, avec les mêmes personnes. Recréez-la si des membres n’arrivent plus à lire ou à écrire.",
  "renewal.kept": "Les messages précédents restent lisibles sur les appareils qui les ont reçus.",
  "renewal.waiting":
    "Pendant quelques secondes, les messages écrits attendent. Un appareil hors connexion rejoint à son retour.",
  "renewal.final": "Rien ne permet de revenir à la conversation actuelle.",
  "renewal.confirm": "Recréer la conversation",

  "devices.title": "Mes appareils",
  "devices.lead": "Chaque appareil de cette liste peut lire et écrire en votre nom.",
  "devices.this": "Cet appareil",
  "devices.others": "Autres appareils",
  "devices.othersNone": "Aucun autre appareil. Ajoutez-en un en vous y connectant.",
  "devices.added": "Ajouté le {date}",
  "devices.activeNow": "Actif maintenant",
  "devices.until": "Valable jusqu’au {date}",
  "devices.remove": "Retirer",
  "devices.removeNamed": "Retirer {name}",
  "devices.remove.title": "Retirer « {name} » ?",
  "devices.remove.text": "Il ne recevra plus aucun message et ne pourra plus écrire en votre nom.",
  "devices.remove.kept": "Vos conversations restent sur vos autres appareils.",
  "devices.remove.self":
    "Les messages enregistrés sur cet appareil seront effacés et vous devrez vous reconnecter.",
  "devices.remove.last":
    "C’est votre seul appareil : les messages qu’il contient ne seront plus lisibles.",
  "devices.remove.done": "« {name} » est retiré. Il ne reçoit plus rien.",
  "devices.remove.failed": "L’appareil n’a pas été retiré. Il reste actif. Réessayez.",
  "devices.lost": "J’ai perdu un appareil",
  "devices.lost.title": "Quel appareil avez-vous perdu ?",
  "devices.lost.text":
    "Il sera retiré tout de suite. Personne ne pourra y lire de nouveau message.",
  "devices.lost.none": "Aucun autre appareil n’est actif.",
  "unproven.title": "Appareil non vérifié",
  "unproven.text":
    "Un appareil qui lit cette conversation ne figure pas au journal public : {names}. N’échangez rien de confidentiel avant d’avoir joint cette personne par un autre moyen.",
  "keys.hidden.title": "Un appareil inconnu lit en votre nom",
  "keys.hidden.text":
    "Depuis le {date}, le journal public tient à votre nom un appareil que l’annuaire ne vous montre pas. Prévenez votre structure.",
  "keys.unlogged":
    "« {name} » ne figure pas au journal public. Retirez cet appareil s’il n’est pas à vous.",
  "keys.unchecked":
    "Le journal public des appareils n’a pas pu être vérifié. Réessayez dans quelques minutes.",
  "devices.revoked.title": "Cet appareil a été retiré",
  "devices.revoked.text": "Ses messages ont été effacés. Connectez-vous pour l’ajouter de nouveau.",
  "devices.loading": "Chargement des appareils",
  "devices.failed.title": "La liste des appareils ne répond pas",
  "devices.failed.text": "Rien n’a changé pour vos appareils. Réessayez dans un instant.",

  "settings.title": "Réglages",
  "settings.profile": "Vous écrivez en tant que",
  "settings.display": "Affichage",
  "settings.language": "Langue",
  "settings.theme": "Apparence",
  "settings.theme.system": "Comme l’appareil",
  "settings.theme.light": "Toujours clair",
  "settings.theme.dark": "Toujours sombre",
  "settings.size": "Taille du texte",
  "settings.notifications": "Notifications",
  "settings.notifications.text": "Une notification ne montre ni nom, ni patient, ni lieu.",
  "settings.notifications.act": "Autoriser les notifications",
  "settings.notifications.on": "Autorisées sur cet appareil",
  "settings.notifications.stop": "Arrêter les notifications",
  "settings.notifications.denied":
    "Bloquées par le navigateur. Modifiez l’autorisation dans ses réglages, puis rechargez.",
  "settings.notifications.unsupported": "Sur iPhone, ajoutez d’abord Liaison à l’écran d’accueil.",
  "settings.notifications.failed": "Les notifications n’ont pas pu être activées. Réessayez.",
  "settings.shortcuts": "Raccourcis clavier",
  "settings.leave.heading": "Terminer",
  "settings.leave": "Terminer et effacer ce poste",
  "settings.leave.text":
    "Les messages et brouillons de cet appareil sont effacés. Ils restent sur vos autres appareils.",
  "settings.leave.title": "Terminer et effacer ce poste ?",
  "settings.leave.pending":
    "{n, plural, one {# message n’est pas encore parti et sera perdu.} other {# messages ne sont pas encore partis et seront perdus.}}",
  "settings.signOut": "Se déconnecter",
  "settings.accessibility": "Accessibilité",
  "settings.accessibility.text":
    "Liaison vise les niveaux WCAG 2.2 AA et RGAA 4.1. Tout est utilisable au clavier et au lecteur d’écran.",

  "shortcuts.title": "Raccourcis clavier",
  "shortcuts.search": "Rechercher",
  "shortcuts.nextConversation": "Conversation suivante ou précédente",
  "shortcuts.nextUnread": "Conversation non lue suivante ou précédente",
  "shortcuts.pane": "Zone suivante",
  "shortcuts.close": "Fermer ce qui est au premier plan",
  "shortcuts.list": "Afficher les raccourcis",
  "shortcuts.info": "Infos du message",
  "shortcuts.latest": "Aller au plus récent",

  "network.offline": "Hors connexion",
  "network.offline.text": "Vos messages partiront au retour du réseau",
  "network.reconnecting": "Reconnexion en cours",
  "network.back": "Connexion rétablie",
  "network.catchingUpPlain": "Mise à jour des messages",

  "error.title": "Cette page n’a pas pu s’afficher",
  "error.text": "Une erreur est survenue. Vos messages et brouillons sont conservés.",
  "error.reference": "Réessayez ou transmettez la référence {reference}",
  "error.notFound.title": "Page introuvable",
  "error.notFound.text": "L’adresse ne mène à aucune page. Vos messages sont conservés.",
  "error.notFound.act": "Revenir aux messages",
  "error.forbidden.title": "Accès non autorisé",
  "error.forbidden.text": "Votre rôle ne permet pas d’ouvrir cette page.",
  "error.locked.title": "Liaison est déjà ouvert",
  "error.locked.text": "Une autre fenêtre utilise cet appareil. Fermez-la ou continuez ici.",
  "error.locked.act": "Continuer ici",
  "error.network": "Le réseau ne répond pas. Rien n’est perdu. Réessayez.",
  "error.action": "L’action n’a pas abouti. Rien n’a changé. Réessayez.",
  "error.refused": "Action refusée : votre rôle ne la permet pas.",
  "error.ended": "Votre accès à Liaison est suspendu ou fermé. Adressez-vous à votre structure.",
  "error.missing": "Introuvable. Rien n’a changé.",
  "error.notAdmin": "Seul un administrateur de la conversation peut faire cela.",
  "error.unlogged":
    "Un appareil ne figure pas encore au journal public ({names}). Rien n’a été envoyé. Réessayez dans quelques minutes.",
  "error.logSilent":
    "Le journal public des appareils ne répond pas ; impossible de vérifier : {names}. Rien n’a été envoyé. Réessayez dans quelques minutes.",
  "error.logRefused":
    "Refusé pour votre sécurité : le journal public révoque ou contredit un appareil de : {names}. À joindre par un autre moyen.",
  "error.exhausted":
    "{name} ne peut pas encore recevoir de message : son appareil doit d’abord se connecter.",

  ...frConsole,
  ...frContacts,
  ...frDirectory,
  ...frSearch,
  ...frInvite,
  ...frProfile,
  ...frAdministration,
  ...frJoin,
  ...frStaff,
  ...frTopUp,
})

/** A sentence's name: the French catalogue decides which exist. */
export type MessageKey = keyof typeof fr

/** One language's sentences, complete by type. */
export type Catalogue = Readonly<Record<MessageKey, string>>
