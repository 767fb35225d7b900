import type { Message } from "./format-message.ts";

/** What every screen says in French, the sign-in included, and what can go wrong anywhere; issues get `delay`, « dans 15 minutes » or « plus tard ». */
export const frenchCommon = {
  lang: "fr",
  cancel: "Annuler",
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
  "notice.unavailable.heading": "Le service est momentanément indisponible",
  "notice.unavailable.text": "Ce n'est pas de votre fait. Réessayez dans quelques minutes.",
  "notice.retry": "Réessayer",
  "issue.generic": "Votre réponse n'a pas pu être acceptée. Vérifiez-la, puis réessayez.",
  "issue.triesLeft": ({ triesLeft }) =>
    `Il vous reste ${triesLeft} essai${Number(triesLeft) < 2 ? "" : "s"}.`,
  "issue.identifier_missing": "Saisissez votre identifiant.",
  "issue.identifier_too_long": "Cet identifiant est trop long. Recopiez celui du courrier.",
  "issue.identifier_is_email": "Saisissez votre identifiant au format p.nomXX, pas votre adresse mail.",
  "issue.password_missing": "Saisissez votre mot de passe.",
  "issue.credentials_refused":
    "L'identifiant ou le mot de passe n'est pas le bon. Recopiez-les du courrier ou, après l'activation, tapez le mot de passe choisi.",
  "issue.credentials_locked": "Il y a eu trop d'essais. Réessayez {delay}.",
  "issue.address_refused": "Il y a eu trop d'essais depuis cette connexion à Internet. Réessayez {delay}.",
  "issue.provisional_password_expired":
    "Ce mot de passe provisoire n'est plus valable. Demandez un nouveau courrier à l'établissement.",
  "issue.field_missing": "Une réponse manque. Complétez-la, puis réessayez.",
  "issue.field_too_short": "Cette réponse est trop courte. Vérifiez-la.",
  "issue.field_too_long": "Cette réponse est trop longue. Vérifiez-la.",
  "issue.field_malformed": "Cette réponse n'a pas la forme attendue. Vérifiez-la.",
  "issue.request_invalid": "Une réponse n'a pas la forme attendue. Vérifiez-la, puis réessayez.",
  "issue.network_failed":
    "La connexion a échoué : votre saisie est conservée. Vérifiez votre accès à internet, puis réessayez.",
  "issue.server_busy": "Le service est très demandé. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_unavailable":
    "Le service est momentanément indisponible. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_error":
    "Une erreur s'est produite de notre côté. Réessayez {delay} : votre saisie est conservée.",
} satisfies Readonly<Record<string, Message>>;
