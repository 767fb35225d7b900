import type { IssueCode } from "@educonnect-activation/core";
import * as pupils from "../sample-pupils.ts";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory, lazilySet } from "../screen-story.ts";
import * as common from "../common-states.ts";
import "@educonnect-activation/elements/define/children";

const tag = "educonnect-children";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, {
    pupils: pupils.twoChildren,
    progress: { current: 3, total: 4 },
    back: "step",
    action: "confirm",
  }),
  title: "Screens/Children",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, field = "birthDate", params = {}): Story => ({
  ...withIssues([{ code, field, childId: "eloise", params }]),
  play: claimAll,
});

export const Empty: Story = {};
export const Confirmed: Story = { play: claimAll };
export const AllRefused: Story = {
  async play({ canvasElement, userEvent }) {
    for (const radio of canvasRadios(canvasElement, "notGuardian")) radio.click();
    await userEvent.click(screenIn(canvasElement).find.getByRole("button", { name: "Confirmer" }));
  },
};
export const OneChild: Story = { args: { pupils: pupils.oneChild } };
export const NoChild: Story = { args: { pupils: [], contact: common.contact } };
export const Unrecorded: Story = { args: { pupils: pupils.unrecordedChild }, play: claimAll };
export const SameNames: Story = { args: { pupils: pupils.sameNames }, play: claimAll };
export const Masked: Story = { args: { pupils: pupils.initials, back: "abandon" } };
export const LongNames: Story = { args: { pupils: pupils.longNames }, play: claimAll };
export const TwelveChildren: Story = { args: { pupils: pupils.twelveChildren }, play: claimAll };
export const Unanswered: Story = withIssues([
  { code: "child_unanswered", childId: "eloise" },
  { code: "child_unanswered", childId: "noe" },
]);
export const DateMissing: Story = wrong("birth_date_missing");
export const DateEmpty: Story = wrong("birth_date_empty");
export const DateNotDigits: Story = wrong("birth_date_not_digits", "day");
export const DateImpossible: Story = wrong("birth_date_impossible");
export const DateInFuture: Story = wrong("birth_date_in_future", "year");
export const DateWrong: Story = wrong("birth_date_wrong", "birthDate", { triesLeft: 2 });
export const OneOfTheDatesWrong: Story = withIssues([
  { code: "birth_dates_wrong", params: { triesLeft: 1 } },
]);
export const ChildrenChanged: Story = withIssues([{ code: "children_changed" }]);
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const LazilySet: Story = lazilySet(tag);
export const RightToLeft: Story = common.rightToLeft;

function claimAll({ canvasElement }: { canvasElement: HTMLElement }): void {
  for (const radio of canvasRadios(canvasElement, "guardian")) radio.click();
}

function canvasRadios(canvas: HTMLElement, value: string): HTMLInputElement[] {
  const root = screenIn(canvas).part("form");
  return [...(root?.querySelectorAll<HTMLInputElement>(`input[type=radio][value=${value}]`) ?? [])];
}
