import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStrengthEstimator, listUserInputs, strengthThresholds, toStrength } from "./strength.ts";

describe("toStrength", () => {
  it("changes at its thresholds", () => {
    expect(toStrength(1)).toBe("weak");
    expect(toStrength(strengthThresholds.fair - 1)).toBe("weak");
    expect(toStrength(strengthThresholds.fair)).toBe("fair");
    expect(toStrength(strengthThresholds.strong - 1)).toBe("fair");
    expect(toStrength(strengthThresholds.strong)).toBe("strong");
    expect(toStrength(Number.POSITIVE_INFINITY)).toBe("strong");
    expect(toStrength(Number.NaN)).toBe("weak");
  });
});

describe("listUserInputs", () => {
  it("spells names whole, folded and in their parts", () => {
    expect(listUserInputs({ words: ["LE BIHAN--D’Arc Hélène"] })).toEqual(
      expect.arrayContaining([
        "le",
        "bihan",
        "darc",
        "helene",
        "lebihandarchelene",
        "le bihan--d’arc hélène",
      ]),
    );
    expect(listUserInputs({ words: ["sophie.durand@example.fr"] })).toContain("sophie.durand");
  });

  it("spells dates as people type them", () => {
    const inputs = listUserInputs({ birthDates: ["2015-03-15"] });
    for (const form of ["15032015", "150315", "1503", "032015", "2015", "20150315", "15/03/2015", "15-03"]) {
      expect(inputs).toContain(form);
    }
    expect(listUserInputs({ birthDates: ["inconnue"] })).toEqual(["inconnue"]);
  });

  it("leaves out empty texts and single letters", () => {
    expect(listUserInputs({})).toEqual([]);
    expect(listUserInputs({ words: ["", " ", "P"], birthDates: [""] })).toEqual([]);
  });

  it("gives distinct texts in lower case for any words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (words) => {
        const inputs = listUserInputs({ words });
        return new Set(inputs).size === inputs.length && inputs.every((input) => input.length >= 2);
      }),
    );
  });
});

describe("createStrengthEstimator", () => {
  const guessesByLength = (password: string) => ({ guesses: 10 ** password.length });

  it("turns the estimator's answer into a strength", () => {
    const estimateStrength = createStrengthEstimator(guessesByLength);
    expect(estimateStrength("abc")).toBe("weak");
    expect(estimateStrength("abcdefg")).toBe("fair");
    expect(estimateStrength("abcdefghijk")).toBe("strong");
  });

  it("calls an empty password weak without asking the estimator", () => {
    const estimateStrength = createStrengthEstimator(() => ({ guesses: 1e20 }));
    expect(estimateStrength("")).toBe("weak");
  });

  it("passes on what is known about the person", () => {
    const estimateStrength = createStrengthEstimator((password, userInputs) => ({
      guesses: userInputs.includes(password) ? 1 : 1e20,
    }));
    expect(estimateStrength("martin", { words: ["MARTIN"] })).toBe("weak");
    expect(estimateStrength("martin")).toBe("strong");
  });

  it("uses the lower count of the spellings with and without marks", () => {
    const estimateStrength = createStrengthEstimator((password) => ({
      guesses: password === "helene" ? 1 : 1e20,
    }));
    expect(estimateStrength("hélène")).toBe("weak");
    expect(estimateStrength("he\u0301le\u0300ne")).toBe("weak");
  });

  it("never calls a row of known names strong, whatever the estimator says", () => {
    const estimateStrength = createStrengthEstimator(() => ({ guesses: 1e20 }));
    const context = { words: ["Sophie", "Le Bihan", "Maëlys"], birthDates: ["2012-03-15"] };
    expect(estimateStrength("Sophie-Maëlys-Bihan!2012", context)).toBe("fair");
    expect(estimateStrength("Sophie-Maëlys-Bihan!2012")).toBe("strong");
    expect(estimateStrength("Sophie-agrafe-batterie", context)).toBe("strong");
    expect(estimateStrength("!!??..##", context)).toBe("strong");
  });

  it("estimates a long password by its first 64 characters", () => {
    const estimateStrength = createStrengthEstimator((password) => ({
      guesses: password.length > 64 ? 1 : 1e20,
    }));
    expect(estimateStrength("x".repeat(1_000_000))).toBe("strong");
  });
});
