import { tokenStyles } from "./tokens.ts";

const sheets = new Map<string, CSSStyleSheet>();

/** Makes a sheet once: constructed sheets need no `style-src 'unsafe-inline'`. */
function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/** Adds the tokens and each sheet once to a document or shadow root. */
export function adoptSheets(root: Node, styles: readonly string[]): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  for (const sheet of [tokenStyles, ...styles].map(sheetOf)) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
}
