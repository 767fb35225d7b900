import { html, renderPage, trusted, logoutScript } from "./page.ts";

/** What cannot lead back to a service, as no registered address is known. */
export function renderErrorPage(code: string, description: string | undefined): string {
  return renderPage({
    title: "La connexion n’a pas pu se faire",
    body: html`<p>Revenez sur le service d’où vous venez et recommencez.</p>
      <p>Code : <code>${code}</code></p>
      ${description !== undefined && html`<p lang="en">${description}</p>`}`,
  });
}

// Made apart from the page: the policy names the hash of exactly this text.
const script = trusted(`<script>${logoutScript}</script>`);

/**
 * The log-out, which goes on by itself.
 *
 * @param form the provider's form, whose button is named `logout`
 */
export function renderLogoutPage(form: string): string {
  return renderPage({
    title: "Déconnexion",
    body: html`${trusted(form.replace("</form>", '<input type="hidden" name="logout" value="yes" /></form>'))}
      <button class="main" form="op.logoutForm">Continuer</button>
      ${script}`,
  });
}

/** Where a log-out ends that names no address to go back to. */
export function renderSignedOutPage(): string {
  return renderPage({
    title: "Vous êtes déconnecté",
    body: html`<p>Vous pouvez fermer cette page.</p>`,
  });
}
