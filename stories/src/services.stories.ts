import type { ServicesResponse } from "@educonnect-activation/core";
import "@educonnect-activation/elements/define/services";
import { describeScreen, type ScreenMeta, type ScreenStory } from "./screen-story.ts";

const data: ServicesResponse = {
  session: { givenName: "Claire", familyName: "Martin", expiresAt: 2_000_000_000 },
  services: [
    {
      id: "ent",
      title: "Accédez à l'ENT",
      description: "Cahier de textes et messagerie",
      href: "#ent",
      isAvailable: true,
    },
    { id: "livret", title: "Livret scolaire", description: null, href: "#livret", isAvailable: false },
  ],
  message: "Bonne rentrée à tous !",
  news: [{ title: "Réunion de rentrée", body: "Mardi à 18 h.", href: null, date: "2026-09-15" }],
  links: { home: "#home", contact: "#contact", account: null },
};

const meta: ScreenMeta<"educonnect-services"> = {
  ...describeScreen("educonnect-services"),
  title: "Screens/services",
};
export default meta;

export const Filled: ScreenStory<"educonnect-services"> = { args: { data } };

export const Ended: ScreenStory<"educonnect-services"> = { args: { data, ended: true } };
