import { foldName, formatIdentifier } from "@educonnect-activation/core";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import { formatBirthDate, fullName, html, type Markup } from "./html.ts";
import { renderPage } from "./page.ts";

/** What the page of letters needs to know. */
export interface LettersPageOptions {
  readonly letters: readonly Letter[];
  readonly statusOf: (personId: string) => LetterStatus;
  /** The portal's address, as printed. */
  readonly portalUrl: string;
  /** What the filter box holds; empty for every letter. */
  readonly query: string;
}

const statusTexts: Readonly<Record<LetterStatus, string>> = {
  issued: "Remis",
  started: "Activation en cours",
  active: "Compte activé",
  expired: "Mot de passe expiré",
};

const dateFormat = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

/** Folds a text for searching: without accents, in small letters. */
const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** What a letter is found by: names as written and as plain letters, the identifier, the kind of holder, the status. */
function searchText(letter: Letter, status: LetterStatus): string {
  const people = [letter, ...(letter.kind === "guardian" ? letter.children : [])];
  const names = people.flatMap((person) => [
    fullName(person),
    foldName(person.givenName),
    foldName(person.familyName),
  ]);
  const kind = letter.kind === "pupil" ? "élève" : "responsable";
  return fold([...names, letter.identifier, kind, statusTexts[status]].join(" "));
}

const matches = (text: string, query: string): boolean =>
  fold(query)
    .split(/\s+/u)
    .every((word) => text.includes(word));

function renderGuardianSms(letter: Letter & { readonly kind: "guardian" }): Markup {
  return html`<p>
      L'école ou l'établissement ${letter.school} met à votre disposition un compte « ÉduConnect ».
    </p>
    <p>
      Ce compte unique pour l'ensemble des enfants sous votre responsabilité, permet de simplifier vos accès
      aux ressources numériques des écoles et des établissements scolaires et vos démarches en ligne liées à
      la scolarité. Il sera conservé même en cas de changement d'école, d'établissement ou d'académie.
    </p>`;
}

function renderPupilSms(letter: Letter): Markup {
  return html`<p>L'établissement ${letter.school} met à votre disposition un compte « ÉduConnect ».</p>
    <p>
      Ce compte permet de simplifier vos accès aux ressources numériques de votre établissement. Il sera
      conservé même en cas de changement d'établissement ou d'académie.
    </p>`;
}

function renderLetter(letter: Letter, status: LetterStatus, portalUrl: string): Markup {
  const id = `lettre-${letter.identifier}`;
  return html`<article
    class="letter"
    id="${id}"
    aria-labelledby="${id}-nom"
    data-search="${searchText(letter, status)}"
  >
    <p class="letter-status letter-status-${status}">${statusTexts[status]}</p>
    <header class="letter-head">
      <p class="letter-school">${letter.school}</p>
      <address class="letter-address">
        <strong id="${id}-nom">${fullName(letter)}</strong
        ><br />${letter.address.street}<br />${letter.address.postalCode} ${letter.address.town}
      </address>
    </header>
    <p class="letter-date">Vallières-sur-Somme, le ${dateFormat.format(new Date(letter.issuedAt))}</p>
    <p>Bonjour ${fullName(letter)},</p>
    ${letter.kind === "guardian" ? renderGuardianSms(letter) : renderPupilSms(letter)}
    <p>Pour activer votre compte, allez à l'adresse internet suivante :</p>
    <p class="letter-link"><a href="/">${portalUrl}</a></p>
    ${
      letter.kind === "guardian"
        ? html`<p>
              Sur la page de connexion ÉduConnect, renseignez les identifiant et mot de passe ci-dessous qui
              vous permettront d'accéder aux services concernant :
            </p>
            <ul class="letter-children">
              ${letter.children.map(
                (child) =>
                  html`<li>
                    ${fullName(child)} <span class="letter-born">${formatBirthDate(child.birthDate)}</span>
                  </li>`,
              )}
            </ul>`
        : html`<p>
            Sur la page de connexion ÉduConnect, renseignez les identifiant et mot de passe ci-dessous. Votre
            date de naissance vous sera demandée
            <span class="letter-born">${formatBirthDate(letter.birthDate)}</span>.
          </p>`
    }
    <dl class="letter-credentials">
      <div>
        <dt>Identifiant</dt>
        <dd class="letter-identifier">${formatIdentifier(letter.identifier)}</dd>
      </div>
      <div>
        <dt>Mot de passe provisoire</dt>
        <dd class="letter-password">${letter.provisionalPassword}</dd>
      </div>
    </dl>
    <p>L'identifiant s'écrit en majuscules ou en minuscules, c'est pareil.</p>
  </article> `;
}

/** Builds the page of printed letters: one person a sheet, and a box that filters them, with or without a script. */
export function renderLettersPage({ letters, statusOf, portalUrl, query }: LettersPageOptions): string {
  const shown = letters
    .map((letter) => ({ letter, status: statusOf(letter.personId) }))
    .filter(({ letter, status }) => matches(searchText(letter, status), query));
  return renderPage({
    title: "Courriers remis par les écoles",
    styles: "letters.css",
    modules: ["/assets/letters.js"],
    current: "letters",
    body: html`<main class="letters" id="contenu">
      <header class="letters-head">
        <h1>Courriers remis par les écoles</h1>
        <p>
          Chaque responsable légal et chaque lycéen reçoit le sien. Le texte grisé ne figure pas sur le papier
          : il aide à essayer.
        </p>
        <form class="letters-filter" role="search" action="/demo/letters">
          <label for="filtre">Chercher un nom, un identifiant, « élève », « expiré »…</label>
          <div class="letters-filter-row">
            <input
              id="filtre"
              name="q"
              type="search"
              value="${query}"
              autocomplete="off"
              spellcheck="false"
            />
            <button type="submit">Chercher</button>
          </div>
          <p class="letters-count" role="status" id="nombre">${countText(shown.length)}</p>
        </form>
      </header>
      <div class="letters-list">
        ${shown.map(({ letter, status }) => renderLetter(letter, status, portalUrl))}
      </div>
      <p class="letters-none" id="aucun" ${shown.length > 0 && html` hidden`}>
        Aucun courrier ne correspond. <a href="/demo/letters">Voir tous les courriers</a>
      </p>
    </main>`,
  });
}

const countText = (count: number): string => (count > 1 ? `${count} courriers` : `${count} courrier`);
