import "@educonnect-activation/elements/define/email";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-email"> = {
  ...describeScreen("educonnect-email"),
  title: "Screens/email",
};
export default meta;

export const Filled: ScreenStory<"educonnect-email"> = {
  args: { given: "claire@example.org", progress: { current: 1, total: 4 }, back: "abandon" },
};

export const Invalid: ScreenStory<"educonnect-email"> = {
  args: { given: "claire@example", issues: [{ code: "email_invalid", field: "email" }] },
};
