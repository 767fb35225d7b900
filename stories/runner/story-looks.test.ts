import { expect, it } from "vitest";
import { allLooks, lookOf } from "./story-looks.ts";

const looks = allLooks({
  themes: ["default", "high-contrast", "brand-one", "brand-two"],
  languages: ["fr", "fr-simple", "en", "ar", "pt", "es", "tr", "uk", "ro", "zh-Hans"],
});

it("takes each look once before any is taken twice", () => {
  const taken = looks.flatMap((_, index) => lookOf(index, looks)).map(({ name }) => name);
  expect(new Set(taken).size).toBe(looks.length);
});

it("gives neighbours different looks, and the same story the same look", () => {
  expect(lookOf(7, looks)).not.toEqual(lookOf(8, looks));
  expect(lookOf(7, looks)).toEqual(lookOf(7, looks));
});

it("draws nothing of nothing", () => {
  expect(lookOf(3, [])).toEqual([]);
});
