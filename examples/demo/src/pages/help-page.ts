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
    question: "Je n'ai pas reçu de courrier, ou je l'ai perdu",
    answer:
      "Demandez-le à l'école : elle imprime un nouveau courrier. Son mot de passe provisoire remplace le précédent.",
  },
  {
    question: "Je ne reçois pas le code par SMS",
    answer:
      "L'école doit connaître votre numéro de mobile. Vérifiez votre saisie, puis demandez un autre envoi ; sinon, utilisez FranceConnect ou demandez un courrier à l'école.",
  },
  {
    question: "Mon mot de passe provisoire est refusé",
    answer:
      "Recopiez-le tel qu'il est imprimé, en majuscules. Il est valable 90 jours ; passé ce délai, demandez un nouveau courrier.",
  },
  {
    question: "Une date de naissance est refusée",
    answer:
      "L'école compare avec la date qu'elle a enregistrée. Si vous êtes sûr de la vôtre, demandez-lui de corriger son dossier.",
  },
  {
    question: "Je ne reçois pas le mail de confirmation",
    answer:
      "Regardez dans les indésirables, puis demandez un autre envoi. Vous pouvez aussi corriger votre adresse mail.",
  },
  {
    question: "J'ai reçu un mail sans avoir rien demandé",
    answer:
      "Quelqu'un s'est sans doute trompé d'adresse : ouvrez le lien et choisissez « Ce n'est pas moi ».",
  },
] as const;

const phoneUrl = (phone: string): string => `tel:+33${phone.replaceAll(" ", "").slice(1)}`;

/** Builds the page of help with the activation, which mails lead to. */
export function renderHelpPage(contacts: readonly HelpContact[]): string {
  return renderPortalFrame({
    title: "Aide à l'activation du compte",
    modules: [],
    languageModule: null,
    content: html`<main class="portal-width portal-single portal-help" id="contenu">
      <h2>Aide à l'activation du compte</h2>
      <dl>
        ${questions.map(
          ({ question, answer }) =>
            html`<dt>${question}</dt>
              <dd>${answer}</dd> `,
        )}
      </dl>
      <h2>Contacter l'école ou l'établissement</h2>
      <ul>
        ${contacts.map(
          ({ name, phone, email }) =>
            html`<li>
              <strong>${name}</strong> : <a href="${phoneUrl(phone)}">${phone}</a>,
              <a href="mailto:${email}">${email}</a>
            </li> `,
        )}
      </ul>
      <p><a href="/connexion">Revenir à l'activation</a></p>
    </main>`,
  });
}
