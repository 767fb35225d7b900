import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/france-connect";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-france-connect";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, {
    links: { franceconnect: true, "no-account": true, "sign-in": true, methods: true },
    back: "abandon",
    contact: common.contact,
  }),
  title: "Screens/FranceConnect",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const ended = (code: IssueCode, params = {}): Story => withIssues([{ code, params }]);

export const Waiting: Story = {};
export const Leaving: Story = common.busy;
export const LeavingSlowly: Story = common.slow;
export const Cancelled: Story = ended("france_connect_cancelled");
export const Unavailable: Story = ended("france_connect_unavailable", { retryAfterSeconds: 60 });
export const Refused: Story = ended("france_connect_refused");
export const Unmatched: Story = ended("france_connect_unmatched");
export const MobileMissing: Story = ended("france_connect_mobile_missing");
export const Late: Story = ended("france_connect_late");
export const ReturnRefused: Story = ended("return_url_refused");
export const NoOtherRoute: Story = {
  args: { ...ended("france_connect_unmatched").args, methods: ["franceConnect"] },
};
export const Offline: Story = common.offline;
export const RightToLeft: Story = common.rightToLeft;
