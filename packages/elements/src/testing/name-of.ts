import type { Axe } from "./screen-page.ts";

const spaces = /\s+/gu;

/** The accessible name of an element, as axe computes it by the rules of ARIA. */
export function nameOf(axe: Axe, element: Element): string {
  axe.setup(document.body);
  try {
    return axe.commons.text.accessibleText(element).replaceAll(spaces, " ").trim();
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
