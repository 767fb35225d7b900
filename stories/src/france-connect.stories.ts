import "@educonnect-activation/elements/define/france-connect";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const args = {
  links: { franceconnect: true, "no-account": true, "sign-in": true, methods: true },
  back: "abandon",
} as const;

const meta: ScreenMeta<"educonnect-france-connect"> = {
  ...describeScreen("educonnect-france-connect"),
  title: "Screens/france-connect",
};
export default meta;

export const Waiting: ScreenStory<"educonnect-france-connect"> = { args: { ...args } };

export const Leaving: ScreenStory<"educonnect-france-connect"> = { args: { ...args, busy: true } };

export const Cancelled: ScreenStory<"educonnect-france-connect"> = {
  args: { ...args, issues: [{ code: "france_connect_cancelled" }] },
};

export const Unmatched: ScreenStory<"educonnect-france-connect"> = {
  args: { ...args, issues: [{ code: "france_connect_unmatched" }] },
};
