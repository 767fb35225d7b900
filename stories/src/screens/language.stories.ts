import "@educonnect-activation/elements/define/language";
import { describeScreen, type ScreenMeta, type ScreenStory } from "../screen-story.ts";

const tag = "educonnect-language";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { memory: "off", for: [] }),
  title: "Screens/Language menu",
};
export default meta;
type Story = ScreenStory<typeof tag>;

export const French: Story = {};
export const Arabic: Story = { args: { value: "ar" } };
export const TwoLanguages: Story = { args: { languages: ["fr", "en"] } };
/** The browser of whoever looks may prefer one that is offered: a button in that language offers it first. */
export const OtherPreferred: Story = { args: { languages: ["ar", "fr", "en"], value: "ar" } };
