import "@educonnect-activation/elements/define/password";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const person = { identifier: "c.martin42", personal: ["Claire", "Martin", "c.martin42"] };

const meta: ScreenMeta<"educonnect-password"> = {
  ...describeScreen("educonnect-password"),
  title: "Screens/password",
};
export default meta;

export const Filled: ScreenStory<"educonnect-password"> = {
  args: { ...person, progress: { current: 2, total: 4 }, back: "step" },
};

export const TooCommon: ScreenStory<"educonnect-password"> = {
  args: { ...person, back: "step", issues: [{ code: "password_too_common", field: "password" }] },
};
