import type { Preview } from "@storybook/web-components-vite";
import { languages } from "@educonnect-activation/elements";
import { themeNames, themeText } from "./themes.ts";

/** French as the FALC rules simplify it has no name that browsers know. */
const ownNames: ReadonlyMap<string, string> = new Map([["fr-simple", "Français simplifié (FALC)"]]);

function nameOf(tag: string): string {
  const known = ownNames.get(tag) ?? new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return known.charAt(0).toLocaleUpperCase(tag) + known.slice(1);
}

/** The languages that the elements speak, French first, each by its own name. */
const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  languages.map((tag) => [tag, nameOf(tag)]),
);

type Globals = Readonly<Record<string, unknown>>;

interface Choice {
  readonly title: string;
  readonly icon: "paintbrush" | "mirror" | "globe" | "grow" | "component";
  /** What can be chosen, with its words; the first is the default. */
  readonly items: Readonly<Record<string, string>>;
}

/** What a designer chooses for every story at once. */
const choices: Readonly<Record<string, Choice>> = {
  theme: { title: "Theme", icon: "paintbrush", items: themeNames },
  scheme: { title: "Light or dark", icon: "mirror", items: { light: "Light", dark: "Dark" } },
  language: { title: "Language", icon: "globe", items: languageNames },
  textSize: { title: "Text size", icon: "grow", items: { 100: "100 %", 150: "150 %", 200: "200 %" } },
  rendering: {
    title: "Rendering",
    icon: "component",
    items: {
      shadow: "In a shadow root",
      light: "In the page",
      dsfr: "With DSFR's class names, without its sheets",
    },
  },
};

/** The choices as Storybook's toolbar takes them, and what each is to begin with. */
export const toolbar: {
  readonly types: NonNullable<Preview["globalTypes"]>;
  readonly initial: Readonly<Record<string, string>>;
} = {
  types: Object.fromEntries(
    Object.entries(choices).map(([name, { title, icon, items }]) => [
      name,
      {
        description: title,
        toolbar: {
          title,
          icon,
          dynamicTitle: true,
          items: Object.entries(items).map(([value, text]) => ({ value, title: text })),
        },
      },
    ]),
  ),
  initial: { theme: "default", scheme: "light", language: "fr", textSize: "100", rendering: "shadow" },
};

const size = (name: string, width: number, height: number) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
});

/** The three widths that every screen is looked at in. */
export const viewports = {
  telephone: size("320 px", 320, 640),
  tablet: size("768 px", 768, 1024),
  computer: size("1280 px", 1280, 800),
};

/** A theme is what a host writes: a sheet of the page, before those that elements adopt. */
const sheet = document.createElement("style");

/** Makes the page what the toolbar says of it. */
export function applyToolbar({ theme, scheme, language, textSize }: Globals): void {
  const { documentElement } = document;
  if (!sheet.isConnected) document.head.append(sheet);
  sheet.textContent = `body{background:Canvas;color:CanvasText}${themeText(theme)}`;
  documentElement.style.colorScheme = scheme === "dark" ? "dark" : "light";
  documentElement.style.fontSize = `${String(textSize)}%`;
  documentElement.lang = typeof language === "string" ? language : "fr";
}
