import { build } from "esbuild";
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { commonPasswordsFull, isCommonPassword as isCommonInFull } from "./blocklist-full.generated.ts";
import { commonPasswords, isCommonPassword } from "./blocklist.generated.ts";
import {
  createBlocklist,
  isTooCommon as isTooCommonFolded,
  type IsCommonPassword,
} from "./common-passwords.ts";
import { listFoldings, repeatedUnits, withoutCaseAndMarks, withoutLookAlikes } from "./fold-password.ts";

const pageWords = commonPasswords.split(" ");
const fullWords = commonPasswordsFull.split(" ");

function isTooCommon(password: string, isCommon: IsCommonPassword) {
  const lower = withoutCaseAndMarks(password);
  return isTooCommonFolded(lower, withoutLookAlikes(lower), isCommon);
}

describe("listFoldings", () => {
  it.each([
    ["Motdepasse1!", "motdepasse"],
    ["M0TD3P@SS3", "motdepasse"],
    ["M0tdep4ss3!", "motdepasse"],
    ["2024Été!!", "ete"],
    ["motdepassemotdepasse", "motdepasse"],
    ["Azerty01012015!", "azerty"],
  ])("folds %s to %s", (password, word) => {
    expect(listFoldings(withoutCaseAndMarks(password))).toContain(word);
  });

  it("does not find a word surrounded by more than nine characters", () => {
    expect(listFoldings("azerty0123456789")).not.toContain("azerty");
  });

  it("returns the whole password first, and something for any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (password) => listFoldings(password).length >= 1));
    expect(listFoldings("")).toEqual([""]);
  });

  it("finds every repetition", () => {
    expect(repeatedUnits("abab")).toEqual(["ab"]);
    expect(repeatedUnits("aba")).toEqual([]);
    expect(repeatedUnits("aaaa")).toEqual(["a", "aa"]);
    expect(repeatedUnits("")).toEqual([]);
  });
});

describe("the blocklists", () => {
  it.each([
    "motdepasse",
    "azerty",
    "soleil",
    "doudou",
    "marseille",
    "loulou",
    "password",
    "educonnect",
    "123456",
  ])("hold %s on the page and on the server", (word) => {
    expect(isTooCommon(word, isCommonPassword)).toBe(true);
    expect(isTooCommon(word, isCommonInFull)).toBe(true);
  });

  it("refuse nothing on the page that the server would accept", () => {
    const full = new Set(fullWords);
    expect(pageWords.filter((word) => !full.has(word))).toEqual([]);
  });

  it("hold at least 3,000 words on the server (ASVS 6.2.4)", () => {
    expect(new Set(fullWords).size).toBeGreaterThanOrEqual(3_000);
  });

  it("recognise each of their words in disguise", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fullWords.filter((word) => /^[a-z]+$/.test(word))),
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom("", "!", "?!", "."),
        (word, number, sign) => isTooCommon(`${word.toUpperCase()}${number}${sign}`, isCommonInFull),
      ),
    );
  });

  it("accept random passwords", () => {
    const signs = Array.from("ABCDEFGHJKMNPRSTVWXYZabcdefghjkmnprstvwxyz23456789!?@#");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...signs), minLength: 14, maxLength: 20 }),
        (password) => {
          fc.pre(new Set(password).size > 6);
          return !isTooCommon(password, isCommonInFull);
        },
      ),
    );
  });

  it("accept a host's own words in any spelling", () => {
    const isCommon = createBlocklist(["Collège Gambetta", "Été"]);
    expect(isTooCommon("college gambetta", isCommon)).toBe(true);
    expect(isTooCommon("ete2024!", isCommon)).toBe(true);
    expect(isTooCommon("automne2024!", isCommon)).toBe(false);
  });

  it("weigh at most 3 KB gzip in a page, with the code that folds", async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL("blocklist.generated.ts", import.meta.url))],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    });
    expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(3_000);
  });
});
