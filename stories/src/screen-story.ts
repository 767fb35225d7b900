import type { Meta, StoryObj } from "@storybook/web-components-vite";

type Tags = HTMLElementTagNameMap;

/** The screens' tags with what each may be given. */
export type ScreenStory<Tag extends keyof Tags> = StoryObj<Partial<Tags[Tag]>>;

/** What is said of a screen once for its stories. */
export type ScreenMeta<Tag extends keyof Tags> = Meta<Partial<Tags[Tag]>>;

/** Describes the stories of one screen: each is its element, with the story's arguments as properties. */
export function describeScreen<Tag extends keyof Tags>(tag: Tag): ScreenMeta<Tag> {
  return {
    component: tag,
    render: (properties) => Object.assign(document.createElement(tag), properties),
  };
}
