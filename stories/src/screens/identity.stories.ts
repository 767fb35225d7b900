import type { IssueCode } from "@educonnect-activation/core";
import { expect } from "storybook/test";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory, lazilySet } from "../screen-story.ts";
import * as common from "../common-states.ts";
import "@educonnect-activation/elements/define/identity";

const tag = "educonnect-identity";
const given = { familyName: "Martin", givenName: "Claire", phone: "06 12 34 56 71" };
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { links: { methods: true }, progress: { current: 1, total: 4 }, back: "abandon" }),
  title: "Screens/Identity",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrongPhone = (code: IssueCode, phone: string): Story =>
  withIssues([{ code, field: "phone" }], { given: { ...given, phone } });

export const Empty: Story = {};
export const Filled: Story = { args: { given } };
export const LongNames: Story = {
  args: {
    given: {
      ...given,
      familyName: "Martin-de La Rochefoucauld-Montbel d'Andrianampoinimerina",
      givenName: "Marie-Apolline-Victoire",
    },
  },
};
/** What was typed is read back as it was understood. */
export const NumberUnderstood: Story = {
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    await userEvent.type(page.find.getByLabelText("N° de téléphone portable"), "0692123456");
    await expect(page.part("understood")?.textContent).toMatch(/692/);
  },
};
export const NothingTyped: Story = withIssues([
  { code: "name_missing", field: "familyName" },
  { code: "name_missing", field: "givenName" },
  { code: "phone_empty", field: "phone" },
]);
export const NamesTooLong: Story = withIssues([
  { code: "name_too_long", field: "familyName" },
  { code: "name_too_long", field: "givenName" },
]);
export const Landline: Story = wrongPhone("phone_not_mobile", "03 22 00 11 22");
export const NotDigits: Story = wrongPhone("phone_not_digits", "06 12 34 56 AB");
export const Placeholder: Story = wrongPhone("phone_placeholder", "06 00 00 00 00");
export const TooShort: Story = wrongPhone("phone_too_short", "06 12 34");
export const TooLong: Story = wrongPhone("phone_too_long", "06 12 34 56 71 89 01");
export const Invalid: Story = wrongPhone("phone_invalid", "09 12 34 56 71");
export const TextsSuspended: Story = withIssues(
  [{ code: "sms_unavailable", params: { retryAfterSeconds: 600 } }],
  { given },
);
export const TextsExhausted: Story = withIssues(
  [{ code: "sms_exhausted", params: { retryAfterSeconds: 3600 } }],
  { given },
);
/** What only the server noticed, should it check more than the screen. */
export const RefusedByServer: Story = withIssues([
  { code: "field_missing", field: "familyName" },
  { code: "field_too_short", field: "givenName" },
  { code: "field_malformed", field: "phone" },
]);
export const TooLongForServer: Story = withIssues([{ code: "field_too_long", field: "familyName" }], {
  given,
});
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = { args: { given, ...common.offline.args } };
export const Locked: Story = common.locked;
export const LazilySet: Story = { ...lazilySet(tag), args: { given } };
export const RightToLeft: Story = { args: { given, lang: "ar" } };
