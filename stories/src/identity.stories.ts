import "@educonnect-activation/elements/define/identity";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const meta: ScreenMeta<"educonnect-identity"> = {
  ...describeScreen("educonnect-identity"),
  title: "Screens/identity",
};
export default meta;

const links = { methods: true } as const;

export const Empty: ScreenStory<"educonnect-identity"> = { args: { links, back: "abandon" } };

export const Wrong: ScreenStory<"educonnect-identity"> = {
  args: {
    links,
    back: "abandon",
    given: { familyName: "Martin", phone: "03 22 00 11 22" },
    issues: [
      { code: "name_missing", field: "givenName" },
      { code: "phone_not_mobile", field: "phone" },
    ],
  },
};
