import type { Message } from "../format-message.ts";

/** The French texts of the steps about children, birth date and mail address, and of the notices. */
export const frenchFlow = {
  "children.heading": "Je confirme mon lien avec les élèves",
  "children.text":
    "Pour avoir accès aux services concernant les élèves ci-dessous, vous devez confirmer que vous êtes bien représentant(e) légal(e) de ces élèves et renseigner leur date de naissance.",
  "children.guardian": "Je suis le représentant légal de cet élève",
  "children.notGuardian": "Je ne suis pas le représentant légal de cet élève",
  "children.birthDate": "Né le",
  "children.noBirthDate":
    "L'établissement n'a pas enregistré la date de naissance de cet élève. Il doit confirmer votre lien ; d'ici là, ses services ne vous sont pas ouverts.",
  "children.place": "Élève {current} sur {total}",
  "children.initial": "Élève dont le prénom commence par {name}",
  "children.unnamed": "Élève",
  "children.initialWhy":
    "Plusieurs personnes peuvent porter votre nom : tant que les dates de naissance ne sont pas confirmées, nous n'affichons que l'initiale de chaque élève.",
  "children.count": {
    count: "current",
    one: "{current} élève sur {total} renseigné",
    other: "{current} élèves sur {total} renseignés",
  },
  "children.none": "Aucun élève n'est rattaché à votre compte.",
  "children.refuseHeading": "Vous n'êtes le représentant légal d'aucun de ces élèves ?",
  "children.refuseText":
    "Si vous confirmez, votre compte reste inactif et l'établissement est informé de votre réponse.",
  "children.refuseConfirm": "Confirmer ma réponse",
  "children.refuseCancel": "Modifier mes réponses",
  "date.day": "Jour",
  "date.month": "Mois",
  "date.year": "Année",
  "date.dayPlaceholder": "JJ",
  "date.monthPlaceholder": "MM",
  "date.yearPlaceholder": "AAAA",
  "birthDate.heading": "Je confirme ma date de naissance",
  "birthDate.text": "Elle doit être celle que l'établissement a enregistrée.",
  "birthDate.legend": "Date de naissance",
  "email.heading": "Je renseigne mon adresse mail",
  "email.text":
    "Indiquez une adresse mail valide. Elle est indispensable pour activer votre compte. Elle vous permettra également de recevoir les communications ÉduConnect et de dépanner votre compte en cas d'oubli de votre identifiant ou de votre mot de passe.",
  "email.textOptional":
    "Votre adresse mail vous permettra de recevoir les communications ÉduConnect et de dépanner votre compte en cas d'oubli de votre identifiant ou de votre mot de passe. Vous pourrez aussi la renseigner plus tard.",
  "email.label": "Adresse mail",
  "email.confirmation": "Confirmation de l'adresse mail",
  "email.given": "Adresse déjà renseignée : {email}",
  "email.keep": "Garder cette adresse",
  "email.skip": "Passer cette étape",
  "email.suggestion": "Vouliez-vous dire {email} ?",
  "email.accept": "Utiliser {email}",
  "emailSent.heading": "Un mail a été envoyé",
  "emailSent.text":
    "Nous venons de vous envoyer les instructions pour terminer l'activation de votre compte à {email}.",
  "emailSent.yourAddress": "votre adresse mail",
  "emailSent.spam": "Pensez à vérifier vos spams s'il n'arrive pas d'ici 5 minutes.",
  "emailSent.link": "Cliquez sur le lien affiché dans le mail pour valider votre adresse mail.",
  "emailSent.waiting":
    "Cette page avance d'elle-même dès que le lien est validé, même sur un autre appareil.",
  "emailSent.codeHeading": "Vous lisez le mail sur un autre appareil ?",
  "emailSent.code": "Code de sécurité reçu par mail",
  "emailSent.codeHint": "Le mail contient aussi un code à {length} chiffres.",
  "emailSent.submit": "Valider le code",
  "emailSent.notReceived": "Je n'ai pas reçu le mail",
  "emailSent.resend": "Renvoyer le mail",
  "emailSent.resendWait": "Vous pourrez renvoyer le mail {delay}.",
  "emailSent.resendSoon": "Vous pourrez bientôt renvoyer le mail.",
  "emailSent.resendReady": "Vous pouvez renvoyer le mail.",
  "emailSent.resendExhausted":
    "Le mail a été envoyé autant de fois que possible. Vérifiez l'adresse et vos spams.",
  "emailSent.resent": "Un nouveau mail a été envoyé.",
  "emailSent.correct": "J'ai fait une erreur de saisie dans mon adresse mail",
  "notice.allRefused.heading": "Votre compte n'est pas activé",
  "notice.allRefused.text":
    "Vous avez indiqué n'être le représentant légal d'aucun des élèves proposés. L'établissement en est informé. Si c'est une erreur, revenez en arrière pour modifier vos réponses.",
  "notice.awaitingSchool.heading": "L'établissement doit confirmer votre lien",
  "notice.awaitingSchool.text":
    "L'établissement n'a pas enregistré la date de naissance des élèves. Il a reçu votre demande et doit confirmer votre lien avant l'activation de votre compte.",
  "notice.closed.heading": "L'activation est fermée",
  "notice.closed.text":
    "Il y a eu trop d'essais. Contactez l'établissement : il vérifiera les informations enregistrées et vous dira comment continuer.",
  "notice.expired.heading": "Le temps pour activer votre compte est écoulé",
  "notice.expired.text":
    "Recommencez l'activation. Si votre courrier n'est plus valable, demandez-en un nouveau à l'établissement.",
  "notice.abandoned.heading": "Vous avez abandonné l'activation",
  "notice.abandoned.text": "Votre compte n'est pas activé. Vous pouvez recommencer quand vous voulez.",
  "notice.restart": "Revenir à la connexion",
  "notice.moved.heading": "L'activation continue sur un autre appareil",
  "notice.moved.text": "Continuez là-bas, ou connectez-vous pour reprendre l'activation sur cette page.",
  "issue.child_unanswered": "Indiquez si vous êtes le représentant légal de cet élève.",
  "issue.birth_date_missing": "Saisissez la date de naissance.",
  "issue.own_birth_date_missing": "Saisissez votre date de naissance.",
  "issue.birth_date_empty": "Complétez la date : jour, mois et année.",
  "issue.birth_date_not_digits": "Saisissez la date avec des chiffres seulement.",
  "issue.birth_date_day_out_of_range": "Le jour doit être entre 1 et 31.",
  "issue.birth_date_month_out_of_range": "Le mois doit être entre 1 et 12.",
  "issue.birth_date_two_digit_year": "Saisissez l'année avec ses 4 chiffres.",
  "issue.birth_date_year_malformed": "L'année doit avoir 4 chiffres.",
  "issue.birth_date_impossible": "Cette date n'existe pas. Vérifiez le jour et le mois.",
  "issue.birth_date_in_future": "Cette date est dans le futur. Vérifiez l'année.",
  "issue.birth_date_unrecorded":
    "L'établissement n'a pas enregistré votre date de naissance. Contactez-le pour activer votre compte.",
  "issue.children_changed": "La liste des élèves a changé. Vérifiez vos réponses, puis réessayez.",
  "issue.birth_date_too_old": "Cette date est trop ancienne. Vérifiez l'année.",
  "issue.ofChild": "{child} : {text}",
  "issue.birth_date_wrong":
    "Cette date n'est pas celle que l'établissement a enregistrée. Vérifiez-la, puis réessayez.",
  "issue.birth_dates_wrong":
    "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez.",
  "issue.email_missing": "Saisissez votre adresse mail.",
  "issue.email_invalid": "Cette adresse mail n'est pas valable : elle doit ressembler à nom@exemple.fr.",
  "issue.email_too_long": "Cette adresse mail est trop longue. Vérifiez-la.",
  "issue.email_confirmation_missing": "Saisissez l'adresse mail une deuxième fois.",
  "issue.email_mismatch": "Les deux adresses mail sont différentes. Saisissez deux fois la même.",
  "issue.email_disowned":
    "La personne qui a reçu le mail a répondu que ce n'était pas elle. Vérifiez votre adresse mail.",
  "issue.code_missing": "Saisissez le code reçu par mail.",
  "issue.code_not_digits": "Le code ne contient que des chiffres. Vérifiez-le.",
  "issue.code_length": "Le code contient {length} chiffres. Vérifiez-le.",
  "issue.code_wrong": "Ce code n'est pas le bon. Vérifiez le dernier mail reçu, puis réessayez.",
  "issue.resend_too_soon": "Un mail vient de partir. Attendez un peu avant d'en demander un autre.",
  "issue.sends_exhausted":
    "Le mail a été envoyé autant de fois que possible. Vérifiez l'adresse et vos spams.",
  "issue.sms_exhausted":
    "Trop de SMS ont été demandés. Réessayez {delay}, ou choisissez une autre méthode. Votre saisie est conservée.",
  "issue.flow_restart":
    "Cette activation n'est plus ouverte ici. Rien n'était encore confirmé : recommencez quand vous voulez.",
} satisfies Readonly<Record<string, Message>>;
