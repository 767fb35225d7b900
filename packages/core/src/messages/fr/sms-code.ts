import type { Message } from "../format-message.ts";

/**
 * The French texts of the step that takes the code sent by SMS. None says whether the number is known: an SMS may name another way
 * instead of a code, or not come at all.
 */
export const frenchSmsCode = {
  "smsCode.heading": "Un code de sécurité a été envoyé",
  "smsCode.text": "Nous venons de vous envoyer un code de sécurité (valable {count} min) au {phone}",
  "smsCode.yourNumber": "numéro indiqué",
  "smsCode.codeHeading": "Je saisis le code de sécurité reçu par SMS",
  "smsCode.code": "Code de sécurité",
  "smsCode.codeHint": "{length} chiffres",
  "smsCode.filled": "Le code reçu par SMS a été saisi.",
  "smsCode.notReceived": "Je n'ai pas reçu le code par SMS",
  "smsCode.expired": "Il vous faut un nouveau code",
  "smsCode.endsSoon": "Ce code ne sera plus valable {delay}.",
  "smsCode.ended": "Le code envoyé n'est plus valable.",
  "smsCode.resend": "Renvoyer le SMS",
  "smsCode.resendWait": "Vous pourrez renvoyer le SMS {delay}.",
  "smsCode.resendSoon": "Vous pourrez bientôt renvoyer le SMS.",
  "smsCode.resendReady": "Vous pouvez renvoyer le SMS.",
  "smsCode.resendExhausted": "Le SMS a été envoyé autant de fois que possible.",
  "smsCode.resent": "Un nouveau SMS a été demandé. Seul le dernier code reçu est valable.",
  "smsCode.otherWaysHeading": "Pas de SMS ?",
  "smsCode.otherWays":
    "Le numéro ou le nom ne correspond peut-être pas à ce que l'école a noté. Revenez en arrière pour les vérifier, ou choisissez une autre méthode.",
  "smsCode.otherWaysRecorded":
    "Le numéro que l'école a noté n'est peut-être plus le vôtre. Demandez-lui de le vérifier, ou choisissez une autre méthode.",
  "smsCode.noCode": "Si le SMS ne contient pas de code, suivez ce qu'il indique.",
  "smsCode.methods": "Voir les autres méthodes",
  "smsCode.signIn": "Me connecter avec un identifiant",
  "issue.sms_code_missing": "Saisissez le code reçu par SMS.",
  "issue.sms_code_wrong": "Ce code n'est pas le bon. Vérifiez le dernier SMS reçu, puis réessayez.",
  "issue.code_expired": "Ce code n'est plus valable. Renvoyez le SMS pour en recevoir un nouveau.",
  "issue.sms_resend_too_soon": "Un SMS vient de partir. Attendez un peu avant d'en demander un autre.",
  "issue.sms_sends_exhausted":
    "Le SMS a été envoyé autant de fois que possible. Choisissez une autre méthode ou contactez l'établissement.",
} satisfies Readonly<Record<string, Message>>;
