import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Builds the page that stands for a service of the portal. */
export function renderServicePage(title: string): string {
  return renderPage({
    title: `${title} – ENT Horizon`,
    styles: "messages.css",
    current: null,
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>${title}</h1>
        <p>
          Ici s'ouvrirait le service, dans un vrai portail.
          <a href="/connexion">Revenir à « Mes services »</a>
        </p>
      </header>
    </main>`,
  });
}
