const isKitElement = ({ localName }: Element) => localName.startsWith("educonnect-");

/** Tells whether another element of the kit draws this one: then that one gives it its texts. */
function isWithinAnother(element: Element): boolean {
  for (let each = element.parentElement; each !== null; each = each.parentElement) {
    if (isKitElement(each)) return true;
  }
  return false;
}

/**
 * Finds whom a choice of language is for.
 *
 * @param menu the element that asks, which is never among them.
 * @param given ids separated by spaces, the elements themselves, or null for every element of the kit in the same document or shadow root.
 */
export function findSpeakers(
  menu: HTMLElement,
  given: string | readonly HTMLElement[] | null,
): readonly HTMLElement[] {
  if (given !== null && typeof given !== "string") return given;
  const root = menu.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const ids = given?.trim().split(/\s+/u).filter(Boolean) ?? [];
  if (ids.length > 0) {
    return ids.map((id) => root.getElementById(id)).filter((element) => element !== null);
  }
  return [...root.querySelectorAll<HTMLElement>("*")].filter(
    (element) => isKitElement(element) && element.localName !== menu.localName && !isWithinAnother(element),
  );
}
