/**
 * The French text messages.
 *
 * All but names stay within the GSM 7-bit alphabet (3GPP TS 23.038), which has no ê, ô, ç nor typographic apostrophe: one other letter
 * would halve what a message holds.
 */
export const frenchTexts = {
  code: (serviceName: string, code: string, minutes: number) =>
    `Code ${serviceName} : ${code}, valable ${minutes} min. Ne le donnez à personne.`,
  severalPeople: (serviceName: string) =>
    `${serviceName} : ce nom et ce numéro sont ceux de plusieurs personnes, aucun code ne peut y arriver.`,
  pupilsNumber: (serviceName: string) =>
    `${serviceName} : ce numéro est aussi celui d'un élève, aucun code ne peut y arriver.`,
  already: (serviceName: string) =>
    `${serviceName} : votre compte est déjà actif. Connectez-vous avec votre identifiant, ou demandez de l'aide à l'école.`,
  otherWays: "Demandez une lettre à l'école.",
  otherWaysWithFranceConnect: "Utilisez FranceConnect, ou demandez une lettre à l'école.",
  activation: (serviceName: string, activatedBy: string, children: string) =>
    `${serviceName} : ${activatedBy} vient d'activer un compte de responsable pour ${children}. Si cela n'est pas normal, prévenez l'établissement.`,
  and: "et",
} as const;
