import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";

/** Whom the page of help names. */
export interface HelpContact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

const questions = [
  {
    name: "letter",
    question: "Je n'ai pas reçu de courrier, ou je l'ai perdu",
    answer:
      "Demandez-le à l'école : elle imprime un nouveau courrier. Son mot de passe provisoire remplace le précédent.",
  },
  {
    name: "identifier",
    question: "J'ai oublié mon identifiant",
    answer:
      "Il est imprimé sur le courrier de l'école, et l'activation l'a affiché à la fin. Sans l'un ni l'autre, demandez-le à l'école : ce portail ne sait pas encore vous l'envoyer.",
  },
  {
    name: "password",
    question: "J'ai oublié mon mot de passe",
    answer:
      "Ce portail ne sait pas encore le changer pour vous. Demandez à l'école un nouveau courrier : son mot de passe provisoire rouvre l'activation, où vous choisirez un autre mot de passe.",
  },
  {
    name: "sms",
    question: "Je ne reçois pas le code par SMS",
    answer:
      "L'école doit connaître votre numéro de mobile. Vérifiez votre saisie, puis demandez un autre envoi ; sinon, utilisez FranceConnect ou demandez un courrier à l'école.",
  },
  {
    name: "refused",
    question: "Mon mot de passe provisoire est refusé",
    answer:
      "Recopiez-le tel qu'il est imprimé, en majuscules. Il est valable 90 jours ; passé ce délai, demandez un nouveau courrier.",
  },
  {
    name: "birthDate",
    question: "Une date de naissance est refusée",
    answer:
      "L'école compare avec la date qu'elle a enregistrée. Si vous êtes sûr de la vôtre, demandez-lui de corriger son dossier.",
  },
  {
    name: "mail",
    question: "Je ne reçois pas le mail de confirmation",
    answer:
      "Regardez dans les indésirables, puis demandez un autre envoi. Vous pouvez aussi corriger votre adresse mail.",
  },
  {
    name: "unasked",
    question: "J'ai reçu un mail sans avoir rien demandé",
    answer:
      "Quelqu'un s'est sans doute trompé d'adresse : ouvrez le lien et choisissez « Ce n'est pas moi ».",
  },
] as const;

/** Whose help has an address of its own, that the sign-in leads to. */
const anchors: Readonly<Record<string, string>> = {
  identifier: "identifiant-oublie",
  password: "mot-de-passe-oublie",
};

/** What the page of help shows. */
export interface HelpPageOptions {
  readonly contacts: readonly HelpContact[];
  readonly languageModule: string;
}

const phoneUrl = (phone: string): string => `tel:+33${phone.replaceAll(" ", "").slice(1)}`;

/** Builds the page of help with the activation, which mails lead to. */
export function renderHelpPage({ contacts, languageModule }: HelpPageOptions): string {
  return renderPortalFrame({
    title: "Aide à l'activation du compte",
    titleName: "title.help",
    modules: [],
    languageModule,
    content: html`<main class="portal-width portal-single portal-help" id="contenu">
      <h2 data-text="help.heading">Aide à l'activation du compte</h2>
      <dl>
        ${questions.map(
          ({ name, question, answer }) =>
            html`<dt ${name in anchors && html` id="${anchors[name]}"`} data-text="help.${name}">
                ${question}
              </dt>
              <dd data-text="help.${name}Answer">${answer}</dd> `,
        )}
      </dl>
      <h2 id="contact" data-text="help.contact">Contacter l'école ou l'établissement</h2>
      <ul>
        ${contacts.map(
          ({ name, phone, email }) =>
            html`<li>
              <bdi lang="fr"
                ><strong>${name}</strong> : <a href="${phoneUrl(phone)}">${phone}</a>,
                <a href="mailto:${email}">${email}</a></bdi
              >
            </li> `,
        )}
      </ul>
      <p><a href="/connexion" data-text="help.back">Revenir à l'activation</a></p>
    </main>`,
  });
}
