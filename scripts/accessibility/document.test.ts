import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rgaaCriteria, wcagCriteria } from "./criteria.ts";
import { readTables, type Row } from "./read-document.ts";
import { readTitles } from "./test-titles.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const document = readFileSync(join(root, "docs/accessibility.md"), "utf8");

const rowsUnder = (text: string, heading: string): readonly Row[] => readTables(text).get(heading) ?? [];
const wcagOf = (text: string): readonly Row[] => rowsUnder(text, "WCAG 2.2, levels A and AA");
const rgaaOf = (text: string): readonly Row[] => rowsUnder(text, "RGAA 4.1");
const numbersOf = (rows: readonly Row[]): string[] => rows.flatMap(({ criteria }) => criteria);

/** Tests that are named but do not exist. */
function findLostTests(text: string): string[] {
  return [...wcagOf(text), ...rgaaOf(text)].flatMap(({ criteria, tests }) =>
    tests.flatMap(({ path, title }) => {
      const file = join(root, path);
      const isThere = existsSync(file) && readTitles(file).some((pattern) => pattern.test(title));
      return isThere ? [] : [`${criteria[0]}: ${path} has no test called ${title}`];
    }),
  );
}

/** Rows that neither show what the kit does nor say why it has nothing to do. */
function findBareRows(text: string): string[] {
  const wcag = wcagOf(text).filter(({ cells, tests }) => {
    const [, , whose = "", how = ""] = cells;
    return how === "" || whose.includes("kit") === (tests.length === 0);
  });
  const shown = new Set(numbersOf(wcagOf(text).filter(({ tests }) => tests.length > 0)));
  const rgaa = rgaaOf(text).filter(({ cells, tests }) => {
    const [, , whose = "", by = ""] = cells;
    const references = by.replaceAll(/“[^”]*”/gu, "").match(/\d+(?:\.\d+)+/gu) ?? [];
    const isShown = tests.length + references.length > 0 && references.every((number) => shown.has(number));
    return whose.startsWith("kit") ? !isShown : !/^(?:host|none): \S/u.test(whose) || by !== "";
  });
  return numbersOf([...wcag, ...rgaa]);
}

describe("docs/accessibility.md", () => {
  it("has every criterion of WCAG 2.2 of levels A and AA once, with its level", () => {
    const rows = wcagOf(document).map(({ criteria, cells }) => [criteria[0], cells[1]]);
    expect(Object.fromEntries(rows)).toEqual(wcagCriteria);
    expect(rows).toHaveLength(55);
  });

  it("has every criterion of RGAA 4.1 once, in order", () => {
    expect(numbersOf(rgaaOf(document))).toEqual(rgaaCriteria);
    expect(rgaaCriteria).toHaveLength(106);
  });

  it("names tests that exist, by file and title", () => {
    expect(findLostTests(document)).toEqual([]);
  });

  it("shows whatever the kit claims, and says why the rest is not its own", () => {
    expect(findBareRows(document)).toEqual([]);
  });

  it("says what was not done", () => {
    expect(document).toMatch(/No third party has audited/u);
    expect(document).toMatch(/Nobody has tried it with a real screen reader/u);
  });

  it("would not pass with a test renamed, moved or forgotten", () => {
    const renamed = document.replace("“the letter”", "“the letters”");
    expect(findLostTests(renamed)).toHaveLength(1);
    expect(findLostTests(document.replace("[focus]: ../packages", "[focus]: ../elsewhere"))).not.toEqual([]);
    const bare = document.replace(/\| \[targets\] “is large enough[^|]*\|/u, "| |");
    expect(findBareRows(bare)).toEqual(["2.5.8"]);
  });
});
