import "@educonnect-activation/elements/define/success";
import { describeScreen, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-success";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { identifier: "c.martin42" }),
  title: "Screens/Success",
};
export default meta;
type Story = ScreenStory<typeof tag>;

export const Filled: Story = {};
export const EmailPending: Story = { args: { audience: "pupil", pendingEmail: "l•••@example.org" } };
export const LongIdentifier: Story = { args: { identifier: "m.martindelarochefoucauldmontbel42" } };
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const RightToLeft: Story = common.rightToLeft;
