import type { TextsOf } from "../language.ts";

/** The Portuguese texts of the password screen, its rules and its help. */
export const texts: TextsOf<"password"> = {
  "password.heading": "Escolher a minha nova palavra-passe",
  "password.identifier": "Identificador",
  "password.new": "Palavra-passe",
  "password.confirmation": "Confirmação da nova palavra-passe",
  "password.canContinue": "Já escolheu uma palavra-passe. Pode mantê-la ou escolher outra.",
  "password.keep": "Manter a minha palavra-passe",
  "password.rules": "A palavra-passe:",
  "password.met": "cumprida",
  "password.unmet": "por cumprir",
  "password.allMet": "Todas as regras da palavra-passe estão cumpridas.",
  "password.rulesLeft": {
    count: "count",
    one: "Falta cumprir {count} regra.",
    other: "Falta cumprir {count} regras.",
  },
  "password.strength": "Segurança:",
  "strength.weak": "Fraca",
  "strength.fair": "Média",
  "strength.strong": "Forte",
  "rule.uppercase": "Deve conter 1 letra maiúscula",
  "rule.lowercase": "Deve conter 1 letra minúscula",
  "rule.digit": "Deve conter 1 algarismo",
  "rule.special_character": "Deve conter 1 carácter especial de entre {characters}",
  "rule.character_kinds": "Deve cumprir {required} destes critérios",
  "rule.minimum_bits": "Deve ser mais longa ou misturar mais tipos de caracteres",
  "rule.minimum_length": "Deve conter pelo menos {minimum} caracteres",
  "rule.maximum_length": "Deve conter no máximo {maximum} caracteres",
  "password.helpHeading": "Ajuda para criar uma palavra-passe segura",
  "password.helpIntro": "A mais segura, e a mais fácil de lembrar, é uma frase-passe:",
  "password.helpChoose": "escolha à sorte quatro ou cinco palavras sem relação entre si;",
  "password.helpJoin": "separe-as com um sinal, junte uma maiúscula e um algarismo;",
  "password.helpPicture": "imagine uma cena que as ligue: assim vai lembrar-se dela.",
  "password.helpAvoid":
    "Evite os nomes e aniversários das pessoas próximas, as teclas seguidas do teclado e qualquer palavra-passe já utilizada noutro sítio.",
  "password.helpKeep":
    "O seu navegador ou um gestor de palavras-passe pode criar uma e guardá-la por si. Não a diga a ninguém, nem à escola.",
  "issue.password_needs_uppercase": "Acrescente uma letra maiúscula à palavra-passe.",
  "issue.password_needs_lowercase": "Acrescente uma letra minúscula à palavra-passe.",
  "issue.password_needs_digit": "Acrescente um algarismo à palavra-passe.",
  "issue.password_needs_special_character":
    "Acrescente à palavra-passe um carácter especial de entre {characters}",
  "issue.password_needs_more_kinds":
    "A palavra-passe deve cumprir {required} dos critérios: maiúscula, minúscula, algarismo, carácter especial.",
  "issue.password_needs_more_bits": "Torne a palavra-passe mais longa ou misture mais tipos de caracteres.",
  "issue.password_too_short": "A palavra-passe deve conter pelo menos {minimum} caracteres.",
  "issue.password_too_long": "A palavra-passe deve conter no máximo {maximum} caracteres.",
  "issue.password_not_unicode":
    "A palavra-passe contém um carácter ilegível. Apague-o e escreva-o novamente.",
  "issue.password_too_common": "Esta palavra-passe é demasiado comum. Escolha uma que ninguém adivinhe.",
  "issue.password_contains_name":
    "A palavra-passe contém o seu apelido, o seu nome próprio ou o seu identificador. Escolha outra.",
  "issue.password_is_provisional": "Escolha uma palavra-passe diferente da que está na carta.",
  "issue.new_password_missing": "Escolha uma palavra-passe.",
  "issue.password_confirmation_missing": "Introduza a palavra-passe uma segunda vez.",
  "issue.password_mismatch": "As duas palavras-passe são diferentes. Introduza duas vezes a mesma.",
};
