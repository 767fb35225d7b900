import type { TextsOf } from "../language.ts";

/** The texts in easy French of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Je confirme mon adresse mail",
  "emailConfirm.text":
    "Votre adresse mail est {email}. Vous dites oui à cette adresse pour un compte ÉduConnect. Voici l'identifiant de ce compte :",
  "emailConfirm.loading": "Nous regardons le lien…",
  "emailConfirm.disown": "Ce n'est pas moi",
  "emailConfirm.confirmedHeading": "Votre adresse mail est confirmée",
  "emailConfirm.confirmedHere": "L'activation de votre compte continue.",
  "emailConfirm.confirmedElsewhere":
    "Retournez à la page où vous avez commencé. Cette page avance toute seule. Vous pouvez fermer la page que vous lisez.",
  "emailConfirm.disownedHeading": "Merci de nous le dire",
  "emailConfirm.disownedText":
    "Ce compte n'utilisera pas cette adresse mail. Vous avez fini. Vous pouvez fermer cette page.",
  "emailConfirm.failedHeading": "Ce lien ne marche pas",
  "issue.confirmation_link_unknown":
    "Il manque une partie du lien, ou nous ne le connaissons pas. Ouvrez le lien dans le mail.",
  "issue.confirmation_link_expired":
    "Ce lien est trop vieux. Retournez à la page de l'activation. Appuyez sur « Envoyer encore le mail ».",
  "issue.confirmation_link_used":
    "Vous avez déjà utilisé ce lien. Votre adresse mail est confirmée. Retournez à la page de l'activation.",
  "issue.confirmation_link_disowned": "Vous avez répondu : « Ce n'est pas moi ». Ce lien ne marche plus.",
  "issue.confirmation_link_replaced":
    "Nous vous avons envoyé un autre mail après. Utilisez le lien du dernier mail.",
  "emailConfirm.return": "Continuer l'activation",
};
