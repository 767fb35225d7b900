import type { Issue } from "@educonnect-activation/core";
import { dsfrClasses } from "@educonnect-activation/elements/dsfr";
import type { Meta, StoryObj } from "@storybook/web-components-vite";

type Tags = HTMLElementTagNameMap;

/** The screens' tags with what each may be given. */
export type ScreenStory<Tag extends keyof Tags> = StoryObj<Partial<Tags[Tag]>>;

/** What is said of a screen once for its stories. */
export type ScreenMeta<Tag extends keyof Tags> = Meta<Partial<Tags[Tag]>>;

/** What the toolbar says of every element, unless the story says it itself. */
function fromToolbar({ rendering, language }: Readonly<Record<string, unknown>>) {
  return {
    dom: rendering === "shadow" ? "shadow" : "light",
    classes: rendering === "dsfr" ? dsfrClasses : null,
    lang: typeof language === "string" ? language : "",
  };
}

/** Makes an element with its properties, those of the toolbar first. */
export function createElementFor<Tag extends keyof Tags>(
  tag: Tag,
  properties: Partial<Tags[Tag]>,
  globals: Readonly<Record<string, unknown>>,
): Tags[Tag] {
  return Object.assign(document.createElement(tag), fromToolbar(globals), properties);
}

/**
 * Describes the stories of one screen: each is its element, with the story's arguments as properties.
 *
 * @param common what all its stories share, such as « Précédent » and the place among the steps
 */
export function describeScreen<Tag extends keyof Tags>(
  tag: Tag,
  common: Partial<Tags[Tag]> = {},
): ScreenMeta<Tag> {
  return {
    component: tag,
    args: common,
    render: (properties, { globals }) => createElementFor(tag, properties, globals),
  };
}

/** A row of a table of states: the screen with these issues, and what else that state has. */
export function withIssues<Args extends object = object>(issues: readonly Issue[], more?: Args) {
  return { args: { ...more, issues } };
}

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
