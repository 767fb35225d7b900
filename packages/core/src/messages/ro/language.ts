import type { Language, TextsOf } from "../language.ts";

/** The texts in Romanian of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "ro",
  dir: "ltr",
  cancel: "Anulați",
  newWindow: "fereastră nouă",
  later: "mai târziu",
  sending: "Se trimite…",
  loading: "Se încarcă…",
  slow: "Durează mai mult decât de obicei. Vă rugăm să așteptați: ce ați scris se păstrează.",
  "password.show": "Afișați parola",
  "password.hide": "Ascundeți parola",
  "password.shown": "Parola este afișată.",
  "password.hidden": "Parola este ascunsă.",
  "errors.heading": "Există o problemă",
  "errors.prefix": "Eroare:",
  "login.eyebrow.guardian": "Părinte sau tutore",
  "login.eyebrow.pupil": "Elev",
  "login.heading": "Mă conectez cu contul meu ÉduConnect",
  "login.identifier": "Identificator",
  "login.identifierPlaceholder": "De forma p.nomXX",
  "login.password": "Parolă",
  "login.submit": "Conectare",
  "login.recoverIdentifier": "Ați uitat identificatorul?",
  "login.recoverPassword": "Ați uitat parola?",
  "login.noAccount": "Nu am cont",
  "login.methods": "Cum se poate activa un cont?",
  "login.or": "sau",
  "login.franceConnectHeading": "Mă conectez cu FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "Ce este FranceConnect?",
  "login.franceConnectText":
    "FranceConnect vă dă acces la numeroase servicii ale statului francez cu un cont pe care îl aveți deja. Folosiți-l pentru ÉduConnect!",
  "login.replaceHeading": "O altă activare este în curs în acest browser",
  "login.replaceText":
    "Dacă continuați, se renunță la activarea începută aici. Pentru un cont deja activ nu se pierde nimic.",
  "login.replaceConfirm": "Renunțați la cealaltă și continuați",
  "notice.unavailable.heading": "Serviciul nu este disponibil momentan",
  "notice.unavailable.text": "Nu este vina dumneavoastră. Încercați din nou peste câteva minute.",
  "notice.retry": "Încercați din nou",
  "issue.generic": "Răspunsul nu a putut fi acceptat. Verificați-l, apoi încercați din nou.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "Mai aveți {triesLeft} încercare.",
    few: "Mai aveți {triesLeft} încercări.",
    other: "Mai aveți {triesLeft} de încercări.",
  },
  "issue.identifier_missing": "Introduceți identificatorul.",
  "issue.identifier_too_long": "Acest identificator este prea lung. Copiați-l pe cel din scrisoare.",
  "issue.identifier_is_email": "Introduceți identificatorul, de forma p.nomXX, nu adresa de e-mail.",
  "issue.password_missing": "Introduceți parola.",
  "issue.credentials_refused":
    "Identificatorul sau parola nu este corectă. Copiați-le din scrisoare sau, dacă contul este deja activ, scrieți parola pe care ați ales-o.",
  "issue.credentials_locked": "Au fost prea multe încercări. Încercați din nou {delay}.",
  "issue.address_refused":
    "Au fost prea multe încercări de la această conexiune la internet. Încercați din nou {delay}.",
  "issue.provisional_password_expired":
    "Această parolă provizorie nu mai este valabilă. Cereți școlii o nouă scrisoare.",
  "issue.field_missing": "Lipsește un răspuns. Completați-l, apoi încercați din nou.",
  "issue.field_too_short": "Acest răspuns este prea scurt. Verificați-l.",
  "issue.field_too_long": "Acest răspuns este prea lung. Verificați-l.",
  "issue.field_malformed": "Acest răspuns nu are forma așteptată. Verificați-l.",
  "issue.request_invalid": "Un răspuns nu are forma așteptată. Verificați-l, apoi încercați din nou.",
  "issue.network_failed":
    "Conexiunea nu a reușit: ce ați scris se păstrează. Verificați accesul la internet, apoi încercați din nou.",
  "issue.cookies_refused":
    "Browserul nu a păstrat modulul cookie de care are nevoie activarea. Permiteți modulele cookie pentru acest site sau deschideți pagina într-o fereastră separată, apoi încercați din nou.",
  "issue.server_busy":
    "Foarte multe persoane folosesc serviciul. Încercați din nou {delay}: ce ați scris se păstrează.",
  "issue.server_unavailable":
    "Serviciul nu este disponibil momentan. Încercați din nou {delay}: ce ați scris se păstrează.",
  "issue.server_error":
    "A apărut o eroare din partea noastră. Încercați din nou {delay}: ce ați scris se păstrează.",
};

/** Romanian, as parents in France read it. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};
