import kitThemes from "virtual:elements-themes";
import { themeTitle } from "./theme-title.ts";

/** What a host of another look writes, each in a sheet of its own: every file of the folder is offered. */
const brands = import.meta.glob<string>("../brands/*.css", {
  eager: true,
  query: "?raw",
  import: "default",
});

const nameOf = (path: string) => /([^/]+)\.css$/.exec(path)?.[1] ?? path;

interface Theme {
  readonly title: string;
  readonly text: string;
}

const theme = (name: string, file: string, text: string): readonly [string, Theme] => [
  name,
  { title: themeTitle(file, text), text },
];

const themes: ReadonlyMap<string, Theme> = new Map([
  theme("default", "default", ""),
  ...Object.entries(kitThemes).map(([name, text]) => theme(name, name, text)),
  ...Object.entries(brands).map(([path, text]) => theme(`brand-${nameOf(path)}`, nameOf(path), text)),
]);

/** The themes by their names, with what the toolbar calls them: the kit's, then the brands that show how a host makes its own. */
export const themeNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...themes].map(([name, { title }]) => [name, title]),
);

/** The sheet of a theme; empty for one that is not there. */
export function themeText(name: unknown): string {
  return (typeof name === "string" && themes.get(name)?.text) || "";
}
