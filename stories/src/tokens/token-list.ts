import manifest from "virtual:elements-manifest";
import { listOf, recordOf, textOf } from "../manifest-data.ts";

/** A custom property that a host may set, as the published manifest describes it. */
export interface Token {
  readonly name: string;
  readonly description: string;
  readonly value: string;
}

/** Every token of every element, each once. */
export const tokens: readonly Token[] = [
  ...new Map(
    listOf(recordOf(manifest)["modules"])
      .flatMap(({ declarations }) => listOf(declarations))
      .flatMap(({ cssProperties }) => listOf(cssProperties))
      .map(({ name, description, default: value }) => [
        String(name),
        { name: String(name), description: textOf(description), value: textOf(value) },
      ]),
  ).values(),
];

/** Whether a token is a colour, which has a light and a dark value. */
export const isColour = ({ value }: Token): boolean => value.includes("light-dark(");

/** The value that the theme of the page gives a token, else its default. */
export function writtenValue({ name, value }: Token): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || value;
}

/** What a host writes to set a token, on one line. */
export const declarationOf = (token: Token): string => `${token.name}: ${writtenValue(token)};`;

/** How a sample uses a token. */
export const useOf = ({ name, value }: Token): string => `var(${name}, ${value})`;

/** What kind of thing a token is, by its name: how it is shown. */
export function kindOf(token: Token): "colour" | "font" | "radius" | "line" | "length" {
  if (isColour(token)) return "colour";
  if (token.name.includes("font")) return "font";
  if (token.name.endsWith("radius")) return "radius";
  return /-(?:border|focus)-width$/.test(token.name) ? "line" : "length";
}
