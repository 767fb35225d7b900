import kitThemes from "virtual:elements-themes";

/** What a host of another look writes, each in a sheet of its own: every file of the folder is offered. */
const brands = import.meta.glob<string>("../brands/*.css", {
  eager: true,
  query: "?raw",
  import: "default",
});

const nameOf = (path: string) => /([^/]+)\.css$/.exec(path)?.[1] ?? path;

const texts: ReadonlyMap<string, string> = new Map([
  ["default", ""],
  ...Object.entries(kitThemes),
  ...Object.entries(brands).map(([path, text]) => [`brand-${nameOf(path)}`, text] as const),
]);

const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

/** The themes by their names, with what the toolbar calls them: the kit's, then the brands that show how a host makes its own. */
export const themeNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...texts.keys()].map((name) => [name, titleOf(name)]),
);

/** The sheet of a theme; empty for one that is not there. */
export function themeText(name: unknown): string {
  return (typeof name === "string" && texts.get(name)) || "";
}
