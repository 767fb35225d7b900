import { formatIdentifier } from "@educonnect-activation/core";
import type { Letter } from "../letters/letter.ts";
import { formatBirthDate, fullName, html, type Markup } from "../pages/html.ts";
import { activeAccount } from "../schools/ensure-active-account.ts";
import type { Trials, Trial, TrialMethod } from "./list-trials.ts";

/** What the list of people to try needs to know. */
export interface TrialsOptions {
  readonly trials: Trials;
  readonly letters: readonly Letter[];
  /** The methods that are offered, in the order shown. */
  readonly methods: readonly TrialMethod[];
}

const headings: Readonly<Record<TrialMethod, string>> = {
  letter: "Par lettre",
  sms: "Par SMS",
  franceConnect: "Par FranceConnect",
  pupil: "Élève",
};

const ways: Readonly<Record<TrialMethod, Markup>> = {
  letter: html`Avec l'identifiant et le mot de passe du <a href="/demo/letters">courrier</a> ; la confirmation
    arrive dans les <a href="/demo/mails">mails</a>.`,
  sms: html`« Je n'ai pas de compte », le nom et le numéro ; le code arrive sur les
    <a href="/demo/phones">téléphones</a>.`,
  franceConnect: html`« S'identifier avec FranceConnect », puis la personne dans la liste du fournisseur
  d'identité imaginaire.`,
  pupil: html`Avec le <a href="/demo/letters?q=%C3%A9l%C3%A8ve">courrier</a> remis au lycée.`,
};

const startPaths: Readonly<Record<TrialMethod, string>> = {
  letter: "/connexion",
  sms: "/connexion",
  franceConnect: "/connexion",
  pupil: "/eleve",
};

/** One line of what to type. */
const fact = (name: string, value: string | Markup): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;

function renderCredentials(letter: Letter): Markup {
  const identifier = formatIdentifier(letter.identifier);
  return fullName(letter) === fullName(activeAccount)
    ? html`${fact("Identifiant", identifier)}${fact("Mot de passe", activeAccount.password)}`
    : html`${fact("Identifiant", identifier)}${fact("Mot de passe provisoire", letter.provisionalPassword)}`;
}

function renderChildren(children: readonly Trial["person"][]): Markup {
  return html`<ul>
    ${children.map((child) => html`<li>${fullName(child)} : ${formatBirthDate(child.birthDate)}</li> `)}
  </ul>`;
}

function renderTrial(trial: Trial, method: TrialMethod, letters: readonly Letter[]): Markup {
  const { person, shows, children } = trial;
  const letter = letters.find(({ personId }) => personId === person.id);
  return html`<li>
    <details class="trial">
      <summary><strong>${fullName(person)}</strong> <span class="trial-shows">${shows}</span></summary>
      <dl>
        ${
          method === "sms" &&
          html`${fact("Nom", person.familyName)}${fact("Prénom", person.givenName)}${fact("Mobile", person.mobile ?? "")}`
        }
        ${(method === "letter" || method === "pupil") && letter !== undefined && renderCredentials(letter)}
        ${method === "franceConnect" && fact("À choisir", trial.civilName)}
        ${method === "pupil" && fact("Naissance", formatBirthDate(person.birthDate))}
        ${children.length > 0 && fact("Enfants", renderChildren(children))}
      </dl>
    </details>
  </li> `;
}

/** Builds the list of the people to try, method by method, each with what there is to type. */
export function renderTrials({ trials, letters, methods }: TrialsOptions): Markup {
  return html`<section class="trials" id="essayer" lang="fr" dir="ltr" aria-labelledby="essayer-titre">
    <div class="portal-width">
      <h2 id="essayer-titre">Qui essayer ?</h2>
      <p>
        Toutes les personnes sont imaginaires. Ouvrez une ligne pour savoir quoi saisir ; il y en a d'autres
        parmi les <a href="/demo/letters">courriers</a>.
      </p>
      <div class="trials-methods">
        ${methods.map(
          (method) =>
            html`<section class="trials-${method}" aria-labelledby="essayer-${method}">
              <h3 id="essayer-${method}">${headings[method]}</h3>
              <p class="trials-way">${ways[method]} <a href="${startPaths[method]}">Commencer</a></p>
              <ul class="trials-list">
                ${trials[method].map((trial) => renderTrial(trial, method, letters))}
              </ul>
            </section> `,
        )}
      </div>
    </div>
  </section>`;
}
