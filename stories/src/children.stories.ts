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

export const SameName: ScreenStory<"educonnect-children"> = {
  args: {
    pupils: ["t1", "t2"].map((id) => ({
      id,
      givenName: "Noé",
      familyName: "Martin",
      school: "E.E.PU Jules-Ferry",
      hasBirthDate: true,
    })),
    back: "step",
  },
};

export const Initials: ScreenStory<"educonnect-children"> = {
  args: {
    pupils: pupils.map(({ id, hasBirthDate }) => ({
      id,
      givenName: "L.",
      familyName: "",
      school: "",
      hasBirthDate,
    })),
    back: "abandon",
  },
};

export const LargeFamily: ScreenStory<"educonnect-children"> = {
  args: {
    pupils: Array.from({ length: 12 }, (_, index) => ({
      id: `p${index}`,
      givenName: `Marie-Apolline-Victoire ${index + 1}`,
      familyName: "Martin-de La Rochefoucauld",
      school: "LP LYC Édouard-Branly",
      hasBirthDate: index % 5 !== 4,
    })),
    back: "step",
  },
};
