import { languages } from "@educonnect-activation/elements";

/** French as the FALC rules simplify it has no name that browsers know. */
const ownNames: ReadonlyMap<string, string> = new Map([["fr-simple", "Français simplifié (FALC)"]]);

function nameOf(tag: string): string {
  const known = ownNames.get(tag) ?? new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return known.charAt(0).toLocaleUpperCase(tag) + known.slice(1);
}

/** The languages that the elements speak, French first, each by its own name. */
export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  languages.map((tag) => [tag, nameOf(tag)]),
);
