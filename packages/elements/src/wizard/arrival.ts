import { translate, type MessageOverrides } from "../i18n/translate.ts";
import type { JourneyState } from "./journey-state.ts";
import type { ScreenNode } from "./screen-node.ts";

/** The place where a new screen is rendered. */
export interface ArrivalPlace {
  readonly root: ParentNode;
  readonly screen: ScreenNode;
}

/**
 * Leads the person to a new screen once it is rendered.
 *
 * @param takesFocus whether the heading takes the focus, so that a screen reader reads it.
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

/** Leads the person to a panel above the screen. Only a question takes the focus; an alert is read without it. */
export async function leadToPanel({ root, screen }: ArrivalPlace, selector: string): Promise<void> {
  await screen.drawn();
  const panel = root.querySelector<HTMLElement>(selector);
  panel?.focus();
  // After its event the browser's back button restores the scroll position, so the panel is scrolled into view after that.
  requestAnimationFrame(() => panel?.scrollIntoView({ block: "nearest" }));
}

/** Words what the live region announces about a new screen. The heading is part of it only if it does not take the focus. */
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

/** The page's title, which the heading of the current screen can be put before. */
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
