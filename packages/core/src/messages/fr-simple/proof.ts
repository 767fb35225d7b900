import type { TextsOf } from "../language.ts";

/** The texts in easy French of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "Cette page est pour les parents et les représentants légaux",
  "identity.names": "Je donne mon nom",
  "identity.familyName": "Nom",
  "identity.givenName": "Prénom",
  "identity.noGivenName": "Je n'ai pas de prénom",
  "identity.mobile": "Je donne mon numéro de téléphone portable",
  "identity.mobileText":
    "Vous avez donné un numéro de téléphone portable à l'école. Écrivez ce numéro. Vous en avez besoin pour activer votre compte.",
  "identity.phone": "Numéro de téléphone portable",
  "identity.phoneHint":
    "Votre numéro est d'un autre pays ou d'outre-mer ? Écrivez d'abord le signe + et les chiffres du pays. Exemple :\u00a0+262 692 12 34 56.",
  "identity.understood": "Nous avons lu ce numéro : {phone}",
  "identity.otherWays": "L'école ne connaît pas votre numéro ?",
  "issue.name_missing": "Écrivez votre nom.",
  "issue.name_too_long": "Ce nom est trop long. Écrivez 100 lettres ou moins.",
  "issue.given_name_missing": "Écrivez votre prénom.",
  "issue.given_name_too_long": "Ce prénom est trop long. Écrivez 100 lettres ou moins.",
  "issue.phone_empty": "Écrivez votre numéro de téléphone portable.",
  "issue.phone_not_digits":
    "Écrivez le numéro avec des chiffres. Exemples : 06 12 34 56 78 ou +687 75 12 34.",
  "issue.phone_placeholder": "Ce numéro n'existe pas. Écrivez le numéro que vous avez donné à l'école.",
  "issue.phone_too_short":
    "Il manque des chiffres. Votre numéro est d'un autre pays ou d'outre-mer ? Écrivez d'abord le signe + et les chiffres du pays. Exemple :\u00a0+687.",
  "issue.phone_too_long": "Ce numéro a trop de chiffres. Regardez le numéro.",
  "issue.phone_not_mobile":
    "Ce n'est pas le numéro d'un téléphone portable. Écrivez le numéro d'un téléphone portable.",
  "issue.phone_invalid": "Ce numéro n'existe sans doute pas. Regardez tous les chiffres.",
  "smsCode.heading": "Nous avons envoyé un code",
  "smsCode.text":
    "Nous avons envoyé un message (SMS) avec un code. Le code marche pendant {count} minutes. Le numéro est : {phone}",
  "smsCode.yourNumber": "votre numéro",
  "smsCode.codeHeading": "J'écris le code reçu par SMS",
  "smsCode.code": "Code de sécurité",
  "smsCode.codeHint": "{length} chiffres",
  "smsCode.filled": "Nous avons écrit le code du SMS pour vous.",
  "smsCode.notReceived": "Je n'ai pas reçu le SMS",
  "smsCode.expired": "Il vous faut un nouveau code",
  "smsCode.endsSoon": "Ce code s'arrête {delay}.",
  "smsCode.ended": "Ce code ne marche plus.",
  "smsCode.resend": "Envoyer encore le SMS",
  "smsCode.resendWait": "Vous pouvez envoyer encore le SMS {delay}.",
  "smsCode.resendSoon": "Attendez un peu. Ensuite, vous pouvez envoyer encore le SMS.",
  "smsCode.resendReady": "Vous pouvez envoyer encore le SMS.",
  "smsCode.resendExhausted": "Nous avons envoyé beaucoup de SMS. Nous devons arrêter.",
  "smsCode.resent": "Vous avez demandé un nouveau SMS. Utilisez seulement le dernier code.",
  "smsCode.otherWaysHeading": "Vous n'avez pas de SMS ?",
  "smsCode.otherWays":
    "L'école a peut-être noté un autre nom ou un autre numéro. Revenez pour les regarder. Ou choisissez une autre façon.",
  "smsCode.otherWaysRecorded":
    "L'école a peut-être noté un autre numéro. Demandez à l'école. Ou choisissez une autre façon.",
  "smsCode.noCode": "Il n'y a pas de code dans le SMS ? Faites ce que le SMS dit.",
  "smsCode.methods": "Voir les autres façons",
  "smsCode.signIn": "Me connecter avec un identifiant",
  "issue.sms_code_missing": "Écrivez le code reçu par SMS.",
  "issue.sms_code_wrong": "Ce code est faux. Regardez le dernier SMS. Puis essayez encore.",
  "issue.code_expired": "Ce code est trop vieux. Envoyez encore le SMS. Vous recevez alors un nouveau code.",
  "issue.sms_resend_too_soon":
    "Nous avons envoyé un SMS il y a peu de temps. Attendez avant d'en demander un autre.",
  "issue.sms_sends_exhausted":
    "Nous avons envoyé beaucoup de SMS. Nous devons arrêter. Choisissez une autre façon. Ou demandez à l'école.",
  "franceConnect.text":
    "Vous allez sur la page de FranceConnect. Vous vous connectez. Puis vous revenez ici pour finir.",
  "franceConnect.leaving": "FranceConnect s'ouvre…",
  "franceConnect.cancelled": "Vous n'avez pas fini avec FranceConnect",
  "franceConnect.unavailable": "FranceConnect ne marche pas en ce moment",
  "franceConnect.refused": "FranceConnect n'a pas marché",
  "franceConnect.unmatched": "Nous n'avons pas trouvé votre compte",
  "franceConnect.mobile_missing": "L'école ne connaît pas votre numéro de téléphone portable",
  "franceConnect.late": "Vous devez recommencer avec FranceConnect",
  "franceConnect.otherWays": "Les autres façons de continuer",
  "franceConnect.sms": "Recevoir un code sur mon téléphone (SMS)",
  "franceConnect.letter": "Me connecter avec un identifiant",
  "issue.france_connect_cancelled":
    "FranceConnect ne nous a rien dit sur vous. Vous pouvez recommencer. Ou vous pouvez choisir une autre façon.",
  "issue.france_connect_refused":
    "Nous n'avons pas compris la réponse de FranceConnect. Recommencez. Ou choisissez une autre façon.",
  "issue.france_connect_unmatched":
    "Nous n'avons pas trouvé de compte que vous pouvez activer comme cela. Vous avez déjà un compte ? Connectez-vous avec votre identifiant. Vous n'avez pas de compte ? Choisissez une autre façon. Ou demandez à l'école de regarder ce qu'elle sait de vous.",
  "issue.france_connect_mobile_missing":
    "Il vous faut un code par SMS pour continuer. Demandez à l'école de noter votre numéro. Ou choisissez une autre façon.",
  "issue.france_connect_late":
    "La réponse de FranceConnect a mis trop de temps. Ou elle est arrivée dans un autre navigateur. Recommencez ici.",
};
