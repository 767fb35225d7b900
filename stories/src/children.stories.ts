import "@educonnect-activation/elements/define/children";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const pupils = [
  { id: "a", givenName: "Éloïse", familyName: "Martin", school: "E.E.PU Jules-Ferry", hasBirthDate: true },
  { id: "b", givenName: "Noé", familyName: "Petit", school: "CLG Mareschal", hasBirthDate: false },
];

const meta: ScreenMeta<"educonnect-children"> = {
  ...describeScreen("educonnect-children"),
  title: "Screens/children",
};
export default meta;

export const Filled: ScreenStory<"educonnect-children"> = {
  args: { pupils, back: "step", action: "confirm" },
};

export const WrongBirthDate: ScreenStory<"educonnect-children"> = {
  args: {
    pupils,
    back: "step",
    action: "confirm",
    issues: [{ code: "birth_date_wrong", field: "birthDate", childId: "a", params: { triesLeft: 2 } }],
  },
};
