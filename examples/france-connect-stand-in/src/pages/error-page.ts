import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** What cannot lead back to a service, as no registered address is known. */
export function renderErrorPage(code: string, description: string | undefined): string {
  return renderPage({
    title: "La connexion n’a pas pu se faire",
    body: html`<p>Revenez sur le service d’où vous venez et recommencez.</p>
      <p>Code : <code>${code}</code></p>
      ${description !== undefined && html`<p lang="en">${description}</p>`}`,
  });
}
