import { isColour, type Token } from "./token-list.ts";

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
