import { nameOf, type StandInPerson } from "../people/person.ts";
import { cancelForm } from "./cancel-form.ts";
import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** The identity provider's own page, where a person is picked instead of a password typed. */
export function renderSignInPage(
  path: string,
  clientName: string,
  providerName: string,
  people: readonly StandInPerson[],
): string {
  return renderPage({
    title: `Se connecter avec ${providerName}`,
    body: html`<p>
        Identité fictive : choisissez la personne que vous serez. Aucun mot de passe n’est demandé.
      </p>
      <form method="post" action="${path}/sign-in">
        <ul>
          ${people.map(
            (person) =>
              html`<li>
                <button name="person" value="${person.id}">
                  ${nameOf(person)} ${person.note !== undefined && html`<small>${person.note}</small>`}
                </button>
              </li>`,
          )}
        </ul>
      </form>
      <p><a href="${path}">Choisir un autre compte</a></p>
      ${cancelForm(path, clientName)}`,
  });
}
