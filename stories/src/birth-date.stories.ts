import "@educonnect-activation/elements/define/birth-date";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-birth-date"> = {
  ...describeScreen("educonnect-birth-date"),
  title: "Screens/birth-date",
};
export default meta;

export const Filled: ScreenStory<"educonnect-birth-date"> = {
  args: { audience: "pupil", progress: { current: 2, total: 3 }, back: "step" },
};

export const Wrong: ScreenStory<"educonnect-birth-date"> = {
  args: { audience: "pupil", issues: [{ code: "birth_date_wrong", params: { triesLeft: 2 } }] },
};
