/** The administrators' page on the top-up of the directory between two files, in French. */
export const frTopUp = {
  "admin.topUp": "Mise à jour continue",
  "admin.topUp.intro":
    "Entre deux fichiers, les changements du répertoire sont lus auprès du service national. Chaque consultation est inscrite au journal.",
  "admin.topUp.failed": "L’état de la mise à jour n’a pas pu être lu",
  "admin.topUp.stale": "Actualisation impossible : l’état affiché date de {time}",

  "admin.topUp.off": "Mise à jour continue non configurée",
  "admin.topUp.off.text":
    "L’annuaire change seulement avec les fichiers importés. L’exploitant peut configurer l’accès au service national.",
  "admin.topUp.new": "Aucune lecture pour l’instant",
  "admin.topUp.new.text": "La première lecture commence d’elle-même.",
  "admin.topUp.running": "Lecture en cours",
  "admin.topUp.running.text":
    "{n, plural, =0 {Aucune page lue pour l’instant.} one {# page lue.} other {# pages lues.}}",
  "admin.topUp.resuming": "La mise à jour va reprendre",
  "admin.topUp.resuming.text": "Elle reprend d’elle-même, en général dans les dix minutes.",
  "admin.topUp.paused": "Mise à jour en pause, elle reprend d’elle-même",
  "admin.topUp.failing": "La mise à jour n’aboutit pas",
  "admin.topUp.current": "Annuaire à jour",
  "admin.topUp.current.text":
    "Tout ce que le service national disait le {date} est dans l’annuaire.",
  "admin.topUp.held":
    "{n, plural, =0 {Des départs attendent} one {# départ attend} other {# départs attendent}} votre décision",
  "admin.topUp.held.text":
    "C’est plus que la limite d’une journée. La mise à jour est arrêtée : d’ici là, aucun autre changement n’est repris. Vérifiez auprès de l’Annuaire Santé avant d’accepter.",
  "admin.topUp.held.act": "Accepter ces départs…",

  "admin.topUp.accept.title":
    "{n, plural, =0 {Accepter les départs en attente} one {Accepter # départ} other {Accepter # départs}}",
  "admin.topUp.accept.lose":
    "{n, plural, =0 {Des personnes perdent} one {Une personne perd} other {Ces # personnes perdent}} l’accès aussitôt. Leurs appareils sont retirés définitivement et leurs conversations prennent fin.",
  "admin.topUp.accept.most": "Départs acceptés au plus",
  "admin.topUp.accept.most.hint":
    "La même lecture peut apporter d’autres départs. Au-delà de ce nombre, la mise à jour s’arrête à nouveau et vous le demande.",
  "admin.topUp.accept.most.wrong": "Indiquez un nombre entier, de {least} à {most}.",
  "admin.topUp.accept.forever":
    "Cela ne peut pas être annulé. Une personne ne revient que si le répertoire la liste à nouveau, et avec un nouvel appareil.",
  "admin.topUp.accept.act":
    "{n, plural, =0 {Accepter les départs} one {Accepter # départ} other {Accepter # départs}}",
  "admin.topUp.accept.upTo": "Accepter jusqu’à {n} départs",
  "admin.topUp.accept.gone": "Plus rien n’attend",
  "admin.topUp.accept.gone.text":
    "Ces départs ont déjà été acceptés, ou un fichier plus ancien a été importé entre-temps.",
  "admin.topUp.accept.unsure": "L’acceptation n’a pas été confirmée",
  "admin.topUp.accept.changed": "Le nombre a changé. Relisez-le avant d’accepter.",
  "admin.topUp.accepted": "Départs acceptés",
  "admin.topUp.accepted.waiting":
    "La mise à jour reprend d’elle-même, en général dans les dix minutes.",
  "admin.topUp.accepted.running":
    "La lecture continue : {n, plural, =0 {aucun départ} one {# départ} other {# départs}} jusqu’ici.",
  "admin.topUp.accepted.done":
    "La lecture est terminée : {n, plural, =0 {aucun départ} one {# départ} other {# départs}} en tout.",
  "admin.topUp.accepted.superseded":
    "La lecture a été abandonnée, car un fichier plus ancien a été importé.",

  "admin.topUp.facts": "Où en est la mise à jour",
  "admin.topUp.configured": "Accès au service national",
  "admin.topUp.configured.yes": "Configuré",
  "admin.topUp.configured.no": "Non configuré",
  "admin.topUp.point": "Annuaire complet jusqu’au",
  "admin.topUp.date": "Fichier de départ",
  "admin.topUp.success": "Dernière réussite",
  "admin.topUp.attempt": "Dernier essai",
  "admin.topUp.failure": "Dernier échec",
  "admin.topUp.failure.none": "Aucun",
  "admin.topUp.failure.over": "Résolu depuis.",
  "admin.topUp.notBefore": "Pas de nouvel essai avant",
  "admin.topUp.never": "Aucune pour l’instant",
  "admin.topUp.never.attempt": "Aucun pour l’instant",

  "admin.topUp.counts":
    "{n, plural, one {# lecture depuis le {date}} other {# lectures depuis le {date}}}",
  "admin.topUp.people": "Personnes lues",
  "admin.topUp.arrivals": "Nouvelles",
  "admin.topUp.changes": "Modifiées",
  "admin.topUp.departures": "Parties",
  "admin.topUp.returns": "Revenues",
  "admin.topUp.successions": "Passées au RPPS",
  "admin.topUp.heldBack": "Laissées au prochain fichier",
  "admin.topUp.unusable": "Inutilisables",
  "admin.topUp.history": "Dernières lectures",
  "admin.topUp.started": "Début",
  "admin.topUp.ended": "Fin",
  "admin.topUp.state": "État",
  "admin.topUp.state.running": "En cours",
  "admin.topUp.state.paused": "En pause",
  "admin.topUp.state.stopped": "Arrêtée",
  "admin.topUp.state.completed": "Terminée",
  "admin.topUp.state.superseded": "Abandonnée",

  "admin.topUp.reason.unreachable":
    "Le service national ne répond pas. Un nouvel essai suit de lui-même.",
  "admin.topUp.reason.untrusted-certificate":
    "Le certificat du service national n’est pas reconnu. Prévenez l’exploitant.",
  "admin.topUp.reason.too-slow":
    "Le service national répond trop lentement. Un nouvel essai suit de lui-même.",
  "admin.topUp.reason.throttled":
    "Le service national demande d’attendre. La lecture reprend d’elle-même.",
  "admin.topUp.reason.key-refused":
    "Le service national refuse le code d’accès de cette plateforme. Prévenez l’exploitant.",
  "admin.topUp.reason.redirected":
    "Le service national renvoie vers une autre adresse. Prévenez l’exploitant.",
  "admin.topUp.reason.source-failed":
    "Le service national est en panne. Un nouvel essai suit de lui-même.",
  "admin.topUp.reason.unexpected-answer":
    "Le service national a donné une réponse inattendue. Prévenez l’exploitant si cela dure.",
  "admin.topUp.reason.link-expired":
    "La liste des changements a expiré. Elle est relue depuis le début.",
  "admin.topUp.reason.too-large":
    "Une réponse du service national dépasse la taille permise. Prévenez l’exploitant.",
  "admin.topUp.reason.wrong-content-type":
    "Le service national a répondu dans un autre format. Prévenez l’exploitant si cela dure.",
  "admin.topUp.reason.unreadable":
    "Une réponse du service national est illisible. Un nouvel essai suit de lui-même.",
  "admin.topUp.reason.foreign-link":
    "La suite de la liste mène à une autre adresse et n’a pas été lue. Prévenez l’exploitant.",
  "admin.topUp.reason.repeated-link":
    "La liste des changements tourne en rond. Prévenez l’exploitant si cela dure.",
  "admin.topUp.reason.too-many-pages":
    "La liste est très longue. La lecture continue au prochain essai.",
  "admin.topUp.reason.interrupted":
    "La lecture a été interrompue par un arrêt de la plateforme. Elle reprend d’elle-même.",
  "admin.topUp.reason.trusted-root-unreadable":
    "Le certificat de confiance configuré est illisible. Prévenez l’exploitant.",
  "admin.topUp.reason.failed":
    "La plateforme a rencontré une erreur. Prévenez l’exploitant si cela dure.",
  "admin.topUp.reason.import-running": "Un import est en cours. La mise à jour attend sa fin.",
  "admin.topUp.reason.too-many-departures":
    "Trop de personnes partiraient en une journée. Un administrateur doit accepter ces départs.",
  "admin.topUp.reason.no-register":
    "Aucun répertoire n’a encore été importé. Importez d’abord un fichier.",
  "admin.topUp.reason.gap-too-long":
    "Le dernier fichier est trop ancien pour être complété. Importez un fichier récent.",
  "admin.topUp.reason.older-register":
    "Un fichier plus ancien a été importé. La mise à jour repart de ce fichier.",
  "admin.topUp.reason.other": "La lecture n’a pas abouti. Prévenez l’exploitant si cela dure.",
} as const
