import type { Message } from "../format-message.ts";

/** The French texts of the success screen and of « Mes services ». */
export const frenchServices = {
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
  "services.heading": "Mes services",
  "services.navigation": "Navigation principale",
  "services.home": "Accueil",
  "services.contact": "Contact",
  "services.account": "Mon compte",
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
} satisfies Readonly<Record<string, Message>>;
