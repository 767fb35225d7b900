import { tokenStyles } from "./tokens.ts";

/** Marks a sheet's text for editors and for the build, which takes the white space out of it. */
export const css = ([text = ""]: readonly string[]): string => text;

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

const prefix = "educonnect-";

/**
 * The classes of a design system by the kit's part names.
 *
 * An element's names go from the general to the special, as in `panel summary`; the last one named here says which classes it gets, all
 * of them, separated by spaces.
 */
export type ClassNames = Readonly<Record<string, string>>;

/**
 * Makes each of the kit's classes a part of the same name too, so that hosts style both renderings by one list of names, and adds the
 * classes that the host has for them. To be called after each drawing: Lit writes a `class` that changes anew, and whole.
 */
export function mirrorParts(root: ParentNode, classes: ClassNames | null): void {
  for (const element of root.querySelectorAll(`[class*=${prefix}]`)) {
    const names = [...element.classList]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
    element.part.value = names.join(" ");
    element.classList.add(
      ...(classes?.[names.findLast((name) => classes[name]) ?? ""]?.match(/\S+/gu) ?? []),
    );
  }
}
