import { html, type Markup } from "./html.ts";

/** The way back without an identity, on every page. */
export const cancelForm = (interactionPath: string, clientName: string): Markup =>
  html`<form method="post" action="${interactionPath}/cancel">
    <button class="link">Revenir sur ${clientName}</button>
  </form>`;
