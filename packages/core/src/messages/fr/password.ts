import type { Message } from "../format-message.ts";

/** The French texts of the password screen, its rules and its help. */
export const frenchPassword = {
  "password.heading": "Je choisis mon nouveau mot de passe",
  "password.identifier": "Identifiant",
  "password.new": "Mot de passe",
  "password.confirmation": "Confirmation du nouveau mot de passe",
  "password.canContinue":
    "Vous avez déjà choisi un mot de passe. Vous pouvez le garder ou en choisir un autre.",
  "password.keep": "Garder mon mot de passe",
  "password.rules": "Le mot de passe :",
  "password.met": "respecté",
  "password.unmet": "à respecter",
  "password.allMet": "Toutes les règles du mot de passe sont respectées.",
  "password.rulesLeft": {
    count: "count",
    one: "Encore {count} règle à respecter.",
    other: "Encore {count} règles à respecter.",
  },
  "password.strength": "Robustesse :",
  "strength.weak": "Faible",
  "strength.fair": "Moyen",
  "strength.strong": "Fort",
  "rule.uppercase": "Doit contenir 1 majuscule",
  "rule.lowercase": "Doit contenir 1 minuscule",
  "rule.digit": "Doit contenir 1 chiffre",
  "rule.special_character": "Doit contenir 1 caractère spécial parmi {characters}",
  "rule.character_kinds": "Doit respecter {required} de ces critères",
  "rule.minimum_bits": "Doit être plus long, ou mêler plus de sortes de caractères",
  "rule.minimum_length": "Doit contenir {minimum} caractères minimum",
  "rule.maximum_length": "Doit contenir {maximum} caractères maximum",
  "password.helpHeading": "Aide à la création de mot de passe sécurisé",
  "password.helpIntro": "Le plus sûr et le plus simple à retenir est une phrase de passe :",
  "password.helpChoose": "prenez quatre ou cinq mots sans rapport entre eux, tirés au hasard ;",
  "password.helpJoin": "séparez-les par un signe, ajoutez une majuscule et un chiffre ;",
  "password.helpPicture": "imaginez une scène qui les relie : vous vous en souviendrez.",
  "password.helpAvoid":
    "Évitez les noms et dates de naissance de vos proches, les suites de touches et tout mot de passe déjà utilisé ailleurs.",
  "password.helpKeep":
    "Votre navigateur ou un gestionnaire de mots de passe peut en créer un et le retenir pour vous. Ne le communiquez à personne, pas même à l'établissement.",
  "issue.password_needs_uppercase": "Ajoutez une majuscule au mot de passe.",
  "issue.password_needs_lowercase": "Ajoutez une minuscule au mot de passe.",
  "issue.password_needs_digit": "Ajoutez un chiffre au mot de passe.",
  "issue.password_needs_special_character": "Ajoutez au mot de passe un caractère spécial parmi {characters}",
  "issue.password_needs_more_kinds":
    "Le mot de passe doit respecter {required} des critères : majuscule, minuscule, chiffre, caractère spécial.",
  "issue.password_needs_more_bits": "Allongez le mot de passe, ou mêlez plus de sortes de caractères.",
  "issue.password_too_short": "Le mot de passe doit contenir {minimum} caractères au moins.",
  "issue.password_too_long": "Le mot de passe doit contenir {maximum} caractères au plus.",
  "issue.password_not_unicode":
    "Le mot de passe contient un caractère illisible. Effacez-le et saisissez-le de nouveau.",
  "issue.password_too_common":
    "Ce mot de passe est trop courant. Choisissez-en un que personne ne devinerait.",
  "issue.password_contains_name":
    "Le mot de passe contient votre nom, votre prénom ou votre identifiant. Choisissez-en un autre.",
  "issue.password_is_provisional": "Choisissez un autre mot de passe que celui du courrier.",
  "issue.new_password_missing": "Choisissez un mot de passe.",
  "issue.password_confirmation_missing": "Saisissez le mot de passe une deuxième fois.",
  "issue.password_mismatch": "Les deux mots de passe sont différents. Saisissez deux fois le même.",
} satisfies Readonly<Record<string, Message>>;
