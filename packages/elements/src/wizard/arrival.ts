import { translate, type MessageOverrides } from "../i18n/translate.ts";
import type { JourneyState } from "./journey-state.ts";
import type { ScreenNode } from "./screen-node.ts";

/** Where a new screen was drawn. */
export interface ArrivalPlace {
  readonly root: ParentNode;
  readonly screen: ScreenNode;
}

/**
 * Leads the person to a new screen, once it is drawn.
 *
 * @param takesFocus whether the heading takes the focus, and so is read.
 * @returns the heading's text.
 */
export async function leadToHeading({ root, screen }: ArrivalPlace, takesFocus: boolean): Promise<string> {
  await screen.drawn();
  const heading = root.querySelector<HTMLElement>(".educonnect-heading");
  if (takesFocus) {
    if (screen.element === null) heading?.focus();
    else await screen.focusHeading();
  }
  return heading?.textContent.trim() ?? "";
}

/** Leads the person to a panel above the screen: an alert is read where it stands and takes no focus, only a question does. */
export async function leadToPanel({ root, screen }: ArrivalPlace, selector: string): Promise<void> {
  await screen.drawn();
  const panel = root.querySelector<HTMLElement>(selector);
  panel?.focus();
  // The browser's Back scrolls to where the page stood once its event has been heard: the panel comes into sight after that.
  requestAnimationFrame(() => panel?.scrollIntoView({ block: "nearest" }));
}

/** What the live region says of a new screen; its heading only when the focus does not read it. */
export function describeArrival(
  messages: MessageOverrides,
  { stage, comparesMethods }: JourneyState,
  heading: string,
  takesFocus: boolean,
): string {
  const unread = takesFocus ? "" : heading;
  if (comparesMethods || stage.name !== "flow" || stage.view.condition !== "awaiting") return unread;
  if (stage.view.step.name === "franceConnect") return unread;
  const { current, total } = stage.view.progress;
  return `${translate(messages, "progress", { current, total })} ${unread}`.trim();
}

/** The page's title, which a heading may stand before for a while. */
export class PageTitle {
  #own: string | null = null;

  /** Puts a heading before the page's own title. */
  show(heading: string): void {
    if (heading === "") return;
    this.#own ??= document.title;
    document.title = this.#own === "" ? heading : `${heading} – ${this.#own}`;
  }

  restore(): void {
    if (this.#own !== null) document.title = this.#own;
    this.#own = null;
  }
}
