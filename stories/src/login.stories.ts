import "@educonnect-activation/elements/define/login";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-login"> = {
  ...describeScreen("educonnect-login"),
  title: "Screens/login",
};
export default meta;

export const Empty: ScreenStory<"educonnect-login"> = {
  args: { links: { "recover-identifier": true, "recover-password": true, "no-account": true } },
};

export const Refused: ScreenStory<"educonnect-login"> = {
  args: { issues: [{ code: "credentials_refused" }] },
};

export const WithFranceConnect: ScreenStory<"educonnect-login"> = {
  args: { links: { franceconnect: true, "no-account": true, methods: true } },
};
