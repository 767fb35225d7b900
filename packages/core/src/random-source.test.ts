import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomBelow } from "./random-source.ts";

/** Makes a source that replays the given bytes in order, then zeros. */
function replay(bytes: readonly number[]) {
  let position = 0;
  return (byteLength: number) => {
    const slice = Uint8Array.from({ length: byteLength }, (_, index) => bytes[position + index] ?? 0);
    position += byteLength;
    return slice;
  };
}

describe("randomBelow", () => {
  it("stays below the limit, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 48 }),
        fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }),
        (limit, bytes) => {
          const value = randomBelow(replay(bytes), limit);
          return Number.isInteger(value) && value >= 0 && value < limit;
        },
      ),
    );
  });

  it("gives every value the same number of accepted bytes (ASVS 11.5.1)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 256 }), (limit) => {
        const counts = Array.from({ length: limit }, () => 0);
        for (let byte = 0; byte < 256; byte += 1) {
          let asked = 0;
          const value = randomBelow((byteLength) => {
            asked += 1;
            return new Uint8Array(byteLength).fill(asked === 1 ? byte : 0);
          }, limit);
          if (asked === 1) counts[value] = (counts[value] ?? 0) + 1;
        }
        return new Set(counts).size === 1 && counts[0] === Math.floor(256 / limit);
      }),
    );
  });

  it("reaches both ends of a span wider than one byte", () => {
    expect(randomBelow(replay([0, 0]), 1000)).toBe(0);
    expect(randomBelow(replay([3, 231]), 1000)).toBe(999);
    expect(randomBelow(replay([255, 255, 255, 255, 255, 255]), 2 ** 48)).toBe(2 ** 48 - 1);
  });

  it("draws again beyond the last whole multiple of the limit", () => {
    expect(randomBelow(replay([255, 254, 7]), 10)).toBe(7);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 48 + 1])(
    "refuses the limit %s",
    (limit) => {
      expect(() => randomBelow(replay([]), limit)).toThrow(TypeError);
    },
  );

  it("refuses a source that returns too few bytes", () => {
    expect(() => randomBelow(() => new Uint8Array(0), 10)).toThrow(/0 bytes instead of 1/);
  });

  it("gives up on a source that never returns a usable draw", () => {
    expect(() => randomBelow((byteLength) => new Uint8Array(byteLength).fill(255), 10)).toThrow(
      /does not return random bytes/,
    );
  });
});
