import type { PortalText } from "../browser/texts/portal-texts.ts";
import { html, type Markup } from "./html.ts";

/** What a page of the demo is made of. */
export interface Page {
  readonly title: string;
  /** The name of the title among the texts that are translated in the browser; null for one in French alone. */
  readonly titleName?: PortalText | null;
  /** The name of its style sheet among the assets, beside the common one. */
  readonly styles: string;
  /** Paths of the modules it loads. */
  readonly modules?: readonly string[];
  /** What its elements are going to ask the server first, so that it leaves with the page. */
  readonly asked?: string | undefined;
  /** Which entry of the demo's bar it is. */
  readonly current: (typeof entries)[number]["name"] | null;
  readonly body: Markup;
}

const entries = [
  { name: "portal", href: "/", text: "Portail" },
  { name: "letters", href: "/demo/letters", text: "Courriers" },
  { name: "mails", href: "/demo/mails", text: "Mails" },
  { name: "phones", href: "/demo/phones", text: "Téléphones" },
  { name: "reports", href: "/demo/reports", text: "Signalements" },
] as const;

/** Builds a whole document, with the bar that leads from one side of the demo to the other. */
export function renderPage({
  title,
  titleName = null,
  styles,
  modules = [],
  asked,
  current,
  body,
}: Page): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title ${titleName !== null && html` data-text="${titleName}"`}>${title}</title>
        <link rel="icon" href="/assets/horizon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/demo.css" />
        <link rel="stylesheet" href="/assets/${styles}" />
        ${asked !== undefined && html`<link rel="preload" as="fetch" href="${asked}" crossorigin />`}
        ${modules.map(
          (path) =>
            html`<link rel="modulepreload" href="${path}" />
              <script type="module" src="${path}"></script> `,
        )}
      </head>
      <body>
        <nav class="demo-bar" lang="fr" dir="ltr" aria-label="Démonstration">
          <p class="demo-bar-note">
            <strong>Démonstration</strong> <span>Écoles et personnes imaginaires</span>
          </p>
          <ul class="demo-bar-links">
            ${entries.map(
              ({ name, href, text }) =>
                html`<li>
                  <a href="${href}" ${name === current && html` aria-current="page"`}>${text}</a>
                </li> `,
            )}
          </ul>
        </nav>
        ${body}
      </body>
    </html> `.markup;
}
