import type { TextsOf } from "../language.ts";

/** The Portuguese texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "A ativação é reservada aos representantes legais",
  "identity.names": "Confirmar a minha identidade",
  "identity.familyName": "Apelido",
  "identity.givenName": "Nome próprio",
  "identity.noGivenName": "Não tenho nome próprio",
  "identity.mobile": "Indicar o meu número de telemóvel",
  "identity.mobileText":
    "Indique o número de telemóvel que deu à escola. É indispensável para ativar a sua conta.",
  "identity.phone": "Número de telemóvel",
  "identity.phoneHint":
    "Para números de fora da França continental, indique o indicativo, por exemplo +262 692 12 34 56.",
  "identity.understood": "Número entendido: {phone}",
  "identity.otherWays": "A escola não tem o seu número de telemóvel?",
  "issue.name_missing": "Introduza o seu apelido.",
  "issue.name_too_long": "Este apelido é demasiado longo. Introduza-o com 100 caracteres, no máximo.",
  "issue.given_name_missing": "Introduza o seu nome próprio.",
  "issue.given_name_too_long":
    "Este nome próprio é demasiado longo. Introduza-o com 100 caracteres, no máximo.",
  "issue.phone_empty": "Introduza o seu número de telemóvel.",
  "issue.phone_not_digits":
    "Este número não contém só algarismos. Introduza, por exemplo, 06 12 34 56 78 ou +687 75 12 34.",
  "issue.phone_placeholder": "Este número não existe. Introduza o que deu à escola.",
  "issue.phone_too_short":
    "Faltam algarismos a este número. Fora da França metropolitana, comece pelo indicativo, por exemplo +687.",
  "issue.phone_too_long": "Este número tem algarismos a mais. Verifique-o.",
  "issue.phone_not_mobile": "Este número não é de um telemóvel: não poderia receber SMS.",
  "issue.phone_invalid": "Este número parece não existir. Verifique-o, incluindo o indicativo.",
  "smsCode.heading": "Foi enviado um código de segurança",
  "smsCode.text": "Acabámos de enviar um código de segurança (válido durante {count} min) para {phone}",
  "smsCode.yourNumber": "o número indicado",
  "smsCode.endsSoon": "Este código deixará de ser válido {delay}.",
  "smsCode.ended": "O código enviado já não é válido.",
  "smsCode.codeHeading": "Introduzir o código de segurança recebido por SMS",
  "smsCode.code": "Código de segurança",
  "smsCode.codeHint": "{length} algarismos",
  "smsCode.filled": "O código recebido por SMS foi preenchido.",
  "smsCode.notReceived": "Não recebi o código por SMS",
  "smsCode.expired": "Precisa de um novo código",
  "smsCode.resend": "Reenviar o SMS",
  "smsCode.resendWait": "Poderá reenviar o SMS {delay}.",
  "smsCode.resendSoon": "Poderá reenviar o SMS em breve.",
  "smsCode.resendReady": "Pode reenviar o SMS.",
  "smsCode.resendExhausted": "O SMS já foi enviado o máximo de vezes possível.",
  "smsCode.resent": "Foi pedido um novo SMS. Só o último código recebido é válido.",
  "smsCode.otherWaysHeading": "Não chegou nenhum SMS?",
  "smsCode.otherWays":
    "O número ou o nome talvez não corresponda ao que a escola registou. Volte atrás para os verificar ou escolha outro método.",
  "smsCode.otherWaysRecorded":
    "O número que a escola registou talvez já não seja o seu. Peça-lhe que o verifique ou escolha outro método.",
  "smsCode.noCode": "Se o SMS não tiver código, siga o que nele se indica.",
  "smsCode.methods": "Ver os outros métodos",
  "smsCode.signIn": "Iniciar sessão com um identificador",
  "issue.sms_code_missing": "Introduza o código recebido por SMS.",
  "issue.sms_code_wrong": "Este código não está certo. Verifique o último SMS recebido e tente novamente.",
  "issue.code_expired": "Este código já não é válido. Reenvie o SMS para receber um novo.",
  "issue.sms_resend_too_soon": "Acabou de sair um SMS. Espere um pouco antes de pedir outro.",
  "issue.sms_sends_exhausted":
    "O SMS já foi enviado o máximo de vezes possível. Escolha outro método ou contacte a escola.",
  "franceConnect.text":
    "Vai sair desta página para se identificar com o FranceConnect e depois voltar para terminar a ativação.",
  "franceConnect.leaving": "A abrir o FranceConnect…",
  "franceConnect.cancelled": "Não terminou a identificação",
  "franceConnect.unavailable": "O FranceConnect não está disponível neste momento",
  "franceConnect.refused": "A identificação não resultou",
  "franceConnect.unmatched": "Não encontrámos nenhuma conta para ativar",
  "franceConnect.mobile_missing": "A escola não tem o seu número de telemóvel",
  "franceConnect.late": "É preciso repetir a identificação",
  "franceConnect.otherWays": "As outras formas de continuar",
  "franceConnect.sms": "Receber um código por SMS",
  "franceConnect.letter": "Iniciar sessão com um identificador",
  "issue.france_connect_cancelled":
    "Nenhuma informação foi transmitida. Pode recomeçar ou escolher outro método.",
  "issue.france_connect_refused":
    "Não foi possível aceitar a resposta do FranceConnect. Recomece ou escolha outro método.",
  "issue.france_connect_unmatched":
    "A sua identidade não corresponde a uma conta que possa ativar desta forma. Se já tem uma conta, inicie sessão com o seu identificador. Se não, escolha outro método ou peça à escola que verifique o que registou.",
  "issue.france_connect_mobile_missing":
    "É preciso um código por SMS para continuar. Peça à escola que registe o seu número ou escolha outro método.",
  "issue.france_connect_late":
    "A resposta do FranceConnect demorou demasiado ou voltou noutro navegador. Recomece a partir daqui.",
};
