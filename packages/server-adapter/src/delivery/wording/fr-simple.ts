import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in easy French, and of the page that its link opens.
 *
 * They follow the rules of FALC. No other French follows this mail.
 */
export const easyFrenchConfirmation: ConfirmationTexts = {
  lang: "fr-simple",
  dir: "ltr",
  isFollowedByFrench: false,
  subject: "Confirmez votre adresse mail pour ÉduConnect",
  greeting: (person) => `Bonjour ${person},`,
  asked: (identifier) => `Vous activez votre compte ÉduConnect. Votre identifiant est ${identifier}.`,
  active: (identifier) => `Votre compte ÉduConnect marche. Votre identifiant est ${identifier}.`,
  confirm: "Pour finir, vous devez confirmer votre adresse mail. Appuyez sur ce lien :",
  confirmActive: "Vous devez confirmer cette adresse mail. Appuyez sur ce lien :",
  action: "Confirmer mon adresse mail",
  code: "Vous avez commencé sur un autre appareil ? Écrivez ce code sur l'autre appareil :",
  validity: (duration) => `Le lien et le code marchent pendant ${duration}.`,
  linkValidity: (duration) => `Le lien marche pendant ${duration}.`,
  notAsked:
    "Vous n'avez rien demandé ? Ouvrez le lien. Appuyez sur « Ce n'est pas moi ». Nous n'utiliserons pas votre adresse mail.",
  purpose:
    "Cette adresse mail est utile si vous oubliez votre identifiant ou votre mot de passe. Nous pourrons vous aider avec un mail.",
  signedOut:
    "Vous n'êtes plus connecté ? Ouvrez la page de connexion ÉduConnect. Écrivez votre identifiant. Écrivez le mot de passe que vous avez choisi.",
  help: "Vous avez un problème ? Cette page vous aide :",
  sentBy: (serviceName) => `Ce mail est envoyé par ${serviceName}. Une machine envoie ce mail.`,
  needsScript:
    "Pour confirmer votre adresse mail, activez JavaScript. S'il y a un code dans le mail, vous pouvez aussi écrire ce code sur la page d'activation.",
};
