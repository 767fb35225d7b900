import type { TextsOf } from "../language.ts";

/** The Romanian texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Îmi confirm adresa de e-mail",
  "emailConfirm.text": "Confirmați adresa {email} pentru contul ÉduConnect al cărui identificator este:",
  "emailConfirm.loading": "Se verifică linkul…",
  "emailConfirm.disown": "Nu sunt eu",
  "emailConfirm.confirmedHeading": "Adresa dumneavoastră de e-mail este confirmată",
  "emailConfirm.confirmedHere": "Activarea contului continuă.",
  "emailConfirm.confirmedElsewhere":
    "Reveniți la pagina unde ați început activarea: ea avansează singură. Puteți închide această pagină.",
  "emailConfirm.disownedHeading": "Vă mulțumim că ne-ați anunțat",
  "emailConfirm.disownedText":
    "Această adresă de e-mail nu va fi folosită pentru acest cont. Nu mai trebuie să faceți nimic și puteți închide această pagină.",
  "emailConfirm.failedHeading": "Acest link nu poate fi folosit",
  "issue.confirmation_link_unknown":
    "Acest link este incomplet sau necunoscut. Deschideți-l direct din e-mail.",
  "issue.confirmation_link_expired":
    "Acest link nu mai este valabil. Reveniți la pagina de activare și alegeți „Retrimiteți e-mailul”.",
  "issue.confirmation_link_used":
    "Acest link a fost deja folosit: adresa dumneavoastră este confirmată. Reveniți la pagina de activare.",
  "issue.confirmation_link_disowned":
    "Ați răspuns că nu este vorba despre dumneavoastră: acest link nu mai poate fi folosit.",
  "issue.confirmation_link_replaced":
    "V-am trimis un e-mail mai recent. Folosiți linkul din ultimul e-mail primit.",
  "emailConfirm.return": "Reluați activarea",
};
