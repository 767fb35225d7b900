import { html, type Markup } from "./html.ts";

const instantFormat = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "Europe/Paris",
});

/** Writes an ISO instant as people read it. */
export const renderTime = (instant: string): Markup =>
  html`<time datetime="${instant}">${instantFormat.format(new Date(instant))}</time>`;
