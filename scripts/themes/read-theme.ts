import { readFileSync } from "node:fs";
import { colorTokens } from "../../packages/elements/src/theme/tokens.ts";

/** The colours of a theme in one scheme, `#rrggbb`, by token. */
export type ThemeColors = Readonly<Record<string, string>>;

/** Both schemes of a theme. */
export interface Theme {
  readonly light: ThemeColors;
  readonly dark: ThemeColors;
}

/** What a theme's file says of the tokens, by their names without the prefix. */
export function readDeclarations(text: string): ReadonlyMap<string, string> {
  const rules = text.replaceAll(/\/\*.*?\*\//gsu, "");
  return new Map(
    Array.from(rules.matchAll(/--educonnect-([\w-]+):\s*([^;]+);/gu), ([, name = "", value = ""]) => [
      name,
      value.trim(),
    ]),
  );
}

/** Reads a theme's file; what it leaves alone stays as the kit has it. An empty path is the kit's own theme. */
export function readTheme(path: string): Theme {
  const given = path === "" ? new Map<string, string>() : readDeclarations(readFileSync(path, "utf8"));
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const [name, [lightDefault, darkDefault]] of Object.entries(colorTokens)) {
    const value = given.get(name);
    const [, first, second] = /^light-dark\((.+),(.+)\)$/u.exec(value ?? "") ?? [];
    light[name] = (first ?? value ?? lightDefault).trim();
    dark[name] = (second ?? value ?? darkDefault).trim();
  }
  return { light, dark };
}
