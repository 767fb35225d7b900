import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Portuguese as in Portugal, and of the page that its link opens.
 *
 * The reader is addressed in the third person, without a pronoun.
 */
export const portugueseConfirmation: ConfirmationTexts = {
  lang: "pt-PT",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "Confirme o seu endereço de e-mail para a sua conta ÉduConnect",
  greeting: (person) => `Olá ${person},`,
  asked: (identifier) => `Está a ativar a sua conta ÉduConnect. O seu identificador é ${identifier}.`,
  active: (identifier) => `A sua conta ÉduConnect está ativa. O seu identificador é ${identifier}.`,
  confirm: "Para terminar a ativação, confirme o seu endereço de e-mail neste link:",
  confirmActive: "Confirme este endereço de e-mail neste link:",
  action: "Confirmar o meu endereço de e-mail",
  code: "Começou a ativação noutro dispositivo? Introduza lá este código:",
  validity: (duration) => `O link e o código são válidos durante ${duration}.`,
  linkValidity: (duration) => `O link é válido durante ${duration}.`,
  notAsked: "Se não pediu nada, abra o link e escolha «Não sou eu»: o seu endereço não será utilizado.",
  purpose:
    "Se esquecer ou perder o identificador ou a palavra-passe, este endereço permite recuperar o identificador ou escolher uma nova palavra-passe.",
  signedOut:
    "Se a sua sessão terminou, introduza o seu identificador e a palavra-passe que escolheu na página de início de sessão do ÉduConnect.",
  help: "Em caso de dificuldade, esta página dá informações e indica como contactar o apoio da sua região escolar (académie):",
  sentBy: (serviceName) => `Mensagem enviada automaticamente por ${serviceName}.`,
  needsScript:
    "Ative o JavaScript para confirmar o seu endereço de e-mail. Se o e-mail contiver um código, também o pode introduzir na página da ativação.",
};
