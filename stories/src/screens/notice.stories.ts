import "@educonnect-activation/elements/define/notice";
import { describeScreen, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const { now } = common;
const tag = "educonnect-notice";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { contact: common.contact, links: { "sign-in": true } }),
  title: "Screens/Notice",
};
export default meta;
type Story = ScreenStory<typeof tag>;

export const AllRefused: Story = { args: { reason: "allRefused", back: "step" } };
export const AwaitingSchool: Story = { args: { reason: "awaitingSchool", back: "step" } };
export const Closed: Story = { args: { reason: "closed" } };
export const Expired: Story = { args: { reason: "expired" } };
export const Abandoned: Story = { args: { reason: "abandoned" } };
export const Locked: Story = { args: { reason: "locked", now, lockedUntil: now + 900, links: {} } };
export const LockedForADay: Story = { args: { reason: "locked", now, lockedUntil: now + 86_400, links: {} } };
export const Moved: Story = { args: { reason: "moved" } };
export const Unavailable: Story = { args: { reason: "unavailable", links: { retry: true } } };
export const NobodyToAsk: Story = { args: { reason: "closed", contact: null } };
export const Busy: Story = { args: { reason: "unavailable", links: { retry: true }, busy: true } };
export const RightToLeft: Story = { args: { reason: "closed", lang: "ar" } };
