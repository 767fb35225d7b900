import type { Axe } from "./screen-page.ts";

const spaces = /\s+/gu;

/** The accessible names of elements, as axe computes them by the rules of ARIA. */
export function namesOf(axe: Axe, elements: readonly Element[]): string[] {
  // Its survey of the page takes long: one for all.
  axe.setup(document.body);
  try {
    return elements.map((each) => axe.commons.text.accessibleText(each).replaceAll(spaces, " ").trim());
  } finally {
    axe.teardown();
  }
}

/** The text of an element that can be seen. */
export function seenText(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const hidden of copy.querySelectorAll(".educonnect-hidden, [aria-hidden=true]")) hidden.remove();
  return copy.textContent.replaceAll(spaces, " ").trim();
}
