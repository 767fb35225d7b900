import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  generateProvisionalPassword,
  isProvisionalPassword,
  normalizeProvisionalPassword,
  provisionalPasswordAlphabet,
  provisionalPasswordLength,
} from "./generate-provisional-password.ts";

/** Makes a seeded xorshift32, whose even and repeatable bytes serve the statistical test. */
function seededRandom(seed: number) {
  let state = seed;
  return (byteLength: number) =>
    Uint8Array.from({ length: byteLength }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 11) & 0xff;
    });
}

/** Makes bytes of which every value comes equally often, one after the other. */
function everyByteInTurn() {
  let next = 0;
  return (byteLength: number) =>
    Uint8Array.from({ length: byteLength }, () => {
      const byte = next;
      next = (next + 1) % 256;
      return byte;
    });
}

describe("generateProvisionalPassword", () => {
  it("looks like the deck's 7GMPGYF3", () => {
    for (const sign of "7GMPGYF3") expect(provisionalPasswordAlphabet).toContain(sign);
    expect(generateProvisionalPassword(seededRandom(7))).toMatch(/^[2-9A-HJKMNPR-TV-Z]{8}$/u);
  });

  it("leaves out every character that can be mistaken for another", () => {
    for (const sign of "0O1ILQU") expect(provisionalPasswordAlphabet).not.toContain(sign);
    expect(new Set(provisionalPasswordAlphabet).size).toBe(provisionalPasswordAlphabet.length);
  });

  it("uses only the alphabet, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const password = generateProvisionalPassword(seededRandom(seed));
        return (
          password.length === provisionalPasswordLength &&
          Array.from(password).every((sign) => provisionalPasswordAlphabet.includes(sign))
        );
      }),
    );
  });

  it("gives every character exactly the same share of equally frequent bytes (no modulo bias)", () => {
    const random = everyByteInTurn();
    const accepted = 256 - (256 % provisionalPasswordAlphabet.length);
    const counts = new Map<string, number>();
    for (let round = 0; round < accepted; round += 1) {
      for (const sign of generateProvisionalPassword(random)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(provisionalPasswordAlphabet.length);
    expect(new Set(counts.values())).toEqual(new Set([provisionalPasswordLength * 8]));
  });

  it("passes a chi-square test at every position", () => {
    const random = seededRandom(20_240_901);
    const rounds = 29_000;
    const counts = Array.from({ length: provisionalPasswordLength }, () => new Map<string, number>());
    for (let round = 0; round < rounds; round += 1) {
      Array.from(generateProvisionalPassword(random)).forEach((sign, position) => {
        const atPosition = counts[position];
        atPosition?.set(sign, (atPosition.get(sign) ?? 0) + 1);
      });
    }
    const expected = rounds / provisionalPasswordAlphabet.length;
    for (const atPosition of counts) {
      let chiSquare = 0;
      for (const sign of provisionalPasswordAlphabet) {
        chiSquare += ((atPosition.get(sign) ?? 0) - expected) ** 2 / expected;
      }
      // 28 degrees of freedom: 56.9 is exceeded once in a thousand fair draws.
      expect(chiSquare).toBeLessThan(56.9);
    }
  });
});

describe("normalizeProvisionalPassword", () => {
  it.each([
    "7gmp gyf3",
    " 7GMP-GYF3 ",
    "7GMPGYF3\n",
    "7gmp\u00a0gyf3",
    "7GMP‑GYF3",
    "７ＧＭＰＧＹＦ３",
    "7GMP\u200bGYF3",
  ])("understands %j", (typed) => {
    expect(normalizeProvisionalPassword(typed)).toBe("7GMPGYF3");
  });

  it("leaves every generated password as it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const password = generateProvisionalPassword(seededRandom(seed));
        return normalizeProvisionalPassword(password) === password;
      }),
    );
  });

  it("is idempotent and never throws, for any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const once = normalizeProvisionalPassword(typed);
        return normalizeProvisionalPassword(once) === once;
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isProvisionalPassword", () => {
  it("recognises every generated password", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) =>
        isProvisionalPassword(generateProvisionalPassword(seededRandom(seed))),
      ),
    );
  });

  it.each(["", "7GMPGYF", "7GMPGYF33", "7GMPGYF0", "7gmpgyf3", "7GMPGYF😀", "Zk7#wqpx"])(
    "refuses %j",
    (text) => {
      expect(isProvisionalPassword(text)).toBe(false);
    },
  );
});
