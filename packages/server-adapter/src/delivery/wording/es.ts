import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Spanish, and of the page that its link opens.
 *
 * The reader is addressed with « usted ».
 */
export const spanishConfirmation: ConfirmationTexts = {
  lang: "es",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "Confirme su dirección de correo para su cuenta ÉduConnect",
  greeting: (person) => `Hola, ${person}:`,
  asked: (identifier) => `Está activando su cuenta ÉduConnect. Su identificador es ${identifier}.`,
  active: (identifier) => `Su cuenta ÉduConnect está activa. Su identificador es ${identifier}.`,
  confirm: "Para terminar la activación, confirme su dirección de correo en este enlace:",
  confirmActive: "Confirme esta dirección de correo en este enlace:",
  action: "Confirmar mi dirección de correo",
  code: "¿Ha empezado la activación en otro dispositivo? Escriba allí este código:",
  validity: (duration) => `El enlace y el código son válidos durante ${duration}.`,
  linkValidity: (duration) => `El enlace es válido durante ${duration}.`,
  notAsked: "Si no ha pedido nada, abra el enlace y elija «No soy yo»: su dirección no se utilizará.",
  purpose:
    "Si olvida o pierde su identificador o su contraseña, esta dirección le permite recuperar el identificador o elegir una contraseña nueva.",
  signedOut:
    "Si se ha cerrado su sesión, escriba su identificador y la contraseña que ha elegido en la página de inicio de sesión de ÉduConnect.",
  help: "Si tiene dificultades, en esta página encontrará información y cómo contactar con la asistencia de su región escolar (académie):",
  sentBy: (serviceName) => `Mensaje enviado automáticamente por ${serviceName}.`,
  needsScript:
    "Active JavaScript para confirmar su dirección de correo. Si el correo contiene un código, también puede escribirlo en la página de la activación.",
};
