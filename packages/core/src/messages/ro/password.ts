import type { TextsOf } from "../language.ts";

/** The Romanian texts of the password screen, its rules and its help. */
export const texts: TextsOf<"password"> = {
  "password.heading": "Îmi aleg noua parolă",
  "password.identifier": "Identificator",
  "password.new": "Parolă",
  "password.confirmation": "Confirmarea noii parole",
  "password.canContinue": "Ați ales deja o parolă. O puteți păstra sau puteți alege alta.",
  "password.keep": "Îmi păstrez parola",
  "password.rules": "Parola:",
  "password.met": "respectată",
  "password.unmet": "de respectat",
  "password.allMet": "Toate regulile parolei sunt respectate.",
  "password.rulesLeft": {
    count: "count",
    one: "Mai este {count} regulă de respectat.",
    few: "Mai sunt {count} reguli de respectat.",
    other: "Mai sunt {count} de reguli de respectat.",
  },
  "password.strength": "Siguranță:",
  "strength.weak": "Slabă",
  "strength.fair": "Medie",
  "strength.strong": "Puternică",
  "rule.uppercase": "Trebuie să conțină o literă mare",
  "rule.lowercase": "Trebuie să conțină o literă mică",
  "rule.digit": "Trebuie să conțină o cifră",
  "rule.special_character": "Trebuie să conțină un caracter special dintre {characters}",
  "rule.character_kinds": "Trebuie să respecte {required} dintre aceste criterii",
  "rule.minimum_bits": "Trebuie să fie mai lungă sau să amestece mai multe feluri de caractere",
  "rule.minimum_length": "Număr de caractere: cel puțin {minimum}",
  "rule.maximum_length": "Număr de caractere: cel mult {maximum}",
  "password.helpHeading": "Ajutor pentru crearea unei parole sigure",
  "password.helpIntro": "Cea mai sigură și mai ușor de ținut minte este o frază:",
  "password.helpChoose": "luați la întâmplare patru sau cinci cuvinte fără legătură între ele;",
  "password.helpJoin": "despărțiți-le cu un semn, adăugați o literă mare și o cifră;",
  "password.helpPicture": "imaginați-vă o scenă care le leagă: așa o veți ține minte.",
  "password.helpAvoid":
    "Evitați numele și zilele de naștere ale celor apropiați, șirurile de taste și orice parolă folosită deja în altă parte.",
  "password.helpKeep":
    "Browserul sau un manager de parole poate crea o parolă și o poate ține minte pentru dumneavoastră. Nu o spuneți nimănui, nici măcar școlii.",
  "issue.password_needs_uppercase": "Adăugați o literă mare la parolă.",
  "issue.password_needs_lowercase": "Adăugați o literă mică la parolă.",
  "issue.password_needs_digit": "Adăugați o cifră la parolă.",
  "issue.password_needs_special_character": "Adăugați la parolă un caracter special dintre {characters}",
  "issue.password_needs_more_kinds":
    "Parola trebuie să respecte {required} dintre criterii: literă mare, literă mică, cifră, caracter special.",
  "issue.password_needs_more_bits": "Faceți parola mai lungă sau amestecați mai multe feluri de caractere.",
  "issue.password_too_short": "Numărul de caractere al parolei trebuie să fie de cel puțin {minimum}.",
  "issue.password_too_long": "Numărul de caractere al parolei trebuie să fie de cel mult {maximum}.",
  "issue.password_not_unicode":
    "Parola conține un caracter care nu poate fi citit. Ștergeți-l și scrieți-l din nou.",
  "issue.password_too_common":
    "Această parolă este prea obișnuită. Alegeți una pe care nimeni nu o ghicește.",
  "issue.password_contains_name":
    "Parola conține numele de familie, prenumele sau identificatorul dumneavoastră. Alegeți alta.",
  "issue.password_is_provisional": "Alegeți altă parolă decât cea din scrisoare.",
  "issue.new_password_missing": "Alegeți o parolă.",
  "issue.password_confirmation_missing": "Introduceți parola a doua oară.",
  "issue.password_mismatch": "Cele două parole sunt diferite. Introduceți de două ori aceeași parolă.",
};
