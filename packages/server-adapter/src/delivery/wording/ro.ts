import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Romanian, and of the page that its link opens.
 *
 * The reader is addressed with the polite plural.
 */
export const romanianConfirmation: ConfirmationTexts = {
  lang: "ro",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "Confirmați adresa de e-mail pentru contul dumneavoastră ÉduConnect",
  greeting: (person) => `Bună ziua, ${person},`,
  asked: (identifier) => `Activați contul ÉduConnect. Identificatorul dumneavoastră este ${identifier}.`,
  active: (identifier) =>
    `Contul dumneavoastră ÉduConnect este activ. Identificatorul dumneavoastră este ${identifier}.`,
  confirm: "Pentru a încheia activarea, confirmați adresa de e-mail la acest link:",
  confirmActive: "Confirmați această adresă de e-mail la acest link:",
  action: "Confirm adresa mea de e-mail",
  code: "Ați început activarea pe alt dispozitiv? Introduceți acolo acest cod:",
  validity: (duration) => `Linkul și codul sunt valabile ${duration}.`,
  linkValidity: (duration) => `Linkul este valabil ${duration}.`,
  notAsked:
    "Dacă nu ați cerut nimic, deschideți linkul și alegeți „Nu sunt eu”: adresa dumneavoastră nu va fi folosită.",
  purpose:
    "Dacă uitați sau pierdeți identificatorul sau parola, cu această adresă puteți recupera identificatorul sau alege o parolă nouă.",
  signedOut:
    "Dacă v-ați deconectat, introduceți identificatorul și parola pe care ați ales-o pe pagina de conectare ÉduConnect.",
  help: "Dacă întâmpinați dificultăți, pe această pagină găsiți informații și datele de contact ale asistenței din regiunea dumneavoastră școlară (académie):",
  sentBy: (serviceName) => `Mesaj trimis automat de ${serviceName}.`,
  needsScript:
    "Activați JavaScript pentru a confirma adresa de e-mail. Dacă e-mailul conține un cod, îl puteți introduce și pe pagina activării.",
};
