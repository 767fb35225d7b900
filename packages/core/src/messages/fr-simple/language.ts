import type { Language, TextsOf } from "../language.ts";

/** The texts in easy French of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "fr-simple",
  dir: "ltr",
  cancel: "Annuler",
  newWindow: "une nouvelle fenêtre s'ouvre",
  later: "plus tard",
  sending: "Nous envoyons votre réponse…",
  loading: "La page arrive…",
  slow: "C'est long aujourd'hui. Attendez un peu. Nous gardons ce que vous avez écrit.",
  "password.show": "Montrer le mot de passe",
  "password.hide": "Cacher le mot de passe",
  "password.shown": "On voit le mot de passe.",
  "password.hidden": "Le mot de passe est caché.",
  "errors.heading": "Il y a un problème",
  "errors.prefix": "Erreur :",
  "login.eyebrow.guardian": "Parent ou responsable d'un élève",
  "login.eyebrow.pupil": "Élève",
  "login.heading": "Je me connecte avec mon compte ÉduConnect",
  "login.identifier": "Identifiant (votre nom pour vous connecter)",
  "login.identifierPlaceholder": "Exemple :\u00a0p.nom12",
  "login.password": "Mot de passe",
  "login.submit": "Me connecter",
  "login.recoverIdentifier": "J'ai oublié mon identifiant",
  "login.recoverPassword": "J'ai oublié mon mot de passe",
  "login.noAccount": "Je n'ai pas de compte",
  "login.methods": "Comment activer mon compte ?",
  "login.or": "ou",
  "login.franceConnectHeading": "Je me connecte avec FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "C'est quoi, FranceConnect ?",
  "login.franceConnectText":
    "FranceConnect est un service de l'État. Vous avez peut-être déjà un compte pour les impôts ou pour l'assurance maladie. Avec ce compte, vous pouvez aussi utiliser ÉduConnect.",
  "login.replaceHeading": "Vous avez déjà commencé une activation ici",
  "login.replaceText":
    "Si vous continuez, nous arrêtons l'activation commencée ici. Un compte déjà actif reste actif.",
  "login.replaceConfirm": "Arrêter l'autre activation et continuer",
  "notice.unavailable.heading": "Le service ne marche pas en ce moment",
  "notice.unavailable.text": "Ce n'est pas votre faute. Essayez encore dans quelques minutes.",
  "notice.retry": "Essayer encore",
  "issue.generic": "Nous ne pouvons pas prendre votre réponse. Regardez votre réponse. Puis essayez encore.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "Il vous reste {triesLeft} essai.",
    other: "Il vous reste {triesLeft} essais.",
  },
  "issue.identifier_missing": "Écrivez votre identifiant.",
  "issue.identifier_too_long": "Cet identifiant est trop long. Copiez l'identifiant qui est dans la lettre.",
  "issue.identifier_is_email":
    "Ici, n'écrivez pas votre adresse mail. Écrivez votre identifiant. Exemple :\u00a0p.nom12.",
  "issue.password_missing": "Écrivez votre mot de passe.",
  "issue.credentials_refused":
    "L'identifiant ou le mot de passe est faux. Votre compte n'est pas encore actif : copiez ce qui est écrit dans la lettre. Votre compte est déjà actif : écrivez le mot de passe que vous avez choisi.",
  "issue.credentials_locked": "Il y a eu trop d'essais. Essayez encore {delay}.",
  "issue.address_refused": "Il y a eu trop d'essais avec cette connexion à Internet. Essayez encore {delay}.",
  "issue.provisional_password_expired":
    "Ce mot de passe de la lettre ne marche plus. Demandez une nouvelle lettre à l'école.",
  "issue.field_missing": "Il manque une réponse. Écrivez la réponse. Puis essayez encore.",
  "issue.field_too_short": "Cette réponse est trop courte. Regardez votre réponse.",
  "issue.field_too_long": "Cette réponse est trop longue. Regardez votre réponse.",
  "issue.field_malformed": "Cette réponse est mal écrite. Regardez votre réponse.",
  "issue.request_invalid": "Une réponse est mal écrite. Regardez vos réponses. Puis essayez encore.",
  "issue.network_failed":
    "Internet ne marche pas. Nous gardons ce que vous avez écrit. Regardez si vous avez Internet. Puis essayez encore.",
  "issue.cookies_refused":
    "Votre navigateur bloque les cookies. Les cookies sont de petits fichiers. L'activation en a besoin. Autorisez les cookies pour ce site. Ou ouvrez cette page seule dans une fenêtre. Puis réessayez.",
  "issue.server_busy":
    "Beaucoup de personnes utilisent le service. Essayez encore {delay}. Nous gardons ce que vous avez écrit.",
  "issue.server_unavailable":
    "Le service ne marche pas en ce moment. Essayez encore {delay}. Nous gardons ce que vous avez écrit.",
  "issue.server_error":
    "Il y a un problème chez nous. Essayez encore {delay}. Nous gardons ce que vous avez écrit.",
};

/** French that is easy to read and to understand, by the rules of FALC (Inclusion Europe, "Information for all"). Nobody for whom it is meant has read it yet. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};
