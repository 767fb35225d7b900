import type { TextsOf } from "../language.ts";

/** The texts in easy French of the success screen, of « Mes services » and of the page of methods. */
export const texts: TextsOf<"services"> = {
  "success.heading": "Bravo ! Votre compte est actif",
  "success.text":
    "Notez votre identifiant ÉduConnect. C'est votre nom pour vous connecter. Il vous servira la prochaine fois.",
  "success.identifier": "Votre identifiant ÉduConnect",
  "success.copy": "Copier",
  "success.copied": "L'identifiant est copié.",
  "success.selected": "L'identifiant est choisi. Copiez-le avec votre appareil.",
  "success.print": "Imprimer",
  "success.download": "Garder dans un fichier",
  "success.fileName": "identifiant-educonnect.txt",
  "success.fileText": "Votre identifiant ÉduConnect : {identifier}",
  "success.pendingEmail":
    "Nous avons envoyé un mail à {email}. Ouvrez ce mail. Appuyez sur le lien pour confirmer votre adresse. Votre compte est déjà actif.",
  "success.account":
    "Vous pouvez changer 3 choses plus tard : votre mot de passe, votre adresse mail et votre numéro de téléphone. Vous faites cela dans votre compte ÉduConnect.",
  "services.heading": "Mes services",
  "services.navigation": "Les pages principales",
  "services.home": "Accueil",
  "services.contact": "Contact",
  "services.account": "Mon compte",
  "services.message": "Un message de l'école",
  "services.news": "Les nouvelles",
  "services.loading": "Vos services arrivent…",
  "services.none": "Vous n'avez pas encore de service. Demandez à l'école.",
  "services.noNews": "Il n'y a pas de nouvelle en ce moment.",
  "services.unavailable": "Ce service ne marche pas en ce moment",
  "services.endedHeading": "Vous n'êtes plus connecté",
  "services.endedText":
    "Nous avons fermé vos services pour vous protéger. Connectez-vous encore pour les retrouver.",
  "services.signIn": "Me connecter encore",
  "methods.heading": "Comment activer mon compte ?",
  "methods.text":
    "Il y a plusieurs façons. Choisissez-en une. Choisissez celle pour laquelle vous avez tout.",
  "methods.chooseHeading": "Vous ne savez pas quoi choisir ?",
  "methods.chooseText":
    "Lisez les phrases dans l'ordre. Une phrase est vraie pour vous ? Suivez cette phrase.",
  "methods.noneFits": "Aucune phrase n'est vraie pour vous ?",
  "methods.noneFitsText":
    "Demandez à l'école. Elle regarde ce qu'elle sait de vous. Elle vous dit comment faire.",
  "methods.none": "On ne peut pas activer un compte sur Internet en ce moment.",
  "methods.first": "Essayez d'abord ceci",
  "methods.needs": "Il vous faut",
  "methods.steps": "Vous faites ceci",
  "methods.start": "Commencer",
  "methods.franceConnect": "Avec FranceConnect",
  "methods.franceConnect.fits":
    "J'ai un compte pour les impôts (impots.gouv.fr) ou pour l'assurance maladie (Ameli)",
  "methods.franceConnect.need1":
    "Un compte impots.gouv.fr, un compte Ameli ou un autre compte que FranceConnect accepte",
  "methods.franceConnect.need2": "La date de naissance de chaque enfant",
  "methods.franceConnect.step1": "Vous vous connectez avec FranceConnect.",
  "methods.franceConnect.step2": "Vous confirmez votre lien avec vos enfants.",
  "methods.franceConnect.step3": "Vous choisissez votre mot de passe.",
  "methods.sms": "Avec un message sur mon téléphone (SMS)",
  "methods.sms.fits": "L'école connaît mon numéro de téléphone portable",
  "methods.sms.need1": "Votre téléphone portable. L'école doit connaître le numéro",
  "methods.sms.need2": "La date de naissance de chaque enfant",
  "methods.sms.step1":
    "Vous donnez votre nom et votre numéro. Vous recevez un code par SMS. Vous écrivez ce code ici.",
  "methods.sms.step2": "Vous confirmez votre lien avec vos enfants.",
  "methods.sms.step3": "Vous choisissez votre mot de passe.",
  "methods.letter": "Avec la lettre de l'école",
  "methods.letter.fits": "L'école m'a donné une lettre avec un identifiant et un mot de passe",
  "methods.letter.need1": "La lettre de l'école, avec l'identifiant et le mot de passe provisoire",
  "methods.letter.need2": "Une adresse mail et la date de naissance de chaque enfant",
  "methods.letter.step1": "Vous vous connectez avec ce qui est écrit dans la lettre.",
  "methods.letter.step2":
    "Vous donnez votre adresse mail. Vous choisissez un mot de passe. Vous confirmez votre lien avec vos enfants.",
  "methods.letter.step3": "Vous recevez un mail. Vous l'ouvrez pour confirmer votre adresse.",
  "methods.pupil": "Je suis élève : avec ce que l'école m'a donné",
  "methods.pupil.fits": "Je suis élève",
  "methods.pupil.need1": "L'identifiant et le mot de passe provisoire que l'école vous a donnés",
  "methods.pupil.need2": "Votre date de naissance",
  "methods.pupil.step1": "Vous vous connectez avec l'identifiant et le mot de passe provisoire.",
  "methods.pupil.step2": "Vous choisissez votre mot de passe.",
  "methods.pupil.step3": "Vous confirmez votre date de naissance.",
};
