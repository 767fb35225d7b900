import { html, type Markup, renderPage } from "./page.ts";
import { nameOf, type StandInPerson, searchPeople } from "../people/person.ts";

interface IdentityProvider {
  readonly id: string;
  readonly name: string;
}

/** The identity providers FranceConnect offers to the public, by name only. */
export const identityProviders: readonly IdentityProvider[] = [
  { id: "impots", name: "impots.gouv.fr" },
  { id: "assurance-maladie", name: "L’Assurance Maladie" },
  { id: "la-poste", name: "L’Identité Numérique La Poste" },
  { id: "msa", name: "MSA" },
  { id: "yris", name: "Yris" },
  { id: "france-identite", name: "France Identité" },
];

/** The way back without an identity, on every page. */
export const cancelForm = (interactionPath: string, clientName: string): Markup =>
  html`<form method="post" action="${interactionPath}/cancel">
    <button class="link">Revenir sur ${clientName}</button>
  </form>`;

/** The choice of the account to sign in with. */
export function renderChoicePage(path: string, clientName: string): string {
  return renderPage({
    title: "Choisissez un compte pour vous connecter",
    body: html`<p>Pour vous connecter à ${clientName}, utilisez un compte que vous avez déjà.</p>
      <form method="get" action="${path}/sign-in">
        <ul>
          ${identityProviders.map(
            ({ id, name }) => html`<li><button name="provider" value="${id}">${name}</button></li>`,
          )}
        </ul>
      </form>
      ${cancelForm(path, clientName)}`,
  });
}

/** As many people as a page lists; with more, they can be searched by name. */
const mostListed = 30;

interface SignInPage {
  readonly path: string;
  readonly clientName: string;
  readonly provider: IdentityProvider;
  readonly people: readonly StandInPerson[];
  /** What is searched for; empty for nothing. */
  readonly search: string;
}

/** The identity provider's own page, where a person is picked instead of a password typed. */
export function renderSignInPage(page: SignInPage): string {
  const { path, clientName, provider, people, search } = page;
  const found = searchPeople(people, search);
  const rest = found.length - mostListed;
  return renderPage({
    title: `Se connecter avec ${provider.name}`,
    body: html`<p>
        Identité fictive : choisissez la personne que vous serez. Aucun mot de passe n’est demandé.
      </p>
      ${people.length > mostListed && renderSearch(page)}
      <form method="post" action="${path}/sign-in">
        <ul>
          ${found.slice(0, mostListed).map(renderPerson)}
        </ul>
      </form>
      ${found.length === 0 && html`<p>Personne ne porte ce nom.</p>`}
      ${rest > 0 && html`<p>Et ${String(rest)} de plus : cherchez par le nom.</p>`}
      <p><a href="${path}">Choisir un autre compte</a></p>
      ${cancelForm(path, clientName)}`,
  });
}

const renderSearch = ({ path, provider, search }: SignInPage): Markup =>
  html`<form method="get" action="${path}/sign-in" role="search">
    <input type="hidden" name="provider" value="${provider.id}" />
    <label for="search">Nom ou prénom</label>
    <input id="search" name="search" value="${search}" autocomplete="off" />
    <button class="main">Chercher</button>
  </form>`;

const renderPerson = (person: StandInPerson): Markup =>
  html`<li>
    <button name="person" value="${person.id}">
      ${nameOf(person)} ${person.note !== undefined && html`<small>${person.note}</small>`}
    </button>
  </li>`;
