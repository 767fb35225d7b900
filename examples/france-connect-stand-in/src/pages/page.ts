import { createHash } from "node:crypto";
import type { Context } from "../provider/middleware.ts";

/** Text that is markup already; made by {@link html} only, or vouched for by {@link trusted}. */
export interface Markup {
  readonly markup: string;
}

type Value = string | Markup | null | undefined | false | readonly Value[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Builds markup: a value is escaped unless it is markup; lists are joined; null, undefined and false leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: strings.reduce((markup, string, index) => markup + render(values[index - 1]) + string, ""),
  };
}

/** Takes markup that another part has made. */
export const trusted = (markup: string): Markup => ({ markup });

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return value.replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
  return "markup" in value ? value.markup : value.map(render).join("");
}

/** The pages' only sheet; plain colours and system fonts, none of them the State's. */
const styles = `
* { box-sizing: border-box; }
html { font: 1.0625rem/1.5 system-ui, sans-serif; color: #1c1c22; background: #f4f3f7; }
body { margin: 0; overflow-wrap: anywhere; }
.notice { margin: 0; padding: .75rem 1rem; background: #4a2b6b; color: #fff; font-weight: 600; text-align: center; }
main { max-width: 36rem; margin: 1.5rem auto; padding: 1.25rem; background: #fff; border: 1px solid #d5d2dd; border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.3; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; }
li { margin: 0 0 .5rem; }
ul.facts { padding-left: 1.25rem; list-style: disc; }
button { display: block; width: 100%; min-height: 2.75rem; padding: .6rem 1rem; font: inherit; text-align: left;
  color: inherit; background: #fff; border: 1px solid #6b6878; border-radius: .375rem; cursor: pointer; }
button:hover { background: #efedf4; }
button.main { color: #fff; background: #4a2b6b; border-color: #4a2b6b; text-align: center; }
button.main:hover { background: #37204f; }
button small { display: block; color: #55525f; }
input { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 .5rem; padding: .5rem .75rem; font: inherit; border: 1px solid #6b6878; border-radius: .375rem; }
form[role=search] { margin: 0 0 1.5rem; }
button.link { display: inline; width: auto; padding: .25rem 0; color: #3d2db8; background: none; border: 0; text-decoration: underline; }
a { color: #3d2db8; display: inline-block; padding: .25rem 0; }
:focus-visible { outline: 3px solid #b8530a; outline-offset: 2px; }
@media (max-width: 38rem) { main { margin: 0; border: 0; border-radius: 0; } }
`;

/** Sends the log-out form by itself, as FranceConnect does; without scripts its button does. */
export const logoutScript = `document.forms[0].submit();`;

// Made apart from the page: the policy names the hash of exactly this text.
const sheet = trusted(`<style>${styles}</style>`);

interface Page {
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

interface PageOptions {
  /** Origins that a form of the page may end up at, its own besides. */
  readonly formOrigins?: readonly string[];
  /** The one script a page may run; none by default. */
  readonly script?: "logout";
}

/** Answers with a page: nothing from elsewhere, no script, and only the sheet that the policy names by its hash. */
export function sendPage(
  ctx: Pick<Context, "body" | "type" | "set">,
  page: string,
  { formOrigins = [], script }: PageOptions = {},
): void {
  ctx.type = "text/html; charset=utf-8";
  ctx.body = page;
  ctx.set({
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${hashOf(styles)}`,
      ...(script === undefined ? [] : [`script-src ${hashOf(logoutScript)}`]),
      // A browser holds the redirects after a form to this, so a log-out, whose end is not known here, has no limit.
      ...(script === undefined ? [`form-action ${["'self'", ...formOrigins].join(" ")}`] : []),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
