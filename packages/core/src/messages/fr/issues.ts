import type { Message } from "../format-message.ts";

/** The French texts of what the server can find wrong on any screen, and of a question before the sign-in. `delay` is « dans 15 minutes » or « plus tard ». */
export const frenchIssues = {
  cancel: "Annuler",
  later: "plus tard",
  "login.replaceHeading": "Une autre activation est en cours dans ce navigateur",
  "login.replaceText":
    "Si vous continuez, l'activation commencée ici est abandonnée. Rien n'est perdu pour un compte déjà activé.",
  "login.replaceConfirm": "Abandonner l'autre et continuer",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "Il vous reste {triesLeft} essai.",
    other: "Il vous reste {triesLeft} essais.",
  },
  "issue.credentials_locked": "Il y a eu trop d'essais. Réessayez {delay}.",
  "issue.address_refused": "Il y a eu trop d'essais depuis cette connexion à Internet. Réessayez {delay}.",
  "issue.provisional_password_expired":
    "Ce mot de passe provisoire n'est plus valable. Demandez un nouveau courrier à l'établissement.",
  "issue.field_missing": "Une réponse manque. Complétez-la, puis réessayez.",
  "issue.field_too_short": "Cette réponse est trop courte. Vérifiez-la.",
  "issue.field_too_long": "Cette réponse est trop longue. Vérifiez-la.",
  "issue.field_malformed": "Cette réponse n'a pas la forme attendue. Vérifiez-la.",
  "issue.request_invalid": "Une réponse n'a pas la forme attendue. Vérifiez-la, puis réessayez.",
  "issue.cookies_refused":
    "Le navigateur n'a pas gardé le cookie dont l'activation a besoin. Autorisez les cookies pour ce site, ou ouvrez cette page seule dans une fenêtre, puis réessayez.",
  "issue.server_busy": "Le service est très demandé. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_unavailable":
    "Le service est momentanément indisponible. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_error":
    "Une erreur s'est produite de notre côté. Réessayez {delay} : votre saisie est conservée.",
} satisfies Readonly<Record<string, Message>>;
