import "@educonnect-activation/elements/define/sms-code";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const sent = {
  to: "+33 •• •• •• 12",
  sendsLeft: 3,
  nextSendAt: 0,
  back: "step",
  links: { methods: true, franceconnect: true, "sign-in": true },
} as const;

const meta: ScreenMeta<"educonnect-sms-code"> = {
  ...describeScreen("educonnect-sms-code"),
  title: "Screens/sms-code",
};
export default meta;

export const Sent: ScreenStory<"educonnect-sms-code"> = { args: { ...sent } };

export const WrongCode: ScreenStory<"educonnect-sms-code"> = {
  args: { ...sent, issues: [{ code: "code_wrong", field: "code", params: { triesLeft: 4 } }] },
};

export const Expired: ScreenStory<"educonnect-sms-code"> = {
  args: { ...sent, issues: [{ code: "code_expired", field: "code" }] },
};

export const Exhausted: ScreenStory<"educonnect-sms-code"> = { args: { ...sent, sendsLeft: 0 } };
