import type { SentMail } from "../mail-server/start-mail-server.ts";
import { html, type Markup, renderTime } from "./html.ts";
import { renderPage } from "./page.ts";

/** Keeps the text as it is and makes links of the addresses in it. */
function renderSms(text: string): Markup {
  // Odd pieces are the addresses, because the pattern is one group.
  const pieces = text.trim().split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/u);
  return html`<pre class="message-text">
${pieces.map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece))}</pre>`;
}

function renderMail(mail: SentMail, number: number): Markup {
  return html`<article class="message" id="mail-${number}" aria-labelledby="mail-${number}-objet">
    <header class="message-head">
      <h2 id="mail-${number}-objet">${mail.subject}</h2>
      <p class="message-meta">À <strong>${mail.to}</strong> · ${renderTime(mail.sentAt)}</p>
    </header>
    ${renderSms(mail.text)}
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

const countText = (count: number): string => (count > 1 ? `${count} mails` : `${count} mail`);

/** Builds the page of the mails sent, the newest first; a mail's number is its place among all of them, from 1. */
export function renderMailsPage(mails: readonly SentMail[]): string {
  return renderPage({
    title: "Mails envoyés",
    styles: "messages.css",
    modules: ["/assets/messages.js"],
    current: "mails",
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Mails envoyés</h1>
        <p>
          Rien ne part sur internet : le serveur de courrier de la démonstration garde tout ici, et la page se
          met à jour seule.
        </p>
        <p class="messages-links"><a href="/connexion">Revenir à l'activation</a></p>
        <p class="messages-count" role="status" data-refresh="nombre">${countText(mails.length)}</p>
      </header>
      <p class="messages-none" data-none ${mails.length > 0 && html` hidden`}>
        Aucun mail pour le moment. Activez un compte avec un <a href="/demo/letters">courrier</a> pour en
        recevoir un.
      </p>
      <div data-live>${mails.map((mail, index) => renderMail(mail, index + 1)).reverse()}</div>
    </main>`,
  });
}
