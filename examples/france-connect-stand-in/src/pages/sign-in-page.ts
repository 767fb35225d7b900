import { nameOf, type StandInPerson } from "../people/person.ts";
import { searchPeople } from "../people/search-people.ts";
import { cancelForm } from "./cancel-form.ts";
import { html, type Markup } from "./html.ts";
import type { IdentityProvider } from "./identity-providers.ts";
import { renderPage } from "./page.ts";

/** As many people as a page lists; with more, they can be searched by name. */
const mostListed = 30;

export interface SignInPage {
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
