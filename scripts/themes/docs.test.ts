import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { colorTokens, sizeTokens, tokenDescriptions } from "../../packages/elements/src/theme/tokens.ts";
import { internalNames } from "./internal-names.ts";
import { readNames } from "./read-names.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(`${root}docs/theming.md`, "utf8");
const section = (name: string) => text.split(/^## /mu).find((part) => part.startsWith(name)) ?? "";

it("shows each token with what it is for and its default", () => {
  const defaults: Readonly<Record<string, string>> = {
    ...sizeTokens,
    ...Object.fromEntries(
      Object.entries(colorTokens).map(([name, [light, dark]]) => [name, `${light}\` / \`${dark}`]),
    ),
  };
  const rows = section("Tokens").match(/^\| `[a-z].*$/gmu);
  expect(rows).toEqual(
    Object.entries(tokenDescriptions).map(
      ([name, description]) => `| \`${name}\` | ${description} | \`${defaults[name]}\` |`,
    ),
  );
});

it("names only parts that there are", () => {
  const { rendered } = readNames();
  const named = Array.from(section("Parts").matchAll(/`([a-z][a-z-]*)`/gu), ([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !rendered.has(name) || internalNames.has(name))).toEqual([]);
});

it("shows an example whose tokens there are", () => {
  const known = new Set([...Object.keys(colorTokens), ...Object.keys(sizeTokens)]);
  const used = Array.from(text.matchAll(/--educonnect-([a-z][\w-]*)/gu), ([, name = ""]) => name);
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});
