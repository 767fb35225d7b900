import "@educonnect-activation/elements/define/email-sent";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const sent = { to: "claire@example.org", sendsLeft: 3, nextSendAt: 0 };

const meta: ScreenMeta<"educonnect-email-sent"> = {
  ...describeScreen("educonnect-email-sent"),
  title: "Screens/email-sent",
};
export default meta;

export const Filled: ScreenStory<"educonnect-email-sent"> = { args: { ...sent, back: "step" } };

export const WrongCode: ScreenStory<"educonnect-email-sent"> = {
  args: { ...sent, issues: [{ code: "code_wrong", field: "code", params: { triesLeft: 4 } }] },
};
