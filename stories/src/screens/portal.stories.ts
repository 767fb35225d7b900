import type { PortalOptions } from "@educonnect-activation/elements";
import "@educonnect-activation/elements/define/portal";
import { describeScreen, type ScreenMeta, type ScreenStory } from "../screen-story.ts";

const options: PortalOptions = {
  modes: [
    {
      id: "educonnect",
      href: "#educonnect",
      description: "Le compte de l'Éducation nationale",
      when: { profiles: ["pupil", "guardian"] },
    },
    {
      id: "ent",
      label: "ENT Hauts-de-France",
      description: "Collèges et lycées",
      href: "#ent",
      when: { levels: ["middle-school", "high-school"] },
    },
    { id: "one", label: "One", href: "#one", when: { levels: ["primary-school"] } },
    { id: "guest", label: "Compte de l'ENT", href: "#guest", when: { profiles: ["guest"] } },
  ],
};

const meta: ScreenMeta<"educonnect-portal"> = {
  ...describeScreen("educonnect-portal"),
  title: "Screens/Portal",
};
export default meta;

/** Of a key of its own, so that no story meets what another one kept. */
const story = (name: string, args: ScreenStory<"educonnect-portal">["args"]) =>
  ({ args: { options, storageKey: `educonnect-portal-story-${name}`, ...args } }) as const;

export const Empty: ScreenStory<"educonnect-portal"> = story("empty", {});

export const ProfileMissing: ScreenStory<"educonnect-portal"> = story("missing", {
  issues: [{ code: "profile_missing", field: "profile" }],
});

export const LevelAsked: ScreenStory<"educonnect-portal"> = story("level", {
  value: { profile: "guardian", level: null, mode: null },
});

export const ModeAsked: ScreenStory<"educonnect-portal"> = story("mode", {
  value: { profile: "guardian", level: "high-school", mode: null },
});

export const Answered: ScreenStory<"educonnect-portal"> = story("answered", {
  value: { profile: "guardian", level: "middle-school", mode: "educonnect" },
});

export const NoLevel: ScreenStory<"educonnect-portal"> = story("guest", {
  value: { profile: "guest", level: null, mode: null },
});

export const PublicTerminal: ScreenStory<"educonnect-portal"> = story("public", {
  memory: "off",
  value: { profile: "pupil", level: "high-school", mode: "ent" },
});

export const Loading: ScreenStory<"educonnect-portal"> = story("loading", { options: null });

export const NothingOpen: ScreenStory<"educonnect-portal"> = story("none", { options: { modes: [] } });

export const Remembered: ScreenStory<"educonnect-portal"> = {
  ...story("remembered", {}),
  beforeEach: () => {
    const kept = { version: 1, profile: "guardian", level: "middle-school", mode: "educonnect" };
    localStorage.setItem("educonnect-portal-story-remembered", JSON.stringify(kept));
  },
};

export const LongLabels: ScreenStory<"educonnect-portal"> = story("long", {
  options: {
    profiles: [
      { id: "a", label: "Personnel des collectivités territoriales et des établissements partenaires" },
      { id: "b", label: "Représentant légal ou personne en charge effective d'un ou plusieurs élèves" },
    ],
    levels: [],
    modes: [
      {
        id: "c",
        label: "Guichet-unique-d'authentification-interrégional",
        description: "Avec le certificat de l'agent, ou une carte de la collectivité",
        href: "#c",
      },
      { id: "d", label: "ÉduConnect", href: "#d" },
    ],
  },
  value: { profile: "a", level: null, mode: null },
});

export const RightToLeft: ScreenStory<"educonnect-portal"> = story("rtl", {
  lang: "ar",
  value: { profile: "guardian", level: "middle-school", mode: null },
});

export const LevelMissing: ScreenStory<"educonnect-portal"> = story("missed", {
  value: { profile: "guardian", level: null, mode: null },
  issues: [{ code: "level_missing", field: "level" }],
});

export const ModeMissing: ScreenStory<"educonnect-portal"> = story("mode-missed", {
  value: { profile: "guardian", level: "high-school", mode: null },
  issues: [{ code: "mode_missing", field: "mode" }],
});
