import "@educonnect-activation/elements/define/methods";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const contact = { name: "E.E.PU Jules-Ferry", phone: "03 22 00 00 00", email: "ecole@example.org" };

const meta: ScreenMeta<"educonnect-methods"> = {
  ...describeScreen("educonnect-methods"),
  title: "Screens/methods",
};
export default meta;

export const AllRoutes: ScreenStory<"educonnect-methods"> = { args: { contact } };

export const TwoRoutes: ScreenStory<"educonnect-methods"> = { args: { routes: ["sms", "letter"], contact } };

export const OneRoute: ScreenStory<"educonnect-methods"> = { args: { routes: ["letter"] } };

export const PupilsAlone: ScreenStory<"educonnect-methods"> = { args: { routes: ["pupil"], contact } };

export const NoRoute: ScreenStory<"educonnect-methods"> = { args: { routes: [], contact } };
