import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/email-sent";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const { now } = common;
const tag = "educonnect-email-sent";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, {
    to: "claire@example.org",
    sendsLeft: 3,
    nextSendAt: 0,
    progress: { current: 4, total: 4 },
    back: "step",
  }),
  title: "Screens/E-mail sent",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, params = {}): Story => withIssues([{ code, field: "code", params }]);

export const Sent: Story = {};
export const JustSent: Story = { args: { now, nextSendAt: now + 58 } };
export const AddressNotShown: Story = { args: { to: null } };
export const LongAddress: Story = {
  args: { to: "marie-apolline-victoire.martin-de-la-rochefoucauld@collectivite-territoriale.example.org" },
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
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const RightToLeft: Story = common.rightToLeft;
