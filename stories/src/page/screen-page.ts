import { within } from "storybook/test";

const textOf = (element: Element | null) => (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();

/** What a person finds in an element of the kit, in either rendering, by the names that a screen reader reads. */
export interface ScreenPage {
  readonly element: HTMLElement;
  /** The queries of Testing Library, inside the element's own root. */
  readonly find: ReturnType<typeof within>;
  part(name: string): HTMLElement | null;
  /** The text of the heading. */
  heading(): string;
  /** Everything that can be read in it. */
  text(): string;
  /** What has the focus, however many roots it is in. */
  focused(): Element | null;
}

/** The page of an element of the kit. */
export function screenPage(element: HTMLElement): ScreenPage {
  const root: ParentNode = element.shadowRoot ?? element;
  const frame = root.querySelector<HTMLElement>(".educonnect, .educonnect-wizard");
  return {
    element,
    find: within(frame ?? element),
    part: (name) => root.querySelector<HTMLElement>(`[part~="${name}"], .educonnect-${name}`),
    heading: () => textOf(root.querySelector(".educonnect-heading")),
    text: () => textOf(frame),
    focused() {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    },
  };
}

/** The page of the first element of the kit in a story. */
export function screenIn(canvas: HTMLElement): ScreenPage {
  const element = [...canvas.querySelectorAll<HTMLElement>("*")].find(({ localName }) =>
    localName.startsWith("educonnect-"),
  );
  if (element === undefined) throw new TypeError("The story shows no element of the kit.");
  return screenPage(element);
}
