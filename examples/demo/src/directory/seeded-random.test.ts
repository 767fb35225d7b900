import { expect, test } from "vitest";
import { createSeededRandom } from "./seeded-random.ts";

test("one seed repeats its draws; another, even a near one, does not", () => {
  const draw = (seed: string): number[] => {
    const random = createSeededRandom(seed);
    return Array.from({ length: 50 }, () => random.between(0, 1000));
  };
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
});

test("draws reach both bounds and stay within them", () => {
  const random = createSeededRandom("bounds");
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(2, 5)));
  expect(drawn).toEqual(new Set([2, 3, 4, 5]));
});

test("a heavier name comes oftener, a weight of nought never", () => {
  const random = createSeededRandom("weights");
  const drawn = Array.from({ length: 2000 }, () => random.pickWeighted({ often: 9, seldom: 1, never: 0 }));
  expect(drawn.filter((name) => name === "often").length).toBeGreaterThan(1600);
  expect(drawn).toContain("seldom");
  expect(drawn).not.toContain("never");
});

test("there is nothing to pick from an empty list", () => {
  const random = createSeededRandom("empty");
  expect(() => random.pick([])).toThrow(TypeError);
  expect(() => random.pickWeighted({})).toThrow(TypeError);
});
