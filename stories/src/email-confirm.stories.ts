import "@educonnect-activation/elements/define/email-confirm";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-email-confirm"> = {
  ...describeScreen("educonnect-email-confirm"),
  title: "Screens/email-confirm",
};
export default meta;

export const Filled: ScreenStory<"educonnect-email-confirm"> = {
  args: { request: { audience: "guardian", identifier: "c.martin42", maskedEmail: "c•••@example.org" } },
};

export const Expired: ScreenStory<"educonnect-email-confirm"> = {
  args: { issues: [{ code: "link_expired" }] },
};
