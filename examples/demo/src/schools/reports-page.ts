import type { ReportedPerson, SchoolReport } from "@educonnect-activation/server-adapter";
import { fullName, html, type Markup, renderTime } from "../pages/html.ts";
import { renderPage } from "../pages/page.ts";
import type { ReportsOfSchool } from "./school-reports.ts";

/** Where « Traité » is posted to. */
export const settlePath = "/demo/reports/settle";

const nameOf = (person: ReportedPerson | null): string =>
  person === null ? "Une personne qui n'est plus dans l'annuaire" : fullName(person);

const sentences: Readonly<Record<SchoolReport["kind"], (guardian: Markup, child: Markup) => Markup>> = {
  refused: (guardian, child) =>
    html`${guardian} a répondu « Je ne suis pas le représentant légal » pour ${child}.`,
  unrecorded: (guardian, child) =>
    html`Date de naissance absente du dossier : ${child}. ${guardian} ne peut pas confirmer son lien.`,
};

const advice: Readonly<Record<SchoolReport["kind"], string>> = {
  refused: "Vérifiez le lien de parenté dans l'annuaire.",
  unrecorded: "Complétez le dossier de l'élève, puis prévenez la famille.",
};

const uncertainty = html` <strong>Identité à vérifier</strong> : peut-être un homonyme, venu par
  FranceConnect.`;

function renderReport(report: SchoolReport, schoolId: string): Markup {
  const { id, kind, at, isIdentitySure, settledAt } = report;
  const [guardian, child] = [report.guardian, report.child].map(
    (person) => html`<strong>${nameOf(person)}</strong>`,
  );
  return html`<li class="report">
    <p>${guardian && child && sentences[kind](guardian, child)}${!isIdentitySure && uncertainty}</p>
    <p class="message-meta">
      ${settledAt === null && `${advice[kind]} `}Signalé le ${renderTime(new Date(at * 1000).toISOString())}
    </p>
    ${
      settledAt === null
        ? html`<form method="post" action="${settlePath}">
            <input type="hidden" name="id" value="${id}" />
            <input type="hidden" name="school" value="${schoolId}" />
            <button type="submit">
              Traité<span class="visually-hidden">
                : ${nameOf(report.guardian)}, ${nameOf(report.child)}</span
              >
            </button>
          </form>`
        : html`<p class="message-meta">Traité le ${renderTime(new Date(settledAt * 1000).toISOString())}</p>`
    }
  </li> `;
}

function renderSchool({ school, open, settled }: ReportsOfSchool): Markup {
  const items = (reports: readonly SchoolReport[]): Markup =>
    html`<ul class="reports">
      ${reports.map((report) => renderReport(report, school.id))}
    </ul>`;
  return html`<section aria-labelledby="ecole-${school.id}">
    <h2 id="ecole-${school.id}">${school.name}</h2>
    ${open.length === 0 ? html`<p class="messages-none">Aucun signalement à traiter.</p>` : items(open)}
    ${
      settled.length > 0 &&
      html`<details class="reports-settled">
        <summary>Traités (${settled.length})</summary>
        ${items(settled)}
      </details>`
    }
  </section> `;
}

/** Builds the page of what families reported to each school, with a button for what was seen to. */
export function renderReportsPage(all: readonly ReportsOfSchool[]): string {
  return renderPage({
    title: "Signalements",
    styles: "messages.css",
    current: "reports",
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Signalements</h1>
        <p>
          Ce que les familles signalent à chaque école pendant l'activation : un enfant qui n'est pas le leur,
          une date de naissance qui manque.
        </p>
        <p class="messages-warning">
          <strong>Démonstration :</strong> cette page n'est pas protégée. Dans un vrai portail, chaque école
          ne verrait que la sienne, une fois connectée.
        </p>
      </header>
      ${all.map(renderSchool)}
    </main>`,
  });
}
