import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const repository = join(import.meta.dirname, "../../../..");

/** The kit's sheets, its themes, and the brands and pages that show how a host restyles it. */
const sheets = globSync(
  [
    "packages/elements/src/**/*.ts",
    "packages/elements/themes/*.css",
    "stories/src/brands/*.css",
    "examples/*/assets/*.css",
  ],
  { cwd: repository },
)
  .map((path) => ({ path, css: cssOf(path) }))
  .filter(({ css }) => css !== "");

/** A sheet's text, or what a module marks as one. */
function cssOf(path: string): string {
  const text = readFileSync(join(repository, path), "utf8");
  if (path.endsWith(".css")) return text;
  return [...text.matchAll(/css`([^`]*)`/gu)].map(([, css]) => css).join("\n");
}

/** Properties of a side of the screen, which stay where they are when the text turns round. */
const physicalProperty = new RegExp(
  [
    "(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right)",
    "border-(?:left|right)(?:-\\w+)?",
    "border-(?:top|bottom)-(?:left|right)-radius",
    "(?:left|right)",
  ]
    .map((name) => `(?<![\\w-])${name}\\s*:`)
    .join("|"),
  "gu",
);

/** Values that name a side. */
const physicalValue = /(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/gu;

/** Four lengths name four sides; the second and the last must then be the same. */
function unevenSides(css: string): string[] {
  return [...css.matchAll(/(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*([^;{}()]+)[;}]/gu)].flatMap(
    ([declaration, value = ""]) => {
      const [, end, , start] = value.trim().split(/\s+/u);
      return start === undefined || start === end ? [] : [declaration];
    },
  );
}

/** What would stay on its side of the screen in text from right to left. */
const findPhysical = (css: string): string[] => [
  ...[...css.matchAll(physicalProperty), ...css.matchAll(physicalValue)].map(([found]) => found),
  ...unevenSides(css),
];

describe("the sheets", () => {
  it.each(sheets)("name no side of the screen: $path", ({ css }) => {
    expect(findPhysical(css)).toEqual([]);
  });

  it("are all there", () => {
    expect(sheets.length).toBeGreaterThan(15);
  });

  it.each([
    "margin-left: 1rem;",
    "a{left:0}",
    "border-right-width: 2px;",
    "border-top-left-radius: 2px;",
    "text-align: right;",
    "float:left}",
    "padding: 1px 2px 3px 4px;",
  ])("would be refused for %s", (css) => {
    expect(findPhysical(css)).toHaveLength(1);
  });

  it.each(["margin-inline-start: 1rem;", "padding: 1px 2px 3px 2px;", "text-align: start;", "inset: 0;"])(
    "may say %s",
    (css) => {
      expect(findPhysical(css)).toEqual([]);
    },
  );
});
