import { html, trusted } from "./html.ts";
import { renderPage } from "./page.ts";
import { logoutScript } from "./styles.ts";

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
