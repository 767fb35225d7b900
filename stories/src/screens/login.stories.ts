import type { IssueCode } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/login";
import { expect } from "storybook/test";
import { screenIn } from "../page/screen-page.ts";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-login";
const links = {
  "recover-identifier": true,
  "recover-password": true,
  "no-account": true,
  methods: true,
} as const;
const meta: ScreenMeta<typeof tag> = { ...describeScreen(tag, { links }), title: "Screens/Login" };
export default meta;
type Story = ScreenStory<typeof tag>;

const refused = (code: IssueCode, params = {}): Story => withIssues([{ code, params }]);
const wrong = (code: IssueCode): Story => withIssues([{ code, field: "identifier" }]);

export const Empty: Story = {};
export const NoLink: Story = { args: { links: {} } };
export const WithFranceConnect: Story = { args: { links: { ...links, franceconnect: true } } };
export const OfPupil: Story = { args: { audience: "pupil", links: {} } };
export const Filled: Story = {
  async play({ canvasElement, userEvent }) {
    const { find } = screenIn(canvasElement);
    await userEvent.type(find.getByLabelText("Identifiant"), "c.martin42");
    await userEvent.type(find.getByLabelText("Mot de passe"), "7GMPGYF3");
  },
};
/** « Afficher » shows what is typed and says so; a second press hides it. */
export const PasswordShown: Story = {
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    const field = page.find.getByLabelText("Mot de passe");
    await userEvent.type(field, "7GMPGYF3");
    const toggle = page.part("toggle");
    if (toggle === null) throw new TypeError("No button shows the password.");
    await userEvent.click(toggle);
    await expect(field).toHaveAttribute("type", "text");
    await userEvent.click(toggle);
    await expect(field).toHaveAttribute("type", "password");
    await userEvent.click(toggle);
  },
};
/** From the first field to the button that sends, in the order of reading. */
export const KeyboardOrder: Story = {
  // The library that plays the person finds the next field in the page alone.
  args: { dom: "light", links: {} },
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    const order: unknown[] = [];
    for (let step = 0; step < 4; step += 1) {
      await userEvent.tab();
      order.push(page.focused());
    }
    await expect(order).toEqual([
      page.find.getByLabelText("Identifiant"),
      page.find.getByLabelText("Mot de passe"),
      page.part("toggle"),
      page.find.getByRole("button", { name: "Se connecter" }),
    ]);
  },
};
/** An error, the focus in its summary, then the correction. */
export const CorrectedError: Story = {
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    const sent: unknown[] = [];
    page.element.addEventListener("educonnect-command", ({ detail }) => sent.push(detail));
    await userEvent.click(page.find.getByRole("button", { name: "Se connecter" }));
    await expect(page.focused()).toBe(page.part("summary"));
    await userEvent.type(page.find.getByLabelText("Identifiant"), "c.martin42");
    await userEvent.type(page.find.getByLabelText("Mot de passe"), "7GMPGYF3{Enter}");
    await expect(sent).toEqual([
      { type: "credentialsSubmitted", identifier: "c.martin42", password: "7GMPGYF3" },
    ]);
    await expect(page.part("summary")).toBeNull();
  },
};
export const NothingTyped: Story = withIssues([
  { code: "identifier_missing", field: "identifier" },
  { code: "password_missing", field: "password" },
]);
export const MailTyped: Story = wrong("identifier_is_email");
export const IdentifierTooLong: Story = wrong("identifier_too_long");
export const Refused: Story = refused("credentials_refused", { triesLeft: 3 });
export const Locked: Story = refused("credentials_locked", { retryAfterSeconds: 900 });
export const AddressRefused: Story = refused("address_refused", { retryAfterSeconds: 3600 });
export const ProvisionalPasswordExpired: Story = refused("provisional_password_expired");
export const RouteClosed: Story = refused("method_closed");
export const FlowLost: Story = refused("flow_missing");
export const FlowMoved: Story = refused("flow_moved");
export const CookiesRefused: Story = refused("cookies_refused");
export const FlowRestarted: Story = refused("flow_restart");
export const SessionEnded: Story = refused("session_missing");
export const FranceConnectDown: Story = refused("france_connect_unavailable", { retryAfterSeconds: 60 });
export const Malformed: Story = refused("request_invalid");
export const ServerBusy: Story = common.overloaded;
export const ServerUnavailable: Story = refused("server_unavailable");
export const ServerError: Story = refused("server_error");
export const UnknownError: Story = { args: { issues: JSON.parse(`[{"code":"something_new"}]`) } };
export const Replacing: Story = { args: { replacing: true } };
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = common.offline;
export const RightToLeft: Story = { args: { lang: "ar", links: { ...links, franceconnect: true } } };
