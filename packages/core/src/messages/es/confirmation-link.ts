import type { TextsOf } from "../language.ts";

/** The Spanish texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Confirmar mi dirección de correo electrónico",
  "emailConfirm.text": "Usted confirma la dirección {email} para la cuenta ÉduConnect cuyo identificador es:",
  "emailConfirm.loading": "Comprobando el enlace…",
  "emailConfirm.disown": "No soy yo",
  "emailConfirm.confirmedHeading": "Su dirección de correo electrónico está confirmada",
  "emailConfirm.confirmedHere": "La activación de su cuenta continúa.",
  "emailConfirm.confirmedElsewhere":
    "Vuelva a la página donde empezó la activación: avanza sola. Puede cerrar esta página.",
  "emailConfirm.disownedHeading": "Gracias por avisarnos",
  "emailConfirm.disownedText":
    "Esta dirección de correo no se utilizará para esta cuenta. No tiene que hacer nada más y puede cerrar esta página.",
  "emailConfirm.failedHeading": "Este enlace no se puede utilizar",
  "issue.confirmation_link_unknown":
    "Este enlace está incompleto o es desconocido. Ábralo directamente desde el correo.",
  "issue.confirmation_link_expired":
    "Este enlace ya no es válido. Vuelva a la página de activación y elija «Reenviar el correo».",
  "issue.confirmation_link_used":
    "Este enlace ya se ha utilizado: su dirección está confirmada. Vuelva a la página de activación.",
  "issue.confirmation_link_disowned": "Usted respondió que no se trataba de usted: este enlace ya no sirve.",
  "issue.confirmation_link_replaced":
    "Le hemos enviado un correo más reciente. Utilice el enlace del último correo recibido.",
  "emailConfirm.return": "Reanudar la activación",
};
