import "@educonnect-activation/elements/define/success";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-success"> = {
  ...describeScreen("educonnect-success"),
  title: "Screens/success",
};
export default meta;

export const Filled: ScreenStory<"educonnect-success"> = { args: { identifier: "c.martin42" } };

export const EmailPending: ScreenStory<"educonnect-success"> = {
  args: { identifier: "c.martin42", pendingEmail: "c•••@example.org" },
};
