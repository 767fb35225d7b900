import type { Language, TextsOf } from "../language.ts";

/** The texts in Portuguese of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "pt-PT",
  dir: "ltr",
  cancel: "Cancelar",
  newWindow: "nova janela",
  later: "mais tarde",
  sending: "A enviar…",
  loading: "A carregar…",
  slow: "Está a demorar mais do que o habitual. Aguarde um pouco: o que escreveu fica guardado.",
  "password.show": "Mostrar a palavra-passe",
  "password.hide": "Ocultar a palavra-passe",
  "password.shown": "A palavra-passe está visível.",
  "password.hidden": "A palavra-passe está oculta.",
  "errors.heading": "Há um problema",
  "errors.prefix": "Erro:",
  "login.eyebrow.guardian": "Encarregado de educação",
  "login.eyebrow.pupil": "Aluno",
  "login.heading": "Iniciar sessão com a minha conta ÉduConnect",
  "login.identifier": "Identificador",
  "login.identifierPlaceholder": "Formato p.nomXX",
  "login.password": "Palavra-passe",
  "login.submit": "Iniciar sessão",
  "login.recoverIdentifier": "Esqueceu-se do identificador?",
  "login.recoverPassword": "Esqueceu-se da palavra-passe?",
  "login.noAccount": "Não tenho conta",
  "login.methods": "Como se pode ativar uma conta?",
  "login.or": "ou",
  "login.franceConnectHeading": "Iniciar sessão com o FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "O que é o FranceConnect?",
  "login.franceConnectText":
    "O FranceConnect dá acesso a muitos serviços do Estado francês com uma conta que já tem. Utilize-o para o ÉduConnect!",
  "login.replaceHeading": "Há outra ativação em curso neste navegador",
  "login.replaceText":
    "Se continuar, a ativação começada aqui será abandonada. Nada se perde numa conta que já está ativa.",
  "login.replaceConfirm": "Abandonar a outra e continuar",
  "notice.unavailable.heading": "O serviço não está disponível neste momento",
  "notice.unavailable.text": "A culpa não é sua. Tente novamente dentro de alguns minutos.",
  "notice.retry": "Tentar novamente",
  "issue.generic": "Não foi possível aceitar a sua resposta. Verifique-a e tente novamente.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "Resta-lhe {triesLeft} tentativa.",
    other: "Restam-lhe {triesLeft} tentativas.",
  },
  "issue.identifier_missing": "Introduza o seu identificador.",
  "issue.identifier_too_long": "Este identificador é demasiado longo. Copie o que está na carta.",
  "issue.identifier_is_email":
    "Introduza o seu identificador, no formato p.nomXX, e não o seu endereço de e-mail.",
  "issue.password_missing": "Introduza a sua palavra-passe.",
  "issue.credentials_refused":
    "O identificador ou a palavra-passe não está certo. Copie-os da carta ou, se a conta já estiver ativa, escreva a palavra-passe que escolheu.",
  "issue.credentials_locked": "Houve demasiadas tentativas. Tente novamente {delay}.",
  "issue.address_refused":
    "Houve demasiadas tentativas a partir desta ligação à internet. Tente novamente {delay}.",
  "issue.provisional_password_expired":
    "Esta palavra-passe provisória já não é válida. Peça uma nova carta à escola.",
  "issue.field_missing": "Falta uma resposta. Complete-a e tente novamente.",
  "issue.field_too_short": "Esta resposta é demasiado curta. Verifique-a.",
  "issue.field_too_long": "Esta resposta é demasiado longa. Verifique-a.",
  "issue.field_malformed": "Esta resposta não tem o formato esperado. Verifique-a.",
  "issue.request_invalid": "Uma resposta não tem o formato esperado. Verifique-a e tente novamente.",
  "issue.network_failed":
    "A ligação falhou: o que escreveu fica guardado. Verifique o seu acesso à internet e tente novamente.",
  "issue.cookies_refused":
    "O navegador não guardou o cookie de que a ativação precisa. Permita os cookies deste site ou abra esta página numa janela própria e tente novamente.",
  "issue.server_busy":
    "Há muitas pessoas a utilizar o serviço. Tente novamente {delay}: o que escreveu fica guardado.",
  "issue.server_unavailable":
    "O serviço não está disponível neste momento. Tente novamente {delay}: o que escreveu fica guardado.",
  "issue.server_error":
    "Ocorreu um erro do nosso lado. Tente novamente {delay}: o que escreveu fica guardado.",
};

/** Portuguese, as written in Portugal. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};
