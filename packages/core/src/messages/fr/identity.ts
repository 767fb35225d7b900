import type { Message } from "../format-message.ts";

/** The French texts of the step that asks for names and a mobile number. */
export const frenchIdentity = {
  "identity.heading": "L'activation est réservée aux représentants légaux",
  "identity.names": "Je confirme mon identité",
  "identity.familyName": "Nom",
  "identity.givenName": "Prénom",
  "identity.noGivenName": "Je n'ai pas de prénom",
  "identity.mobile": "Je renseigne mon n° de téléphone portable",
  "identity.mobileText":
    "Indiquez le numéro de téléphone portable communiqué à l'école ou à l'établissement scolaire. Il est indispensable pour activer votre compte.",
  "identity.phone": "N° de téléphone portable",
  "identity.phoneHint":
    "Pour les numéros hors France métropolitaine, merci d'indiquer l'indicatif régional, par exemple +262 692 12 34 56.",
  "identity.understood": "Numéro compris : {phone}",
  "identity.otherWays": "Pas de mobile connu de l'école ?",
  "issue.name_missing": "Saisissez votre nom.",
  "issue.name_too_long": "Ce nom est trop long. Saisissez-le en 100 caractères au plus.",
  "issue.given_name_missing": "Saisissez votre prénom.",
  "issue.given_name_too_long": "Ce prénom est trop long. Saisissez-le en 100 caractères au plus.",
  "issue.phone_empty": "Saisissez votre numéro de téléphone portable.",
  "issue.phone_not_digits":
    "Ce numéro contient autre chose que des chiffres. Saisissez par exemple 06 12 34 56 78 ou +687 75 12 34.",
  "issue.phone_placeholder":
    "Ce numéro n'existe pas. Saisissez celui que vous avez communiqué à l'établissement.",
  "issue.phone_too_short":
    "Il manque des chiffres à ce numéro. Hors France métropolitaine, commencez par l'indicatif, par exemple +687.",
  "issue.phone_too_long": "Ce numéro a trop de chiffres. Vérifiez-le.",
  "issue.phone_not_mobile":
    "Ce numéro n'est pas celui d'un téléphone portable : il ne pourrait pas recevoir de SMS.",
  "issue.phone_invalid": "Ce numéro ne semble pas exister. Vérifiez-le, indicatif compris.",
} satisfies Readonly<Record<string, Message>>;
