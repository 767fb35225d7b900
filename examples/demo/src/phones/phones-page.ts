import type { Person } from "../directory/directory.ts";
import type { SentSms } from "../operator/sent-sms.ts";
import { html, type Markup, fullName, renderTime } from "../pages/html.ts";
import { renderPage } from "../pages/page.ts";
import { formatNumber, type PhoneBook } from "./phone-book.ts";

/** What the page of telephones needs to know. */
export interface PhonesPageOptions {
  /** The oldest first. */
  readonly texts: readonly SentSms[];
  readonly findOwners: PhoneBook;
  /** The one number to show (E.164); null for all. */
  readonly number: string | null;
  /** Whether accounts can be activated by SMS here. */
  readonly isOffered: boolean;
}

const statusTexts: Readonly<Record<SentSms["status"], string>> = {
  sent: "En method",
  delivered: "Distribué",
  failed: "Non distribué",
};

const kindTexts: Readonly<Record<Person["kind"], string>> = { guardian: "responsable", pupil: "élève" };

/** The code of a text that binds it to a page of the portal (its last line), as phones find it. */
const findCode = (text: string): string | null => /^@\S+ #(\d+)$/mu.exec(text)?.[1] ?? null;

/** Who has a number: a person with a file at each school is one person. */
function describeOwners(owners: readonly Person[]): string {
  if (owners.length === 0) return "Numéro que les écoles ne connaissent pas";
  const files = new Map<string, number>();
  for (const owner of owners) {
    const description = `${fullName(owner)} (${kindTexts[owner.kind]}`;
    files.set(description, (files.get(description) ?? 0) + 1);
  }
  return [...files]
    .map(([description, count]) => `${description}${count > 1 ? `, ${count} dossiers` : ""})`)
    .join(", ");
}

function renderCode(code: string): Markup {
  const half = Math.ceil(code.length / 2);
  return html`<p class="phone-code">
    <span class="phone-code-label">Code</span>
    <strong class="phone-code-digits"
      ><span>${code.slice(0, half)}</span><span>${code.slice(half)}</span></strong
    >
    <button type="button" class="phone-copy" data-copy="${code}">
      Copier<span class="visually-hidden"> le code ${code}</span>
    </button>
  </p>`;
}

function renderSms({ id, to, text, sentAt, status }: SentSms, owners: readonly Person[]): Markup {
  const code = findCode(text);
  return html`<article class="message phone-text" id="sms-${id}" aria-labelledby="sms-${id}-nom">
    <header class="message-head">
      <h2 id="sms-${id}-nom">
        <a href="/demo/phones?numero=${encodeURIComponent(to)}">${formatNumber(to)}</a>
      </h2>
      <p class="message-meta">${describeOwners(owners)}</p>
      <p class="message-meta phone-sent">
        ${renderTime(sentAt)}
        <span class="phone-status phone-status-${status}" data-refresh="sms-${id}"
          >${statusTexts[status]}</span
        >
      </p>
    </header>
    ${code !== null && renderCode(code)}
    <pre class="message-text">${text.trim()}</pre>
  </article> `;
}

function renderNone(isOffered: boolean): Markup {
  return isOffered
    ? html`Aucun SMS pour le moment. Sur la <a href="/connexion">page de connexion</a>, choisissez « Je n'ai
        pas de compte » : le code arrivera ici.`
    : html`Aucun SMS : cette démonstration a été lancée avec <code>--no-sms</code>.`;
}

const countText = (count: number): string => `${count} SMS`;

/** Builds the page of the phones: the texts, the newest first, each with its number and whose that is. */
export function renderPhonesPage({ texts, findOwners, number, isOffered }: PhonesPageOptions): string {
  const shown = texts.filter(({ to }) => number === null || to === number).toReversed();
  return renderPage({
    title: "Téléphones",
    styles: "messages.css",
    modules: ["/assets/messages.js"],
    current: "phones",
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Téléphones</h1>
        ${
          number === null
            ? html`<p>
                Aucun SMS ne part sur le réseau : l'opérateur de la démonstration garde tout ici, et la page
                se met à jour seule.
              </p>`
            : html`<p>
                Les SMS reçus au <strong>${formatNumber(number)}</strong>, le téléphone de
                ${describeOwners(findOwners(number))}. <a href="/demo/phones">Tous les téléphones</a>
              </p>`
        }
        <p class="messages-links"><a href="/connexion">Revenir à l'activation</a></p>
        <p class="messages-count" role="status" data-refresh="nombre">${countText(shown.length)}</p>
      </header>
      <p class="messages-none" data-none ${shown.length > 0 && html` hidden`}>${renderNone(isOffered)}</p>
      <div data-live>${shown.map((text) => renderSms(text, findOwners(text.to)))}</div>
      <p class="visually-hidden" role="status" data-copied></p>
    </main>`,
  });
}
