import type { Message } from "./format-message.ts";

/** The French texts that all steps of the wizard share. */
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
} satisfies Readonly<Record<string, Message>>;
