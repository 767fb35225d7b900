import { createElementFor, type ScreenStory } from "./screen-story.ts";

/**
 * The element as frameworks that render first and set later make it: in the page with its defaults, then given its properties one by one.
 *
 * It must come to look as if it had been made with them.
 */
export function lazilySet<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): ScreenStory<Tag> {
  return {
    render: (properties, { globals }) => {
      const element = createElementFor(tag, {}, globals);
      void setOneByOne(element, properties);
      return element;
    },
  };
}

async function setOneByOne(element: HTMLElement, properties: object): Promise<void> {
  for (const [name, value] of Object.entries(properties)) {
    await new Promise(requestAnimationFrame);
    Reflect.set(element, name, value);
  }
}
