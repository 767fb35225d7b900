import type { Message } from "../format-message.ts";

/** The French texts of the page that the confirmation link opens. */
export const frenchConfirmationLink = {
  "emailConfirm.heading": "Je confirme mon adresse mail",
  "emailConfirm.text": "Vous confirmez l'adresse {email} pour le compte ÉduConnect dont l'identifiant est :",
  "emailConfirm.loading": "Vérification du lien…",
  "emailConfirm.disown": "Ce n'est pas moi",
  "emailConfirm.confirmedHeading": "Votre adresse mail est confirmée",
  "emailConfirm.confirmedHere": "L'activation de votre compte continue.",
  "emailConfirm.confirmedElsewhere":
    "Revenez à la page où vous avez commencé l'activation : elle avance d'elle-même. Vous pouvez fermer cette page.",
  "emailConfirm.disownedHeading": "Merci de nous avoir prévenus",
  "emailConfirm.disownedText":
    "Cette adresse mail ne sera pas utilisée pour ce compte. Vous n'avez rien d'autre à faire et pouvez fermer cette page.",
  "emailConfirm.failedHeading": "Ce lien ne peut pas être utilisé",
  "issue.confirmation_link_unknown":
    "Ce lien est incomplet ou inconnu. Ouvrez-le directement depuis le mail.",
  "issue.confirmation_link_expired":
    "Ce lien n'est plus valable. Revenez à la page d'activation et choisissez « Renvoyer le mail ».",
  "issue.confirmation_link_used":
    "Ce lien a déjà servi : votre adresse est confirmée. Revenez à la page d'activation.",
  "issue.confirmation_link_disowned": "Vous avez répondu que ce n'était pas vous : ce lien ne sert plus.",
  "issue.confirmation_link_replaced":
    "Un mail plus récent vous a été envoyé. Utilisez le lien du dernier mail reçu.",
  "emailConfirm.return": "Reprendre l'activation",
} satisfies Readonly<Record<string, Message>>;
