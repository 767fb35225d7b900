import { expect, it } from "vitest";
import { decodeWords } from "./decode-words.ts";
import { rankedWords } from "./strength-dictionary.generated.ts";

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
