import { expect, it } from "vitest";
import { colorTokens, sizeTokens, tokenDescriptions } from "../../packages/elements/src/theme/tokens.ts";
import { declarationsOf, readSheets } from "./read-sheets.ts";

const sheets = readSheets();
const defined = new Set([...Object.keys(colorTokens), ...Object.keys(sizeTokens)]);

/** The system colours that say what they are in forced colours, and what takes its colour from elsewhere. */
const allowed = new Set([
  "transparent",
  "currentcolor",
  "inherit",
  "none",
  "highlight",
  "highlighttext",
  "canvas",
  "canvastext",
  "linktext",
  "graytext",
]);

const usedIn = (sheet: string) => Array.from(sheet.matchAll(/var\(--_([\w-]+)/gu), ([, name = ""]) => name);

it("reads every sheet", () => {
  expect(sheets.size).toBeGreaterThan(10);
  for (const [path, sheet] of sheets) expect(declarationsOf(sheet).length, path).toBeGreaterThan(1);
});

it("describes each token, and uses it somewhere", () => {
  expect(Object.keys(tokenDescriptions).toSorted()).toEqual([...defined].toSorted());
  const used = new Set([...sheets.values()].flatMap(usedIn));
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});

it.each([...sheets])("uses in %s no token that is not there", (_path, sheet) => {
  expect(usedIn(sheet).filter((name) => !defined.has(name))).toEqual([]);
  expect(Array.from(sheet.matchAll(/var\((?!--_)[^)]*/gu), ([text]) => text)).toEqual([]);
});

it.each([...sheets])("takes every colour of %s from a token", (_path, sheet) => {
  const strange = declarationsOf(sheet).flatMap(([property, value]) => {
    const isColor =
      /(?:^|-)color$|^(?:background|border(?!.*(?:radius|width|style))|outline(?!-)|fill|stroke)|shadow$/u;
    if (!isColor.test(property)) return [];
    const rest = value
      .replaceAll(/var\([^)]*\)|calc\((?:[^()]|\([^)]*\))*\)/gu, " ")
      .replaceAll(/\b(?:solid|inset|dashed)\b|-?\b\d[\w.]*%?/gu, " ");
    const words = rest.split(/[\s,]+/u).filter((word) => word !== "" && !allowed.has(word.toLowerCase()));
    return words.map((word) => `${property}: ${value} (${word})`);
  });
  expect(strange).toEqual([]);
  expect(sheet).not.toMatch(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb|color|color-mix)a?\(/iu);
});
