import type { CSSResult } from "lit";
import { tokenStyles } from "./tokens.ts";

/** Adds the tokens and each sheet once to a document or shadow root; constructed sheets need no `style-src 'unsafe-inline'`. */
export function adoptSheets(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  for (const { styleSheet } of [tokenStyles, ...styles]) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}
