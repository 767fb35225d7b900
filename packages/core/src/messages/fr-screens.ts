import type { Message } from "./format-message.ts";

const plural = (count: unknown, one: string, many: string) => (Number(count) < 2 ? one : many);

/** What the screens say in French; the wording of headings, hints and buttons is the deck's. */
export const frenchScreens = {
  lang: "fr",
  "eyebrow.guardian": "Représentant légal",
  "eyebrow.pupil": "Élève",
  title: "Activation du compte",
  progress: "Étape {current} sur {total}",

  back: "Précédent",
  next: "Suivant",
  confirm: "Confirmer",
  cancel: "Annuler",
  optional: "facultatif",
  newWindow: "nouvelle fenêtre",
  later: "plus tard",
  sending: "Envoi en cours…",
  loading: "Chargement…",
  slow: "C'est plus long que d'habitude. Merci de patienter, votre saisie est conservée.",
  "password.show": "Afficher le mot de passe",
  "password.hide": "Masquer le mot de passe",
  "password.shown": "Le mot de passe est affiché.",
  "password.hidden": "Le mot de passe est masqué.",
  "errors.heading": "Il y a un problème",
  "errors.prefix": "Erreur :",
  "abandon.heading": "Abandonner l'activation ?",
  "abandon.text":
    "Revenir en arrière met fin à cette activation. Il faudra recommencer avec les identifiants du courrier de l'établissement.",
  "abandon.confirm": "Abandonner l'activation",
  "abandon.cancel": "Continuer l'activation",
  "contact.heading": "Besoin d'aide ?",
  "contact.text": "Contactez l'établissement : {name}",
  "contact.phone": "Téléphone : {phone}",
  "contact.email": "Mail : {email}",
  "contact.unknown": "Contactez l'école ou l'établissement de votre enfant.",
  "locked.heading": "Cette étape est momentanément fermée",
  "locked.text": "Il y a eu trop d'essais. Vous pourrez recommencer {delay}.",
  "locked.over": "Vous pouvez recommencer.",

  "login.eyebrow.guardian": "Responsable d'élève",
  "login.eyebrow.pupil": "Élève",
  "login.heading": "Je me connecte avec mon compte ÉduConnect",
  "login.identifier": "Identifiant",
  "login.identifierPlaceholder": "Identifiant au format p.nomXX",
  "login.password": "Mot de passe",
  "login.submit": "Se connecter",
  "login.recoverIdentifier": "Identifiant oublié ?",
  "login.recoverPassword": "Mot de passe oublié ?",
  "login.noAccount": "Je n'ai pas de compte",
  "login.methods": "Quelles méthodes pour activer un compte ?",
  "login.or": "ou",
  "login.franceConnectHeading": "Je me connecte avec FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "Qu'est-ce que FranceConnect ?",
  "login.franceConnectText":
    "FranceConnect vous permet d'accéder à de nombreux services de l'État en utilisant un compte dont vous disposez déjà. Utilisez-le pour ÉduConnect !",
  "login.replaceHeading": "Une autre activation est en cours dans ce navigateur",
  "login.replaceText":
    "Si vous continuez, l'activation commencée ici est abandonnée. Rien n'est perdu pour un compte déjà activé.",
  "login.replaceConfirm": "Abandonner l'autre et continuer",

  "children.heading": "Je confirme mon lien avec les élèves",
  "children.text":
    "Pour avoir accès aux services concernant les élèves ci-dessous, vous devez confirmer que vous êtes bien représentant(e) légal(e) de ces élèves et renseigner leur date de naissance.",
  "children.guardian": "Je suis le représentant légal de cet élève",
  "children.notGuardian": "Je ne suis pas le représentant légal de cet élève",
  "children.birthDate": "Né le",
  "children.noBirthDate":
    "L'établissement n'a pas enregistré la date de naissance de cet élève. Il confirmera lui-même votre lien ; d'ici là, ses services ne vous sont pas ouverts.",
  "children.none": "Aucun élève n'est rattaché à votre compte.",
  "children.refuseHeading": "Vous n'êtes le représentant légal d'aucun de ces élèves ?",
  "children.refuseText":
    "Si vous confirmez, votre compte reste inactif et l'établissement est informé de votre réponse.",
  "children.refuseConfirm": "Confirmer ma réponse",
  "children.refuseCancel": "Modifier mes réponses",

  "date.day": "Jour",
  "date.month": "Mois",
  "date.year": "Année",
  "date.dayPlaceholder": "JJ",
  "date.monthPlaceholder": "MM",
  "date.yearPlaceholder": "AAAA",
  "date.hint": "Par exemple : 12 03 2015",

  "birthDate.heading": "Je confirme ma date de naissance",
  "birthDate.text": "Elle doit être celle que l'établissement a enregistrée.",
  "birthDate.legend": "Date de naissance",

  "password.heading": "Je choisis mon nouveau mot de passe",
  "password.identifier": "Identifiant",
  "password.new": "Mot de passe",
  "password.confirmation": "Confirmation du nouveau mot de passe",
  "password.canContinue":
    "Vous avez déjà choisi un mot de passe. Vous pouvez le garder ou en choisir un autre.",
  "password.keep": "Garder mon mot de passe",
  "password.rules": "Le mot de passe :",
  "password.met": "respecté",
  "password.unmet": "à respecter",
  "password.allMet": "Toutes les règles du mot de passe sont respectées.",
  "password.rulesLeft": ({ count }) =>
    plural(count, "Encore {count} règle à respecter.", "Encore {count} règles à respecter.").replace(
      "{count}",
      String(count),
    ),
  "password.strength": "Robustesse :",
  "strength.weak": "Faible",
  "strength.fair": "Moyen",
  "strength.strong": "Fort",
  "rule.uppercase": "Doit contenir 1 majuscule",
  "rule.lowercase": "Doit contenir 1 minuscule",
  "rule.digit": "Doit contenir 1 chiffre",
  "rule.special_character": "Doit contenir 1 caractère spécial parmi {characters}",
  "rule.character_kinds": "Doit respecter {required} de ces critères",
  "rule.minimum_bits": "Doit être plus long, ou mêler plus de sortes de caractères",
  "rule.minimum_length": "Doit contenir {minimum} caractères minimum",
  "rule.maximum_length": "Doit contenir {maximum} caractères maximum",
  "password.helpHeading": "Aide à la création de mot de passe sécurisé",
  "password.helpIntro": "Le plus sûr et le plus simple à retenir est une phrase de passe :",
  "password.helpChoose": "prenez quatre ou cinq mots sans rapport entre eux, tirés au hasard ;",
  "password.helpJoin": "séparez-les par un signe, ajoutez une majuscule et un chiffre ;",
  "password.helpPicture": "imaginez une scène qui les relie : vous vous en souviendrez.",
  "password.helpAvoid":
    "Évitez les noms et dates de naissance de vos proches, les suites de touches et tout mot de passe déjà utilisé ailleurs.",
  "password.helpKeep":
    "Votre navigateur ou un gestionnaire de mots de passe peut en créer un et le retenir pour vous. Ne le communiquez à personne, pas même à l'établissement.",

  "email.heading": "Je renseigne mon adresse mail",
  "email.text":
    "Indiquez une adresse mail valide. Elle est indispensable pour activer votre compte. Elle vous permettra également de recevoir les communications EduConnect et de dépanner votre compte en cas d'oubli de votre identifiant ou de votre mot de passe.",
  "email.textOptional":
    "Elle vous permettra de recevoir les communications EduConnect et de dépanner votre compte en cas d'oubli de votre identifiant ou de votre mot de passe. Vous pourrez aussi la renseigner plus tard.",
  "email.label": "Adresse mail",
  "email.confirmation": "Confirmation de l'adresse mail",
  "email.given": "Adresse déjà renseignée : {email}",
  "email.keep": "Garder cette adresse",
  "email.skip": "Passer cette étape",
  "email.suggestion": "Vouliez-vous dire {email} ?",
  "email.accept": "Utiliser {email}",

  "emailSent.heading": "Un mail a été envoyé",
  "emailSent.text":
    "Nous venons de vous envoyer les instructions pour terminer l'activation de votre compte à {email}.",
  "emailSent.yourAddress": "votre adresse mail",
  "emailSent.spam": "Pensez à vérifier vos spams s'il n'arrive pas d'ici 5 minutes.",
  "emailSent.link": "Cliquez sur le lien affiché dans le mail pour valider votre adresse mail.",
  "emailSent.waiting":
    "Cette page avance d'elle-même dès que le lien est validé, même sur un autre appareil.",
  "emailSent.codeHeading": "Vous lisez le mail sur un autre appareil ?",
  "emailSent.code": "Code de sécurité reçu par mail",
  "emailSent.codeHint": "Le mail contient aussi un code à {length} chiffres.",
  "emailSent.submit": "Valider le code",
  "emailSent.notReceived": "Je n'ai pas reçu le mail",
  "emailSent.resend": "Renvoyer le mail",
  "emailSent.resendWait": "Vous pourrez renvoyer le mail {delay}.",
  "emailSent.resendSoon": "Vous pourrez bientôt renvoyer le mail.",
  "emailSent.resendReady": "Vous pouvez renvoyer le mail.",
  "emailSent.resendExhausted":
    "Le mail a été envoyé autant de fois que possible. Vérifiez l'adresse et vos spams.",
  "emailSent.resent": "Un nouveau mail a été envoyé.",
  "emailSent.correct": "J'ai fait une erreur de saisie dans mon adresse mail",

  "emailConfirm.heading": "Je confirme mon adresse mail",
  "emailConfirm.text": "Vous confirmez l'adresse {email} pour le compte ÉduConnect dont l'identifiant est :",
  "emailConfirm.loading": "Vérification du lien…",
  "emailConfirm.disown": "Ce n'est pas moi",
  "emailConfirm.confirmedHeading": "Votre adresse mail est confirmée",
  "emailConfirm.confirmedHere": "L'activation de votre compte continue.",
  "emailConfirm.confirmedElsewhere":
    "Revenez à la page où vous avez commencé l'activation : elle avance d'elle-même. Vous pouvez fermer cette page.",
  "emailConfirm.return": "Reprendre l'activation",
  "emailConfirm.disownedHeading": "Merci de nous avoir prévenus",
  "emailConfirm.disownedText":
    "Cette adresse mail ne sera pas utilisée pour ce compte. Vous n'avez rien d'autre à faire et pouvez fermer cette page.",
  "emailConfirm.failedHeading": "Ce lien ne peut pas être utilisé",

  "success.heading": "Votre compte a été activé avec succès",
  "success.text": "Notez votre identifiant ÉduConnect. Vous en aurez besoin pour votre prochaine connexion.",
  "success.identifier": "Votre identifiant ÉduConnect",
  "success.copy": "Copier",
  "success.copied": "Identifiant copié.",
  "success.selected": "Identifiant sélectionné : copiez-le avec votre appareil.",
  "success.print": "Imprimer",
  "success.download": "Télécharger",
  "success.fileName": "identifiant-educonnect.txt",
  "success.fileText": "Votre identifiant ÉduConnect : {identifier}",
  "success.pendingEmail":
    "Un mail a été envoyé à {email}. Cliquez sur son lien pour confirmer votre adresse ; votre compte est déjà actif.",
  "success.account":
    "Vous pourrez modifier votre mot de passe, votre adresse mail et votre numéro de téléphone dans votre compte ÉduConnect.",
  "success.services": "Accéder à mes services",

  "services.heading": "Mes services",
  "services.navigation": "Navigation principale",
  "services.home": "Accueil",
  "services.contact": "Contact",
  "services.account": "Mon compte",
  "services.signOut": "Se déconnecter",
  "services.signedInAs": "Connecté : {name}",
  "services.message": "Message de l'établissement",
  "services.news": "Actualités",
  "services.loading": "Chargement de vos services…",
  "services.none": "Aucun service n'est encore ouvert pour vous. L'établissement peut vous renseigner.",
  "services.noNews": "Aucune actualité pour le moment.",
  "services.unavailable": "Momentanément indisponible",
  "services.endedHeading": "Votre session est terminée",
  "services.endedText":
    "Pour votre sécurité, vous avez été déconnecté. Reconnectez-vous pour retrouver vos services.",
  "services.signIn": "Se reconnecter",

  "notice.allRefused.heading": "Votre compte n'est pas activé",
  "notice.allRefused.text":
    "Vous avez indiqué n'être le représentant légal d'aucun des élèves proposés. L'établissement en est informé. Si c'est une erreur, revenez en arrière pour modifier vos réponses.",
  "notice.awaitingSchool.heading": "L'établissement doit confirmer votre lien",
  "notice.awaitingSchool.text":
    "L'établissement n'a pas enregistré la date de naissance des élèves concernés. Il a reçu votre demande et doit confirmer votre lien avant que votre compte puisse être activé.",
  "notice.closed.heading": "L'activation est fermée",
  "notice.closed.text":
    "Il y a eu trop d'essais : cette activation ne peut pas continuer. Contactez l'établissement, qui vérifiera les informations enregistrées et vous remettra un nouveau courrier.",
  "notice.expired.heading": "Le temps pour activer votre compte est écoulé",
  "notice.expired.text":
    "Cette activation n'est plus valable. Recommencez avec votre identifiant et votre mot de passe ; si le courrier n'est plus valable, demandez-en un nouveau à l'établissement.",
  "notice.abandoned.heading": "Vous avez abandonné l'activation",
  "notice.abandoned.text":
    "Votre compte n'est pas activé. Vous pouvez recommencer quand vous le voulez avec les identifiants du courrier de l'établissement.",
  "notice.locked.heading": "Cette étape est momentanément fermée",
  "notice.locked.text":
    "Il y a eu trop d'essais. Vous pourrez recommencer {delay}. Si vous n'êtes pas sûr des informations demandées, contactez l'établissement.",
  "notice.moved.heading": "L'activation continue sur un autre appareil",
  "notice.moved.text":
    "Vous avez repris cette activation ailleurs. Continuez là-bas, ou connectez-vous ici pour la reprendre sur cette page.",
  "notice.unavailable.heading": "Le service est momentanément indisponible",
  "notice.unavailable.text": "Ce n'est pas de votre fait. Réessayez dans quelques minutes.",
  "notice.restart": "Revenir à la connexion",
  "notice.retry": "Réessayer",
} satisfies Readonly<Record<string, Message>>;
