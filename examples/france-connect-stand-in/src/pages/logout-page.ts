import { html, trusted } from "./html.ts";
import { renderPage } from "./page.ts";
import { logoutScript } from "./styles.ts";

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
      <script>
        ${trusted(logoutScript)};
      </script>`,
  });
}
