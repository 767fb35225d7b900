import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/birth-date";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-birth-date";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { audience: "pupil", progress: { current: 2, total: 3 }, back: "step" }),
  title: "Screens/Birth date",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, field = "birthDate", params = {}): Story =>
  withIssues([{ code, field, params }]);

export const Empty: Story = {};
export const NothingTyped: Story = wrong("birth_date_empty");
export const NotDigits: Story = wrong("birth_date_not_digits", "day");
export const DayOutOfRange: Story = wrong("birth_date_day_out_of_range", "day");
export const MonthOutOfRange: Story = wrong("birth_date_month_out_of_range", "month");
export const YearOfTwoDigits: Story = wrong("birth_date_two_digit_year", "year");
export const YearMalformed: Story = wrong("birth_date_year_malformed", "year");
export const Impossible: Story = wrong("birth_date_impossible");
export const InFuture: Story = wrong("birth_date_in_future", "year");
export const TooOld: Story = wrong("birth_date_too_old", "year");
export const Wrong: Story = wrong("birth_date_wrong", "birthDate", { triesLeft: 2 });
export const LastTry: Story = wrong("birth_date_wrong", "birthDate", { triesLeft: 1 });
export const Unrecorded: Story = withIssues([{ code: "birth_date_unrecorded" }], { contact: common.contact });
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const RightToLeft: Story = common.rightToLeft;
