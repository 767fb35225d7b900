import type { TextsOf } from "../language.ts";

/** The texts in easy French of the password screen, its rules and its help. Each sentence has a line of its own, as easy French requires. */
export const texts: TextsOf<"password"> = {
  "password.heading": "Je choisis mon nouveau mot de passe",
  "password.identifier": "Identifiant",
  "password.new": "Mot de passe",
  "password.confirmation": "Le même mot de passe, une 2e fois",
  "password.canContinue":
    "Vous avez déjà choisi un mot de passe. Vous pouvez garder ce mot de passe. Vous pouvez aussi en choisir un autre.",
  "password.keep": "Garder mon mot de passe",
  "password.rules": "Les règles du mot de passe :",
  "password.met": "c'est bon",
  "password.unmet": "à faire",
  "password.allMet": "Votre mot de passe suit toutes les règles.",
  "password.rulesLeft": {
    count: "count",
    one: "Il reste {count} règle à suivre.",
    other: "Il reste {count} règles à suivre.",
  },
  "password.strength": "Votre mot de passe est :",
  "strength.weak": "Facile à deviner",
  "strength.fair": "Assez sûr",
  "strength.strong": "Très sûr",
  "rule.uppercase": "Mettez 1 grande lettre.\nExemple :\u00a0A",
  "rule.lowercase": "Mettez 1 petite lettre.\nExemple :\u00a0a",
  "rule.digit": "Mettez 1 chiffre.\nExemple :\u00a07",
  "rule.special_character": "Mettez 1 de ces signes : {characters}",
  "rule.character_kinds": "Suivez {required} de ces règles",
  "rule.minimum_bits": "Écrivez un mot de passe plus long.\nOu mettez plus de sortes de signes",
  "rule.minimum_length":
    "Mettez {minimum} signes ou plus.\nUn signe est une lettre, un chiffre ou autre chose",
  "rule.maximum_length": "Mettez {maximum} signes ou moins",
  "password.helpHeading": "De l'aide pour choisir un mot de passe sûr",
  "password.helpIntro":
    "Une suite de mots est facile à retenir.\nEt elle est difficile à deviner.\nVoici comment faire :",
  "password.helpChoose": "Choisissez 4 ou 5 mots par hasard.",
  "password.helpJoin": "Mettez un signe entre les mots.\nAjoutez 1 grande lettre et 1 chiffre.",
  "password.helpPicture":
    "Imaginez une petite histoire avec ces mots.\nVous retenez ainsi votre mot de passe.",
  "password.helpAvoid":
    "D'autres personnes connaissent le nom et la date de naissance de votre famille.\nChoisissez autre chose.\nChoisissez un mot de passe que vous utilisez seulement ici.",
  "password.helpKeep":
    "Votre navigateur est le programme qui montre cette page.\nIl peut créer un mot de passe et le garder pour vous.\nGardez votre mot de passe secret.\nL'école ne doit pas le connaître.",
  "issue.password_needs_uppercase": "Ajoutez 1 grande lettre dans le mot de passe. Exemple :\u00a0A.",
  "issue.password_needs_lowercase": "Ajoutez 1 petite lettre dans le mot de passe. Exemple :\u00a0a.",
  "issue.password_needs_digit": "Ajoutez 1 chiffre dans le mot de passe. Exemple :\u00a07.",
  "issue.password_needs_special_character": "Ajoutez dans le mot de passe 1 de ces signes : {characters}",
  "issue.password_needs_more_kinds":
    "Suivez {required} de ces 4 règles. Mettez 1 grande lettre. Mettez 1 petite lettre. Mettez 1 chiffre. Mettez 1 autre signe.",
  "issue.password_needs_more_bits": "Écrivez un mot de passe plus long. Ou mettez plus de sortes de signes.",
  "issue.password_too_short": "Le mot de passe est trop court. Mettez {minimum} signes ou plus.",
  "issue.password_too_long": "Le mot de passe est trop long. Mettez {maximum} signes ou moins.",
  "issue.password_not_unicode":
    "Nous ne pouvons pas lire un signe du mot de passe. Effacez le mot de passe. Puis écrivez-le encore.",
  "issue.password_too_common":
    "Beaucoup de personnes utilisent ce mot de passe. Choisissez-en un autre, difficile à deviner.",
  "issue.password_contains_name":
    "Le mot de passe contient votre nom, votre prénom ou votre identifiant. Choisissez un autre mot de passe.",
  "issue.password_is_provisional":
    "Vous avez écrit le mot de passe de la lettre. Choisissez un autre mot de passe.",
  "issue.new_password_missing": "Choisissez un mot de passe.",
  "issue.password_confirmation_missing": "Écrivez le mot de passe une 2e fois.",
  "issue.password_mismatch": "Les 2 mots de passe sont différents. Écrivez 2 fois le même mot de passe.",
};
