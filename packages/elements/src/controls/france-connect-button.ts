import { html, type TemplateResult } from "lit";
import { screenLink, type ScreenLink } from "./screen-link.ts";

/** FranceConnect's button with the link that must stand below it. */
export interface FranceConnectButton {
  readonly look: "primary" | "secondary";
  /** « S'identifier avec FranceConnect ». */
  readonly label: string;
  readonly disabled: boolean;
  readonly href: ScreenLink["href"];
  readonly onFollow: ScreenLink["onFollow"];
  /** « Qu'est-ce que FranceConnect ? » */
  readonly about: unknown;
}

/**
 * Renders the button by the rules that can be kept without the State's artwork (docs/decisions/0049): what it does and FranceConnect's
 * name on a line each, the explanation below. Hosts entitled to the official look give it to the part `franceconnect-button`.
 */
export function franceConnectButton({ label, about, ...link }: FranceConnectButton): TemplateResult {
  const lines = label.split(/(?=FranceConnect)/u).map((line) => html`<span>${line}</span>`);
  return html`<div class="educonnect-franceconnect-group">
    ${screenLink({ ...link, label: html`<span>${lines}</span>`, className: "educonnect-franceconnect-button" })}
    <p>${about}</p>
  </div>`;
}
