/** The words of mails in French. Names and addresses are passed as they are, and are escaped when the mail is rendered. */
export const frenchMails = {
  greeting: (person: string) => `Bonjour ${person},`,
  sentBy: (serviceName: string) => `Message envoyé automatiquement par ${serviceName}.`,
  help: "En cas de difficulté, vous trouverez des informations et le contact avec l'assistance de votre académie dans la FAQ ÉduConnect :",
  hours: (count: number) => (count === 1 ? "1 heure" : `${count} heures`),
  minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
  and: "et",
  /** The heading above the French part of a mail in two languages. */
  inFrench: "En français",

  confirmation: {
    subject: "Confirmez votre adresse mail pour votre compte ÉduConnect",
    asked: (identifier: string) =>
      `Vous souhaitez activer votre compte ÉduConnect avec l'identifiant ${identifier}.`,
    purpose:
      "Vous avez renseigné une adresse mail pour votre compte ÉduConnect. En cas d'oubli ou de perte de l'identifiant ou du mot de passe de votre compte ÉduConnect, vous pourrez récupérer votre identifiant ou réinitialiser le mot de passe de votre compte ÉduConnect à partir de cette adresse mail.",
    confirm:
      "Pour terminer l'activation de votre compte, confirmez votre adresse mail en cliquant sur le lien ci-dessous :",
    active: (identifier: string) => `Votre compte ÉduConnect est actif. Votre identifiant est ${identifier}.`,
    confirmActive: "Confirmez cette adresse mail en cliquant sur le lien ci-dessous :",
    action: "Confirmer mon adresse mail",
    code: "Vous avez commencé l'activation sur un autre appareil ? Saisissez-y ce code :",
    validity: (duration: string) => `Le lien et le code sont valables ${duration}.`,
    linkValidity: (duration: string) => `Le lien est valable ${duration}.`,
    signedOut:
      "Si vous avez été déconnecté, renseignez votre identifiant et le mot de passe que vous avez choisi sur la page de connexion ÉduConnect.",
    notAsked:
      "Si vous n'avez rien demandé, ouvrez le lien et choisissez « Ce n'est pas moi » : votre adresse ne sera pas utilisée.",
    needsScript:
      "Activez JavaScript pour confirmer votre adresse mail ; si le mail porte un code, vous pouvez aussi le saisir sur la page d'activation.",
  },

  activation: {
    subject: "Un compte ÉduConnect a été activé pour un autre responsable",
    told: (activatedBy: string, children: string, several: boolean) =>
      `${activatedBy} vient d'activer un compte ÉduConnect en tant que responsable légal de ${several ? "vos enfants" : "votre enfant"} ${children}.`,
    why: "Chaque responsable d'un enfant est prévenu lorsqu'un autre active son compte. Si cela vous paraît normal, vous n'avez rien à faire.",
    doubt:
      "Si cette personne ne devrait pas avoir accès à la scolarité de l'enfant, prévenez sans attendre son établissement.",
  },
} as const;

/**
 * The words of SMS in French.
 *
 * Everything but names stays within the GSM 7-bit alphabet (3GPP TS 23.038), which has no ê, ô, ç and no typographic apostrophe: a
 * single other letter halves what an SMS holds.
 */
export const frenchSms = {
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
