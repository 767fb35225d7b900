import type { IssueCode } from "@educonnect-activation/core";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory, lazilySet } from "../screen-story.ts";
import * as common from "../common-states.ts";
import "@educonnect-activation/elements/define/email-confirm";

const tag = "educonnect-email-confirm";
const request = { audience: "guardian", identifier: "c.martin42", maskedEmail: "c•••@example.org" } as const;
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { contact: common.contact }),
  title: "Screens/E-mail confirm",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const failed = (code: IssueCode): Story => withIssues([{ code }]);

export const Loading: Story = {};
export const Asked: Story = { args: { request } };
export const AskedOfPupil: Story = { args: { request: { ...request, audience: "pupil" } } };
export const LongIdentifier: Story = {
  args: {
    request: {
      ...request,
      identifier: "m.martindelarochefoucauldmontbel42",
      maskedEmail: "m•••@collectivite-territoriale.example.org",
    },
  },
};
export const ConfirmedHere: Story = { args: { answer: { outcome: "confirmed", ownFlow: true } } };
export const ConfirmedElsewhere: Story = { args: { answer: { outcome: "confirmed", ownFlow: false } } };
export const Disowned: Story = { args: { answer: { outcome: "disowned", ownFlow: false } } };
export const Unknown: Story = failed("confirmation_link_unknown");
export const Expired: Story = failed("confirmation_link_expired");
export const Used: Story = failed("confirmation_link_used");
export const AlreadyDisowned: Story = failed("confirmation_link_disowned");
export const Replaced: Story = failed("confirmation_link_replaced");
export const Busy: Story = { args: { request, busy: true } };
export const Slow: Story = { ...common.slow, args: { request, busy: true } };
export const Offline: Story = { args: { request, ...common.offline.args } };
export const LazilySet: Story = { ...lazilySet(tag), args: { request } };
export const RightToLeft: Story = { args: { request, lang: "ar" } };
