import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Builds the page for an address that leads nowhere. */
export function renderNotFoundPage(): string {
  return renderPage({
    title: "Page introuvable – ENT Horizon",
    styles: "messages.css",
    current: null,
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Page introuvable</h1>
        <p>Cette adresse ne mène à aucune page. <a href="/">Revenir au portail</a></p>
      </header>
    </main>`,
  });
}
