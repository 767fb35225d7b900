import type { TextsOf } from "../language.ts";

/** The Portuguese texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Confirmar o meu endereço de e-mail",
  "emailConfirm.text": "Está a confirmar o endereço {email} para a conta ÉduConnect cujo identificador é:",
  "emailConfirm.loading": "A verificar o link…",
  "emailConfirm.disown": "Não sou eu",
  "emailConfirm.confirmedHeading": "O seu endereço de e-mail está confirmado",
  "emailConfirm.confirmedHere": "A ativação da sua conta continua.",
  "emailConfirm.confirmedElsewhere":
    "Volte à página onde começou a ativação: avança sozinha. Pode fechar esta página.",
  "emailConfirm.disownedHeading": "Obrigado por nos avisar",
  "emailConfirm.disownedText":
    "Este endereço de e-mail não será utilizado para esta conta. Não precisa de fazer mais nada e pode fechar esta página.",
  "emailConfirm.failedHeading": "Não é possível utilizar este link",
  "issue.confirmation_link_unknown":
    "Este link está incompleto ou é desconhecido. Abra-o diretamente a partir do e-mail.",
  "issue.confirmation_link_expired":
    "Este link já não é válido. Volte à página de ativação e escolha «Reenviar o e-mail».",
  "issue.confirmation_link_used":
    "Este link já foi utilizado: o seu endereço está confirmado. Volte à página de ativação.",
  "issue.confirmation_link_disowned": "Respondeu que não se tratava de si: este link já não serve.",
  "issue.confirmation_link_replaced":
    "Enviámos-lhe um e-mail mais recente. Utilize o link do último e-mail que recebeu.",
  "emailConfirm.return": "Retomar a ativação",
};
