import type { TextsOf } from "../language.ts";

/** The Romanian texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "Activarea este rezervată reprezentanților legali",
  "identity.names": "Îmi confirm identitatea",
  "identity.familyName": "Nume de familie",
  "identity.givenName": "Prenume",
  "identity.noGivenName": "Nu am prenume",
  "identity.mobile": "Îmi introduc numărul de telefon mobil",
  "identity.mobileText":
    "Introduceți numărul de telefon mobil pe care l-ați dat școlii. Este indispensabil pentru activarea contului.",
  "identity.phone": "Număr de telefon mobil",
  "identity.phoneHint":
    "Pentru numerele din afara Franței metropolitane, introduceți și prefixul, de exemplu +262 692 12 34 56.",
  "identity.understood": "Numărul înțeles: {phone}",
  "identity.otherWays": "Școala nu are numărul dumneavoastră de mobil?",
  "issue.name_missing": "Introduceți numele de familie.",
  "issue.name_too_long": "Acest nume este prea lung. Introduceți-l în cel mult 100 de caractere.",
  "issue.given_name_missing": "Introduceți prenumele.",
  "issue.given_name_too_long": "Acest prenume este prea lung. Introduceți-l în cel mult 100 de caractere.",
  "issue.phone_empty": "Introduceți numărul de telefon mobil.",
  "issue.phone_not_digits":
    "Acest număr conține și altceva decât cifre. Introduceți, de exemplu, 06 12 34 56 78 sau +687 75 12 34.",
  "issue.phone_placeholder": "Acest număr nu există. Introduceți-l pe cel pe care l-ați dat școlii.",
  "issue.phone_too_short":
    "Din acest număr lipsesc cifre. În afara Franței metropolitane, începeți cu prefixul, de exemplu +687.",
  "issue.phone_too_long": "Acest număr are prea multe cifre. Verificați-l.",
  "issue.phone_not_mobile": "Acesta nu este un număr de telefon mobil: nu ar putea primi SMS-uri.",
  "issue.phone_invalid": "Acest număr nu pare să existe. Verificați-l, inclusiv prefixul.",
  "smsCode.heading": "A fost trimis un cod de securitate",
  "smsCode.text": "Tocmai am trimis un cod de securitate (valabil {count} min) la {phone}",
  "smsCode.yourNumber": "numărul indicat",
  "smsCode.endsSoon": "Acest cod nu va mai fi valabil {delay}.",
  "smsCode.ended": "Codul trimis nu mai este valabil.",
  "smsCode.codeHeading": "Introduc codul de securitate primit prin SMS",
  "smsCode.code": "Cod de securitate",
  "smsCode.codeHint": "{length} cifre",
  "smsCode.filled": "Codul primit prin SMS a fost completat.",
  "smsCode.notReceived": "Nu am primit codul prin SMS",
  "smsCode.expired": "Aveți nevoie de un cod nou",
  "smsCode.resend": "Retrimiteți SMS-ul",
  "smsCode.resendWait": "Veți putea retrimite SMS-ul {delay}.",
  "smsCode.resendSoon": "În curând veți putea retrimite SMS-ul.",
  "smsCode.resendReady": "Puteți retrimite SMS-ul.",
  "smsCode.resendExhausted": "SMS-ul a fost trimis de numărul maxim de ori.",
  "smsCode.resent": "A fost cerut un nou SMS. Doar ultimul cod primit este valabil.",
  "smsCode.otherWaysHeading": "Nu vine niciun SMS?",
  "smsCode.otherWays":
    "Poate că numărul sau numele nu corespunde cu ce a notat școala. Reveniți pentru a le verifica sau alegeți altă metodă.",
  "smsCode.otherWaysRecorded":
    "Poate că numărul notat de școală nu mai este al dumneavoastră. Rugați-o să îl verifice sau alegeți altă metodă.",
  "smsCode.noCode": "Dacă SMS-ul nu conține un cod, urmați ce scrie în el.",
  "smsCode.methods": "Vedeți celelalte metode",
  "smsCode.signIn": "Mă conectez cu un identificator",
  "issue.sms_code_missing": "Introduceți codul primit prin SMS.",
  "issue.sms_code_wrong": "Acest cod nu este corect. Verificați ultimul SMS primit, apoi încercați din nou.",
  "issue.code_expired": "Acest cod nu mai este valabil. Retrimiteți SMS-ul pentru a primi unul nou.",
  "issue.sms_resend_too_soon": "Tocmai a plecat un SMS. Așteptați puțin înainte de a cere altul.",
  "issue.sms_sends_exhausted":
    "SMS-ul a fost trimis de numărul maxim de ori. Alegeți altă metodă sau contactați școala.",
  "franceConnect.text":
    "Veți părăsi această pagină pentru a vă identifica cu FranceConnect, apoi veți reveni pentru a încheia activarea.",
  "franceConnect.leaving": "Se deschide FranceConnect…",
  "franceConnect.cancelled": "Nu ați terminat identificarea",
  "franceConnect.unavailable": "FranceConnect nu este disponibil momentan",
  "franceConnect.refused": "Identificarea nu a reușit",
  "franceConnect.unmatched": "Nu am găsit niciun cont de activat",
  "franceConnect.mobile_missing": "Școala nu are numărul dumneavoastră de mobil",
  "franceConnect.late": "Identificarea trebuie reluată",
  "franceConnect.otherWays": "Celelalte moduri de a continua",
  "franceConnect.sms": "Primesc un cod prin SMS",
  "franceConnect.letter": "Mă conectez cu un identificator",
  "issue.france_connect_cancelled":
    "Nu a fost transmisă nicio informație. Puteți reîncepe sau alege altă metodă.",
  "issue.france_connect_refused":
    "Răspunsul de la FranceConnect nu a putut fi acceptat. Reîncepeți sau alegeți altă metodă.",
  "issue.france_connect_unmatched":
    "Identitatea dumneavoastră nu corespunde unui cont pe care îl puteți activa astfel. Dacă aveți deja un cont, conectați-vă cu identificatorul. Dacă nu, alegeți altă metodă sau rugați școala să verifice ce a notat.",
  "issue.france_connect_mobile_missing":
    "Pentru a continua este nevoie de un cod prin SMS. Rugați școala să vă noteze numărul sau alegeți altă metodă.",
  "issue.france_connect_late":
    "Răspunsul de la FranceConnect a întârziat prea mult sau a ajuns în alt browser. Reîncepeți de aici.",
};
