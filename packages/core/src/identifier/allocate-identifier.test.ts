import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { RandomSource } from "../random-source.ts";
import {
  allocateIdentifier,
  type IdentifierRegistry,
  IdentifierSpaceError,
  proposeIdentifier,
} from "./allocate-identifier.ts";
import { identifierStem } from "./identifier-stem.ts";
import { normalizeIdentifier, parseIdentifier } from "./parse-identifier.ts";

/** Makes repeatable bytes (xorshift, 32 bits). */
function seededRandom(seed: number): RandomSource {
  let state = seed | 1;
  return (byteLength) =>
    Uint8Array.from({ length: byteLength }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 11) & 255;
    });
}

/** Makes a registry whose two statements are atomic and answer in a later turn, as a database does. */
function createRegistry(taken: Iterable<string> = []) {
  const counts = new Map<string, number>();
  const identifiers = new Set(taken);
  const registry: IdentifierRegistry = {
    countAllocation: async (stem) => {
      await Promise.resolve();
      const before = counts.get(stem) ?? 0;
      counts.set(stem, before + 1);
      return before;
    },
    reserve: async (identifier) => {
      await Promise.resolve();
      if (identifiers.has(identifier)) return false;
      identifiers.add(identifier);
      return true;
    },
  };
  return { registry, identifiers };
}

function numberOf(identifier: string): string {
  const parsing = parseIdentifier(identifier);
  return "number" in parsing ? parsing.number : "";
}

describe("proposeIdentifier", () => {
  it.each([
    [0, 2],
    [21, 2],
    [22, 3],
    [246, 3],
    [247, 4],
    [2_496, 4],
    [2_497, 5],
    [5_000, 5],
    [24_997, 6],
    [249_997, 7],
    [300_000_000, 9],
    [Number.MAX_SAFE_INTEGER, 9],
  ])("after %i allocations draws %i digits", (allocatedCount, length) => {
    const identifier = proposeIdentifier({ stem: "p.nom", allocatedCount, random: seededRandom(1) });
    expect(numberOf(identifier)).toHaveLength(length);
  });

  it.each([
    [0, 2],
    [7, 2],
    [8, 3],
    [16, 4],
    [63, 9],
  ])("after %i failed tries of a first allocation draws %i digits", (failedTries, length) => {
    const identifier = proposeIdentifier({
      stem: "p.nom",
      allocatedCount: 0,
      failedTries,
      random: seededRandom(1),
    });
    expect(numberOf(identifier)).toHaveLength(length);
  });

  it("draws each of the ninety numbers of two digits, and none with a leading zero", () => {
    const random = seededRandom(7);
    const drawn = new Set<string>();
    for (let draw = 0; draw < 3_000; draw += 1) {
      drawn.add(proposeIdentifier({ stem: "p.nom", allocatedCount: 0, random }));
    }
    const all = Array.from({ length: 90 }, (_, index) => `p.nom${index + 10}`);
    expect([...drawn].sort()).toEqual(all);
  });

  it("makes identifiers that can be parsed again, for any names and counts", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(
      fc.property(
        name,
        name,
        fc.maxSafeNat(),
        fc.nat(100),
        fc.integer(),
        (givenName, familyName, count, tries, seed) => {
          const stem = identifierStem({ givenName, familyName });
          const identifier = proposeIdentifier({
            stem,
            allocatedCount: count,
            failedTries: tries,
            random: seededRandom(seed),
          });
          expect(normalizeIdentifier(identifier.toUpperCase())).toBe(identifier);
          expect(identifier.startsWith(stem)).toBe(true);
        },
      ),
    );
  });

  it.each([
    { stem: "p.nom1", allocatedCount: 0 },
    { stem: "", allocatedCount: 0 },
    { stem: "p.nom", allocatedCount: -1 },
    { stem: "p.nom", allocatedCount: 0.5 },
    { stem: "p.nom", allocatedCount: Number.NaN },
    { stem: "p.nom", allocatedCount: 0, failedTries: -1 },
  ])("refuses %j", (proposal) => {
    expect(() => proposeIdentifier({ ...proposal, random: seededRandom(1) })).toThrow(TypeError);
  });
});

describe("allocateIdentifier", () => {
  it("gives 50 identifiers to 50 people of one name in parallel", async () => {
    const { registry } = createRegistry();
    const random = seededRandom(3);
    const allocated = await Promise.all(
      Array.from({ length: 50 }, () => allocateIdentifier("c.martin", registry, random)),
    );
    expect(new Set(allocated.map(({ identifier }) => identifier)).size).toBe(50);
  });

  it("never gives a number twice, not even after an account is deleted", async () => {
    const { registry, identifiers } = createRegistry();
    const random = seededRandom(4);
    const given = new Set<string>();
    for (let person = 0; person < 3_000; person += 1) {
      const { identifier } = await allocateIdentifier("c.martin", registry, random);
      expect(given.has(identifier)).toBe(false);
      given.add(identifier);
    }
    expect(identifiers).toEqual(given);
  });

  it("reveals nothing about one number by another: the next is as often higher as lower", async () => {
    const { registry } = createRegistry();
    const random = seededRandom(5);
    let above = 0;
    let previous = 0;
    // Numbers 248 to 2,497 of a stem all have four digits.
    for (let person = 0; person < 2_497; person += 1) {
      const { identifier } = await allocateIdentifier("c.martin", registry, random);
      const number = Number(numberOf(identifier));
      if (person > 247 && number > previous) above += 1;
      previous = number;
    }
    expect(above / 2_249).toBeGreaterThan(0.45);
    expect(above / 2_249).toBeLessThan(0.55);
  });

  it("moves on to a longer number when an import has filled a length", async () => {
    const filled = Array.from({ length: 90 }, (_, index) => `p.nom${index + 10}`);
    const { registry } = createRegistry(filled);
    const { identifier, tries } = await allocateIdentifier("p.nom", registry, seededRandom(6));
    expect(numberOf(identifier)).toHaveLength(3);
    expect(tries).toBe(9);
  });

  it("gives up on a registry that refuses everything", async () => {
    let asked = 0;
    const registry: IdentifierRegistry = {
      countAllocation: () => Promise.resolve(0),
      reserve: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    };
    const allocation = allocateIdentifier("p.nom", registry, seededRandom(1));
    await expect(allocation).rejects.toThrow(IdentifierSpaceError);
    await expect(allocation).rejects.toMatchObject({ code: "identifier_space_exhausted" });
    expect(asked).toBe(64);
  });

  it("refuses a malformed stem before it counts", async () => {
    const { registry, identifiers } = createRegistry();
    await expect(allocateIdentifier("P.NOM", registry, seededRandom(1))).rejects.toThrow(TypeError);
    expect(identifiers.size).toBe(0);
  });

  it("has no collision and needs fewer than 2 tries on average for 50,000 people with skewed names", async () => {
    const { registry, identifiers } = createRegistry();
    const random = seededRandom(8);
    const pick = seededRandom(9);
    let tries = 0;
    let mostOfOne = 0;
    const firstThenLast = [0, 0];
    for (let person = 0; person < 50_000; person += 1) {
      const [high = 0, low = 0] = pick(2);
      // A density of 1/√rank over 400 names: the first has 5 % of the people.
      const rank = Math.floor(400 * ((high * 256 + low) / 65_536) ** 2);
      const familyName = String.fromCharCode(97 + (rank % 26), 97 + Math.floor(rank / 26));
      const allocated = await allocateIdentifier(
        identifierStem({ givenName: "C", familyName }),
        registry,
        random,
      );
      tries += allocated.tries;
      mostOfOne = Math.max(mostOfOne, allocated.tries);
      const half = person < 25_000 ? 0 : 1;
      firstThenLast[half] = (firstThenLast[half] ?? 0) + allocated.tries;
    }
    expect(identifiers.size).toBe(50_000);
    expect(tries / 50_000).toBeLessThan(4 / 3);
    expect(mostOfOne).toBeLessThan(16);
    const [first = 0, last = 0] = firstThenLast;
    expect(last / first).toBeLessThan(1.1);
  });
});
