import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/password";
import { expect, waitFor } from "storybook/test";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-password";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, {
    identifier: "c.martin42",
    personal: ["Claire", "Martin", "c.martin42"],
    progress: { current: 2, total: 4 },
    back: "step",
  }),
  title: "Screens/Password",
};
export default meta;
type Story = ScreenStory<typeof tag>;

const wrong = (code: IssueCode, params = {}): Story => withIssues([{ code, field: "password", params }]);

const typed = (password: string, strength: string): Story => ({
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    await userEvent.type(page.find.getByLabelText("Mot de passe"), password);
    await waitFor(() => expect(page.part("strength")?.textContent).toContain(strength), { timeout: 8000 });
  },
});

export const Empty: Story = {};
export const Weak: Story = typed("soleil", "Faible");
export const Fair: Story = typed("Brouette7", "Moyen");
export const Strong: Story = typed("Brouette-Violette-42", "Fort");
export const AlreadyChosen: Story = { args: { canContinue: true } };
/** The page on passphrases, opened. */
export const Help: Story = {
  async play({ canvasElement, userEvent }) {
    const { find } = screenIn(canvasElement);
    await userEvent.click(find.getByText("Aide à la création de mot de passe sécurisé"));
    await expect(find.getByText(/phrase de passe/)).toBeVisible();
  },
};
export const NothingTyped: Story = withIssues([
  { code: "new_password_missing", field: "password" },
  { code: "password_confirmation_missing", field: "confirmation" },
]);
export const RulesUnmet: Story = withIssues(
  (["uppercase", "lowercase", "digit"] as const).map((kind) => ({
    code: `password_needs_${kind}`,
    field: "password",
  })),
);
export const NoSpecialCharacter: Story = wrong("password_needs_special_character", {
  characters: "! # $ % & * + - ?",
});
export const TooFewKinds: Story = wrong("password_needs_more_kinds", { required: 3 });
export const TooFewBits: Story = wrong("password_needs_more_bits");
export const TooShort: Story = wrong("password_too_short", { minimum: 8 });
export const TooLong: Story = wrong("password_too_long", { maximum: 256 });
export const NotUnicode: Story = wrong("password_not_unicode");
export const TooCommon: Story = wrong("password_too_common");
export const ContainsName: Story = wrong("password_contains_name");
export const IsProvisional: Story = wrong("password_is_provisional");
export const Different: Story = withIssues([{ code: "password_mismatch", field: "confirmation" }]);
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const Locked: Story = common.locked;
export const RightToLeft: Story = common.rightToLeft;
