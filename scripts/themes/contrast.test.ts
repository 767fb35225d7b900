import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../../packages/elements/package.json" with { type: "json" };
import { contrastPairs } from "./contrast-pairs.ts";
import { contrastRatio } from "./contrast-ratio.ts";
import { readTheme, type ThemeColors } from "./read-theme.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = globSync(["packages/elements/themes/*.css", "stories/src/brands/*.css"], { cwd: root });

/** WCAG 2.2: level AA for every theme, AAA for the one that is for whoever needs it. */
const leastOf = (name: string) =>
  name === "high-contrast" ? { text: 7, shape: 4.5 } : { text: 4.5, shape: 3 };

function tooFaint(colors: ThemeColors, least: { readonly text: number; readonly shape: number }): string[] {
  return contrastPairs.flatMap(({ shown, on, as }) =>
    on.flatMap((ground) => {
      const ratio = contrastRatio(colors[shown] ?? "", colors[ground] ?? "");
      return ratio >= least[as] ? [] : [`${shown} on ${ground}: ${ratio.toFixed(2)}, needs ${least[as]}`];
    }),
  );
}

it("computes the contrast that WCAG's own examples have", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(() => contrastRatio("red", "#ffffff")).toThrow(TypeError);
});

it("finds the high-contrast theme, which is published, and three brands of 20 lines at most", () => {
  expect(files.map((path) => basename(path, ".css"))).toContain("high-contrast");
  const published = Object.keys(manifest.exports).filter((entry) => entry.startsWith("./themes/"));
  const themes = files.filter((path) => path.startsWith("packages/"));
  expect(published).toEqual(themes.map((path) => path.replace("packages/elements", ".")));
  const brands = files.filter((path) => path.includes("brands"));
  expect(brands).toHaveLength(3);
  for (const path of brands) {
    expect(
      readFileSync(root + path, "utf8")
        .trimEnd()
        .split("\n").length,
      path,
    ).toBeLessThanOrEqual(20);
  }
});

const themes = new Map([
  ["default", ""],
  ...files.map((path) => [basename(path, ".css"), root + path] as const),
]);

describe.each([...themes])("the theme %s", (name, path) => {
  it.each(["light", "dark"] as const)("can be read in %s", (scheme) => {
    expect(tooFaint(readTheme(path)[scheme], leastOf(name))).toEqual([]);
  });
});
