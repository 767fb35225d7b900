import type { SentMail } from "../mail-server/sent-mail.ts";
import type { SentText } from "../operator/sent-text.ts";
import { html, type Markup } from "./html.ts";
import { renderPage } from "./page.ts";

const instantFormat = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "Europe/Paris",
});

const renderTime = (instant: string): Markup =>
  html`<time datetime="${instant}">${instantFormat.format(new Date(instant))}</time>`;

/** Keeps the text as it is and makes links of the addresses in it. */
function renderText(text: string): Markup {
  // Odd pieces are the addresses, because the pattern is one group.
  const pieces = text.trim().split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/u);
  return html`<pre class="message-text">
${pieces.map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece))}</pre>`;
}

function renderMail(mail: SentMail, number: number): Markup {
  return html`<article class="message" aria-labelledby="mail-${number}">
    <header class="message-head">
      <h3 id="mail-${number}">${mail.subject}</h3>
      <p class="message-meta">À <strong>${mail.to}</strong> · ${renderTime(mail.sentAt)}</p>
    </header>
    ${renderText(mail.text)}
    ${
      mail.html !== "" &&
      html`<details class="message-html">
        <summary>Voir la version HTML</summary>
        <iframe
          title="Version HTML de « ${mail.subject} »"
          src="/demo/mails/${number}.html"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
        ></iframe>
      </details>`
    }
  </article> `;
}

function renderSentText(message: SentText): Markup {
  return html`<article class="message">
    <header class="message-head">
      <p class="message-meta">Au <strong>${message.to}</strong> · ${renderTime(message.sentAt)}</p>
    </header>
    ${renderText(message.text)}
  </article> `;
}

/** Builds the page of the mails and texts sent, the newest first; a mail's number is its place among all of them, from 1. */
export function renderMailsPage(mails: readonly SentMail[], texts: readonly SentText[]): string {
  return renderPage({
    title: "Mails et SMS envoyés",
    styles: "mails.css",
    current: "mails",
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Mails et SMS envoyés</h1>
        <p>
          Rien ne part sur internet : le serveur de courrier de la démonstration garde tout ici. Rechargez la
          page pour voir les derniers.
        </p>
      </header>
      <section aria-labelledby="mails">
        <h2 id="mails">Mails</h2>
        ${
          mails.length === 0
            ? html`<p class="messages-none">
                Aucun mail pour le moment. Activez un compte depuis le <a href="/">portail</a> pour en
                recevoir un.
              </p>`
            : mails.map((mail, index) => renderMail(mail, index + 1)).reverse()
        }
      </section>
      <section aria-labelledby="sms">
        <h2 id="sms">SMS</h2>
        ${texts.length === 0 ? html`<p class="messages-none">Aucun SMS pour le moment.</p>` : texts.map(renderSentText).reverse()}
      </section>
    </main>`,
  });
}
