import { formatIdentifier } from "@educonnect-activation/core";
import type { Letter } from "../letters/letter.ts";
import { formatBirthDate } from "../pages/format-birth-date.ts";
import { fullName } from "../pages/full-name.ts";
import { html, type Markup } from "../pages/html.ts";
import { activeAccount } from "../schools/active-account.ts";
import type { Trials } from "./list-trials.ts";
import type { Trial, TrialRoute } from "./trial.ts";

/** What the list of people to try needs to know. */
export interface TrialsOptions {
  readonly trials: Trials;
  readonly letters: readonly Letter[];
  /** The routes that are offered, in the order shown. */
  readonly routes: readonly TrialRoute[];
}

const headings: Readonly<Record<TrialRoute, string>> = {
  letter: "Par lettre",
  sms: "Par SMS",
  franceConnect: "Par FranceConnect",
  pupil: "Élève",
};

const ways: Readonly<Record<TrialRoute, Markup>> = {
  letter: html`Avec l'identifiant et le mot de passe du <a href="/demo/letters">courrier</a> ; la confirmation
    arrive dans les <a href="/demo/mails">mails</a>.`,
  sms: html`« Je n'ai pas de compte », le nom et le numéro ; le code arrive sur les
    <a href="/demo/phones">téléphones</a>.`,
  franceConnect: html`« S'identifier avec FranceConnect », puis la personne dans la liste du fournisseur
  d'identité imaginaire.`,
  pupil: html`Avec le <a href="/demo/letters?q=%C3%A9l%C3%A8ve">courrier</a> remis au lycée.`,
};

const startPaths: Readonly<Record<TrialRoute, string>> = {
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

function renderTrial(trial: Trial, route: TrialRoute, letters: readonly Letter[]): Markup {
  const { person, shows, children } = trial;
  const letter = letters.find(({ personId }) => personId === person.id);
  return html`<li>
    <details class="trial">
      <summary><strong>${fullName(person)}</strong> <span class="trial-shows">${shows}</span></summary>
      <dl>
        ${
          route === "sms" &&
          html`${fact("Nom", person.familyName)}${fact("Prénom", person.givenName)}${fact("Mobile", person.mobile ?? "")}`
        }
        ${(route === "letter" || route === "pupil") && letter !== undefined && renderCredentials(letter)}
        ${route === "franceConnect" && fact("À choisir", trial.civilName)}
        ${route === "pupil" && fact("Naissance", formatBirthDate(person.birthDate))}
        ${children.length > 0 && fact("Enfants", renderChildren(children))}
      </dl>
    </details>
  </li> `;
}

/** Builds the list of the people to try, route by route, each with what there is to type. */
export function renderTrials({ trials, letters, routes }: TrialsOptions): Markup {
  return html`<section class="trials" id="essayer" lang="fr" dir="ltr" aria-labelledby="essayer-titre">
    <div class="portal-width">
      <h2 id="essayer-titre">Qui essayer ?</h2>
      <p>
        Toutes les personnes sont imaginaires. Ouvrez une ligne pour savoir quoi saisir ; il y en a d'autres
        parmi les <a href="/demo/letters">courriers</a>.
      </p>
      <div class="trials-routes">
        ${routes.map(
          (route) =>
            html`<section class="trials-${route}" aria-labelledby="essayer-${route}">
              <h3 id="essayer-${route}">${headings[route]}</h3>
              <p class="trials-way">${ways[route]} <a href="${startPaths[route]}">Commencer</a></p>
              <ul class="trials-list">
                ${trials[route].map((trial) => renderTrial(trial, route, letters))}
              </ul>
            </section> `,
        )}
      </div>
    </div>
  </section>`;
}
