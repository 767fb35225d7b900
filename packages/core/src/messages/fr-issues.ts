import type { Message } from "./format-message.ts";

/** What is wrong and what to do about it, in French, by the issue's code; `delay` is « dans 15 minutes » or « plus tard ». */
export const frenchIssues = {
  "issue.generic": "Votre réponse n'a pas pu être acceptée. Vérifiez-la, puis réessayez.",
  "issue.triesLeft": ({ triesLeft }) =>
    Number(triesLeft) < 2 ? `Il vous reste ${triesLeft} essai.` : `Il vous reste ${triesLeft} essais.`,

  "issue.identifier_missing": "Saisissez votre identifiant.",
  "issue.identifier_too_long":
    "Cet identifiant est trop long. Recopiez celui du courrier, au format p.nomXX.",
  "issue.identifier_is_email": "Saisissez votre identifiant au format p.nomXX, pas votre adresse mail.",
  "issue.password_missing": "Saisissez votre mot de passe.",
  "issue.credentials_refused":
    "L'identifiant ou le mot de passe n'est pas le bon. Vérifiez-les sur le courrier, puis réessayez.",
  "issue.credentials_locked": "Il y a eu trop d'essais. Réessayez {delay}.",
  "issue.provisional_password_expired":
    "Ce mot de passe provisoire n'est plus valable. Demandez un nouveau courrier à l'établissement.",

  "issue.relation_missing": "Indiquez si vous êtes le représentant légal de cet élève.",
  "issue.birth_date_missing": "Saisissez la date de naissance.",
  "issue.birth_date_empty": "Complétez la date : jour, mois et année.",
  "issue.birth_date_not_digits": "Saisissez la date avec des chiffres seulement.",
  "issue.birth_date_day_out_of_range": "Le jour doit être entre 1 et 31.",
  "issue.birth_date_month_out_of_range": "Le mois doit être entre 1 et 12.",
  "issue.birth_date_two_digit_year": "Saisissez l'année avec ses 4 chiffres.",
  "issue.birth_date_year_malformed": "L'année doit avoir 4 chiffres.",
  "issue.birth_date_impossible": "Cette date n'existe pas. Vérifiez le jour et le mois.",
  "issue.birth_date_in_future": "Cette date est dans le futur. Vérifiez l'année.",
  "issue.birth_date_too_old": "Cette date est trop ancienne. Vérifiez l'année.",
  "issue.ofChild": "{child} : {text}",
  "issue.birth_date_wrong":
    "Cette date n'est pas celle que l'établissement a enregistrée. Vérifiez-la, puis réessayez.",
  "issue.birth_dates_wrong":
    "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez.",

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

  "issue.email_missing": "Saisissez votre adresse mail.",
  "issue.email_invalid": "Cette adresse mail n'est pas valable. Elle doit ressembler à nom@exemple.fr.",
  "issue.email_too_long": "Cette adresse mail est trop longue. Vérifiez-la.",
  "issue.email_confirmation_missing": "Saisissez l'adresse mail une deuxième fois.",
  "issue.email_mismatch": "Les deux adresses mail sont différentes. Saisissez deux fois la même.",
  "issue.email_disowned":
    "La personne qui a reçu le mail a répondu que ce n'était pas elle. Vérifiez votre adresse mail.",

  "issue.code_missing": "Saisissez le code reçu par mail.",
  "issue.code_not_digits": "Le code ne contient que des chiffres. Vérifiez-le.",
  "issue.code_length": "Le code contient {length} chiffres. Vérifiez-le.",
  "issue.code_wrong": "Ce code n'est pas le bon. Vérifiez le dernier mail reçu, puis réessayez.",
  "issue.code_expired": "Ce code n'est plus valable. Demandez un nouveau mail.",
  "issue.step_locked": "Il y a eu trop d'essais. Vous pourrez recommencer {delay}.",
  "issue.resend_too_soon": "Un mail vient de partir. Attendez un peu avant d'en demander un autre.",
  "issue.sends_exhausted":
    "Le mail a été envoyé autant de fois que possible. Vérifiez l'adresse et vos spams, ou contactez l'établissement.",

  "issue.link_unknown": "Ce lien est incomplet ou inconnu. Ouvrez-le directement depuis le mail.",
  "issue.link_expired":
    "Ce lien n'est plus valable. Revenez à la page d'activation et choisissez « Renvoyer le mail ».",
  "issue.link_used": "Ce lien a déjà servi : votre adresse est confirmée. Revenez à la page d'activation.",
  "issue.link_replaced": "Un mail plus récent vous a été envoyé. Utilisez le lien du dernier mail reçu.",

  "issue.text_not_unicode":
    "Ce champ contient un caractère illisible. Effacez-le et saisissez-le de nouveau.",
  "issue.request_invalid": "Une réponse n'a pas la forme attendue. Vérifiez-la, puis réessayez.",
  "issue.flow_in_progress": "Une autre activation est en cours dans ce navigateur.",
  "issue.flow_missing": "Cette activation n'est plus ouverte ici. Reconnectez-vous pour la reprendre.",
  "issue.flow_moved": "Vous avez repris cette activation sur un autre appareil. Continuez là-bas.",
  "issue.revision_stale": "Cette étape a changé dans un autre onglet. Voici où vous en êtes.",
  "issue.event_not_accepted": "Cette étape n'est plus ouverte. Voici où vous en êtes.",
  "issue.session_missing": "Votre session est terminée. Reconnectez-vous.",
  "issue.network_failed":
    "La connexion a échoué. Vérifiez votre accès à internet, puis réessayez : votre saisie est conservée.",
  "issue.server_busy": "Le service est très demandé. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_unavailable":
    "Le service est momentanément indisponible. Réessayez {delay} : votre saisie est conservée.",
  "issue.server_error":
    "Une erreur s'est produite de notre côté. Réessayez {delay} : votre saisie est conservée.",
} satisfies Readonly<Record<string, Message>>;
