import type { Message } from "../format-message.ts";

/** The French texts that all screens after the sign-in share. */
export const frenchSteps = {
  "eyebrow.guardian": "Représentant légal",
  "eyebrow.pupil": "Élève",
  title: "Activation du compte",
  back: "Précédent",
  next: "Suivant",
  confirm: "Confirmer",
  "contact.heading": "Besoin d'aide ?",
  "contact.text": "Contactez l'établissement : {name}",
  "contact.phone": "Téléphone : {phone}",
  "contact.email": "Mail : {email}",
  "contact.unknown": "Contactez l'école ou l'établissement de votre enfant.",
  "locked.heading": "Cette étape est momentanément fermée",
  "locked.text": "Il y a eu trop d'essais. Vous pourrez recommencer {delay}.",
  "issue.step_locked": "Il y a eu trop d'essais. Vous pourrez recommencer {delay}.",
  "abandon.heading": "Abandonner l'activation ?",
  "abandon.text": "Revenir en arrière met fin à cette activation. Il faudra la recommencer depuis le début.",
  "abandon.confirm": "Abandonner l'activation",
  "abandon.cancel": "Continuer l'activation",
  "timeLimit.flow": "Sans action de votre part, cette activation s'arrêtera {delay}.",
  "timeLimit.flowLast":
    "Cette activation s'arrêtera {delay} et ne peut plus être prolongée. Vous pourrez la recommencer aussitôt.",
  "timeLimit.session": "Sans action de votre part, votre session se terminera {delay}.",
  "timeLimit.sessionLast":
    "Votre session se terminera {delay} et ne peut plus être prolongée. Vous pourrez vous reconnecter aussitôt.",
  "timeLimit.continue": "Continuer",
  "timeLimit.extended": "Vous pouvez continuer : le temps a été prolongé.",
  "success.services": "Accéder à mes services",
  "services.signOut": "Se déconnecter",
  "services.signedInAs": "Connecté : {name}",
  "issue.flow_missing": "Cette activation n'est plus ouverte ici. Reconnectez-vous pour la reprendre.",
  "issue.flow_moved": "Vous avez repris cette activation sur un autre appareil. Continuez là-bas.",
  "issue.revision_stale": "Cette étape a changé dans un autre onglet. Voici où vous en êtes.",
  "issue.event_not_accepted": "Cette étape n'est plus ouverte. Voici où vous en êtes.",
  "issue.session_missing": "Votre session est terminée. Reconnectez-vous.",
  "issue.method_closed": "Cette méthode n'est pas proposée ici. Choisissez-en une autre.",
  "issue.sms_unavailable":
    "L'envoi de SMS est momentanément suspendu. Réessayez {delay}, ou choisissez une autre méthode.",
  "issue.france_connect_unavailable":
    "FranceConnect ne répond pas. Réessayez {delay}, ou choisissez une autre méthode.",
  "issue.return_url_refused":
    "FranceConnect n'est pas disponible depuis cette page. Choisissez une autre méthode.",
  progress: "Étape {current} sur {total}",
} satisfies Readonly<Record<string, Message>>;
