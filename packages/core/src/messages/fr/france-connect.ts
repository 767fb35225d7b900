import type { Message } from "../format-message.ts";

/** The French texts of the way to FranceConnect and back. None says whether nobody or several people match. */
export const frenchFranceConnect = {
  "franceConnect.text":
    "Vous allez quitter cette page pour vous identifier avec FranceConnect, puis y revenir pour terminer l'activation.",
  "franceConnect.leaving": "Vous allez être dirigé(e) vers FranceConnect…",
  "franceConnect.cancelled": "Vous n'avez pas terminé l'identification",
  "franceConnect.unavailable": "FranceConnect est momentanément indisponible",
  "franceConnect.refused": "L'identification n'a pas abouti",
  "franceConnect.unmatched": "Nous n'avons pas trouvé de compte à activer",
  "franceConnect.mobile_missing": "Aucun mobile n'est connu de l'établissement",
  "franceConnect.late": "L'identification est à recommencer",
  "franceConnect.otherWays": "Les autres façons de continuer",
  "franceConnect.sms": "Recevoir un code par SMS",
  "franceConnect.letter": "Me connecter avec un identifiant",
  "issue.france_connect_cancelled":
    "Aucune information n'a été transmise. Vous pouvez recommencer, ou choisir une autre méthode.",
  "issue.france_connect_refused":
    "La réponse de FranceConnect n'a pas pu être acceptée. Recommencez, ou choisissez une autre méthode.",
  "issue.france_connect_unmatched":
    "Votre identité ne correspond pas à un compte que vous pouvez activer ainsi. Si vous avez déjà un compte, connectez-vous avec votre identifiant. Sinon, choisissez une autre méthode ou demandez à l'établissement de vérifier ce qu'il a noté.",
  "issue.france_connect_mobile_missing":
    "Il faut un code par SMS pour continuer. Demandez à l'établissement de noter votre numéro, ou choisissez une autre méthode.",
  "issue.france_connect_late":
    "La réponse de FranceConnect a trop tardé, ou elle est revenue dans un autre navigateur. Recommencez d'ici.",
} satisfies Readonly<Record<string, Message>>;
