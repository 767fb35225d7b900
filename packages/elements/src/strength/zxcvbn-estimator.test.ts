import { createStrengthEstimator } from "@educonnect-activation/core/strength";
import { build } from "esbuild";
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodeWords, createZxcvbnEstimator } from "./zxcvbn-estimator.ts";
import { rankedWords } from "./strength-dictionary.generated.ts";

const estimator = createZxcvbnEstimator();
const estimateStrength = createStrengthEstimator(estimator);

describe("the strength word, without knowing the person", () => {
  it.each([
    "Azerty1!",
    "Motdepasse1!",
    "Marseille13!",
    "P@ssw0rd!",
    "Qsdfghjklm1!",
    "Bonjour123!",
    "aaaaaaaaA1!",
  ])("is weak for %s", (password) => {
    expect(estimateStrength(password)).toBe("weak");
  });

  it.each([
    "Martin2015!",
    "Soleil2024!",
    "Hélène2015!",
    "Lefebvre1975!",
    "École2024!",
    "constructor1!A",
    "__proto__A1!",
  ])("is not strong for %s", (password) => {
    expect(estimateStrength(password)).not.toBe("strong");
  });

  it.each([
    "vR7!qLz9@wT",
    "cheval agrafe batterie pile",
    "Trois-petits-chats-dorment",
    "Zephyr-Quokka-91-Brume",
  ])("is strong for %s", (password) => {
    expect(estimateStrength(password)).toBe("strong");
  });

  it("is never strong for a common password with a number up to 99 and a sign", () => {
    const words = decodeWords(rankedWords.passwords).slice(0, 500);
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(..."!?.*#"),
        fc.boolean(),
        (word, number, sign, capital) => {
          const start = capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
          return estimateStrength(`${start}${number}${sign}`) !== "strong";
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the strength word, knowing the person", () => {
  it("counts names, schools and birth dates as guessed", () => {
    expect(estimateStrength("Kervella2012!")).toBe("strong");
    expect(estimateStrength("Kervella2012!", { words: ["KERVELLA"] })).not.toBe("strong");
    expect(estimateStrength("Xk7-Landivisiau")).toBe("strong");
    expect(estimateStrength("Xk7-Landivisiau", { words: ["Collège de Landivisiau"] })).not.toBe("strong");
    expect(estimateStrength("Loïs15032015", { words: ["Loïs"], birthDates: ["2015-03-15"] })).toBe("weak");
  });

  it("never rates a password higher for knowing more", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.string({ maxLength: 12 }),
        (password, word) => {
          const known = estimator(password, [word.toLowerCase()]).guesses;
          return known <= estimator(password, []).guesses * (1 + 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the estimator", () => {
  it("returns a finite number of at least 1 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (password) => {
        const { guesses } = estimator(password, []);
        return Number.isFinite(guesses) && guesses >= 1;
      }),
      { numRuns: 200 },
    );
    for (const word of [
      "constructor",
      "__PROTO__",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "constconstructorructor",
    ]) {
      expect(estimator(word, [word.toLowerCase()]).guesses).toBeGreaterThanOrEqual(1);
    }
  });

  it("weighs at most 70 KB gzip with its dictionary", async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL("zxcvbn-estimator.ts", import.meta.url))],
      bundle: true,
      conditions: ["educonnect-source"],
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
    });
    const [chunk] = outputFiles;
    expect(gzipSync(chunk?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(70_000);
    expect(gzipSync(chunk?.contents ?? "", { level: 9 }).length).toBeGreaterThan(40_000);
  });
});

it("reads words by what they share with the one before", () => {
  expect(decodeWords("AazertyGuiopAsoleil")).toEqual(["azerty", "azertyuiop", "soleil"]);
  expect(decodeWords("")).toEqual([]);
});

it("finds French passwords, words and names in the dictionary, the most common first", () => {
  const passwords = decodeWords(rankedWords.passwords);
  expect(passwords.length).toBeGreaterThan(5_000);
  for (const word of ["azerty", "motdepasse", "soleil", "doudou", "marseille", "loulou"]) {
    expect(passwords.slice(0, 300)).toContain(word);
  }
  expect(decodeWords(rankedWords.familyNames)).toContain("lefebvre");
  expect(decodeWords(rankedWords.firstNames).length).toBeGreaterThan(1_000);
  expect(decodeWords(rankedWords["months-fr"])).toContain("aout");
});
