import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/email";
import { expect } from "storybook/test";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-email";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { progress: { current: 1, total: 4 }, back: "abandon" }),
  title: "Screens/E-mail",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, field: "email" | "confirmation" = "email"): Story =>
  withIssues([{ code, field }]);

export const Empty: Story = {};
export const Given: Story = { args: { given: "c•••@example.org", canContinue: true, back: "step" } };
export const Optional: Story = { args: { audience: "pupil", optional: true } };
export const LongAddressGiven: Story = {
  args: { given: "m•••@collectivite-territoriale-unique-de-la-guyane.example.org", canContinue: true },
};
/** A likely slip of the finger is pointed out, never corrected. */
export const TypoSuggested: Story = {
  // The library that plays the person finds the next field in the page alone.
  args: { dom: "light" },
  async play({ canvasElement, userEvent }) {
    const { find } = screenIn(canvasElement);
    await userEvent.type(find.getByLabelText("Adresse mail"), "claire@gmial.com");
    await userEvent.tab();
    await expect(await find.findByText(/claire@gmail\.com \?/)).toBeVisible();
  },
};
export const NothingTyped: Story = withIssues([
  { code: "email_missing", field: "email" },
  { code: "email_confirmation_missing", field: "confirmation" },
]);
export const Invalid: Story = wrong("email_invalid");
export const TooLong: Story = wrong("email_too_long");
export const Different: Story = wrong("email_mismatch", "confirmation");
export const Disowned: Story = wrong("email_disowned");
/** Of whoever has the same activation open in two tabs. */
export const ChangedElsewhere: Story = withIssues([{ code: "revision_stale" }]);
export const NoLongerOpen: Story = withIssues([{ code: "event_not_accepted" }]);
export const LeavingAsked: Story = {
  async play({ canvasElement, userEvent }) {
    const { find } = screenIn(canvasElement);
    await userEvent.click(find.getByRole("button", { name: "Précédent" }));
    await expect(find.getByRole("button", { name: "Abandonner l'activation" })).toBeVisible();
  },
};
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const RightToLeft: Story = common.rightToLeft;
