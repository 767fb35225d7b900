import type { LitElement } from "lit";
import { createElementFor, type ScreenStory } from "../screen-story.ts";

type Tags = HTMLElementTagNameMap;
type LitTag = { [Tag in keyof Tags]: Tags[Tag] extends LitElement ? Tag : never }[keyof Tags];

/**
 * Shows one control of a screen alone: the screen is real, so is the control in it, and the rest is hidden.
 *
 * Controls are drawn by their screens and are no elements of their own, so that is where a story must take them from.
 */
export function showControl<Tag extends LitTag>(
  tag: Tag,
  selector: string,
  properties: Partial<Tags[Tag]> = {},
): ScreenStory<Tag> {
  return {
    render: (args, { globals }) => {
      const screen = createElementFor(tag, { ...properties, ...args }, globals);
      void hideAllBut(screen, selector);
      return screen;
    },
  };
}

async function hideAllBut(screen: LitElement, selector: string): Promise<void> {
  do await new Promise(requestAnimationFrame);
  while (!screen.hasUpdated && screen.isConnected);
  await screen.updateComplete;
  const wanted = [...screen.renderRoot.querySelectorAll(selector)];
  for (const element of screen.renderRoot.querySelectorAll<HTMLElement>("*")) {
    const isPart = wanted.some((control) => control.contains(element) || element.contains(control));
    if (!isPart) element.style.display = "none";
  }
}
