import { html, trusted, type Markup } from "./html.ts";
import { styles } from "./styles.ts";

// Made apart from the page: the policy names the hash of exactly this text.
const sheet = trusted(`<style>${styles}</style>`);

export interface Page {
  readonly title: string;
  readonly body: Markup;
}

/** Builds a whole document, which says first that this is not FranceConnect. */
export function renderPage({ title, body }: Page): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Démonstration</title>
        ${sheet}
      </head>
      <body>
        <header>
          <p class="notice">
            Démonstration : cette page imite un fournisseur d’identité, elle n’est pas FranceConnect. Toutes
            les identités sont fictives.
          </p>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}
