import { cancelForm } from "./cancel-form.ts";
import { html } from "./html.ts";
import { identityProviders } from "./identity-providers.ts";
import { renderPage } from "./page.ts";

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
