import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Where a log-out ends that names no address to go back to. */
export function renderSignedOutPage(): string {
  return renderPage({
    title: "Vous êtes déconnecté",
    body: html`<p>Vous pouvez fermer cette page.</p>`,
  });
}
