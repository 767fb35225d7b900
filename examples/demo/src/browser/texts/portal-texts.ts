import type { english } from "./english.ts";

/** The name of a text of the portal's own; its place in a page names it in `data-text` or `data-label`. */
export type PortalText = keyof typeof english;

/** What the portal itself says, in one language. */
export type PortalTexts = Readonly<Record<PortalText, string>>;
