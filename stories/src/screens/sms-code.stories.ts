import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/sms-code";
import { expect } from "storybook/test";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const { now } = common;
const tag = "educonnect-sms-code";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, {
    to: "+33 •• •• •• 12",
    sendsLeft: 3,
    nextSendAt: 0,
    progress: { current: 2, total: 4 },
    back: "step",
    links: { methods: true, franceconnect: true, "sign-in": true },
  }),
  title: "Screens/SMS code",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, params = {}): Story => withIssues([{ code, field: "code", params }]);

export const Sent: Story = {};
export const JustSent: Story = { args: { now, nextSendAt: now + 58 } };
export const NumberNotShown: Story = { args: { to: null, back: "none" } };
export const NoOtherRoute: Story = { args: { links: {} } };
/** A code is taken as it was pasted, with its spaces. */
export const Pasted: Story = {
  // The library that plays the person pastes in the page alone.
  args: { dom: "light" },
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    const sent: unknown[] = [];
    page.element.addEventListener("educonnect-command", ({ detail }) => sent.push(detail));
    await userEvent.click(page.find.getByLabelText("Code de sécurité"));
    await userEvent.paste(" 1234 5678 ");
    await userEvent.keyboard("{Enter}");
    await expect(sent).toEqual([{ type: "smsCodeSubmitted", code: "12345678" }]);
  },
};
export const CodeMissing: Story = wrong("code_missing");
export const CodeNotDigits: Story = wrong("code_not_digits");
export const CodeTooShort: Story = wrong("code_length", { length: 8 });
export const CodeWrong: Story = wrong("code_wrong", { triesLeft: 4 });
export const CodeExpired: Story = wrong("code_expired");
export const ResendTooSoon: Story = {
  args: { now, nextSendAt: now + 58, issues: [{ code: "resend_too_soon" }] },
};
export const Exhausted: Story = { args: { sendsLeft: 0, issues: [{ code: "sends_exhausted" }] } };
export const TextsExhausted: Story = withIssues([
  { code: "sms_exhausted", params: { retryAfterSeconds: 3600 } },
]);
export const TextsSuspended: Story = withIssues([
  { code: "sms_unavailable", params: { retryAfterSeconds: 600 } },
]);
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const RightToLeft: Story = common.rightToLeft;
