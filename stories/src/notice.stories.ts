import "@educonnect-activation/elements/define/notice";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const contact = { name: "École Jules-Ferry", phone: "03 53 01 00 01", email: "ecole@example.org" };

const meta: ScreenMeta<"educonnect-notice"> = {
  ...describeScreen("educonnect-notice"),
  title: "Screens/notice",
};
export default meta;

export const Locked: ScreenStory<"educonnect-notice"> = {
  args: { reason: "locked", lockedUntil: 1_800_000_900, now: 1_800_000_000, contact },
};

export const Unavailable: ScreenStory<"educonnect-notice"> = {
  args: { reason: "unavailable", links: { retry: true } },
};
