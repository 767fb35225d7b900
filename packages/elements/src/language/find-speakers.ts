import { KitElement } from "../element/kit-element.ts";

/** An element is of the kit by what it was made of, whatever it is called, or by a name that another build has registered, or will. */
const isKitElement = (element: Element): boolean =>
  element instanceof KitElement || element.localName.startsWith("educonnect-");

/** Tells whether another element of the kit draws this one: then that one gives it its texts. */
function isWithinAnother(element: Element): boolean {
  for (let each: Element | null = element.parentElement; each !== null; each = each.parentElement) {
    if (isKitElement(each)) return true;
  }
  return false;
}

const allWithin = (node: Node): readonly Element[] => [
  ...(node instanceof Element ? [node] : []),
  ...(node instanceof Element || node instanceof Document || node instanceof ShadowRoot
    ? node.querySelectorAll("*")
    : []),
];

/**
 * Finds whom a choice of language is for.
 *
 * @param menu the element that asks, which is never among them.
 * @param given ids separated by spaces, the elements themselves, or null for every element of the kit in the same document or shadow root.
 * @param within where to look for every element of the kit.
 */
export function findSpeakers(
  menu: HTMLElement,
  given: string | readonly HTMLElement[] | null,
  within: readonly Node[],
): readonly HTMLElement[] {
  if (given !== null && typeof given !== "string") return given;
  const root = menu.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const ids = given?.trim().split(/\s+/u).filter(Boolean) ?? [];
  if (ids.length > 0) {
    return ids.map((id) => root.getElementById(id)).filter((element) => element !== null);
  }
  return within
    .flatMap(allWithin)
    .filter((element) => element instanceof HTMLElement)
    .filter(
      (element) =>
        isKitElement(element) &&
        element.isConnected &&
        element.localName !== menu.localName &&
        !isWithinAnother(element),
    );
}

/** Calls back for each element that gets its class later: whether it is the kit's is not known before. */
export function awaitClasses(within: readonly Node[], onDefined: (element: Element) => void): void {
  for (const element of within.flatMap(allWithin)) {
    if (!element.matches(":defined"))
      void customElements.whenDefined(element.localName).then(() => onDefined(element));
  }
}
