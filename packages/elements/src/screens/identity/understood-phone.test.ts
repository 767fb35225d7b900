import { expect, it } from "vitest";
import { understoodPhone } from "./understood-phone.ts";

const plain = (text: string) => understoodPhone(text, "fr")?.replaceAll("\u00a0", " ");

it.each([
  ["06 12 34 56 78", "+33 6 12 34 56 78"],
  ["0692 12 34 56", "+262 692 12 34 56 (La Réunion)"],
  ["0639 12 34 56", "+262 639 12 34 56 (Mayotte)"],
  ["+33 (0)6.12.34.56.78", "+33 6 12 34 56 78"],
  ["00590690123456", "+590 690 12 34 56 (Guadeloupe)"],
  ["+596 0696 12 34 56", "+596 696 12 34 56 (Martinique)"],
  ["+687 751234", "+687 75 12 34 (Nouvelle-Calédonie)"],
  ["０６１２３４５６７８", "+33 6 12 34 56 78"],
] as const)("shows how « %s » was understood", (typed, shown) => {
  expect(plain(typed)).toBe(shown);
});

it.each(["", "06 12", "0000000000", "01 23 45 67 89", "751234", "abc"])("says nothing of « %s »", (typed) => {
  expect(understoodPhone(typed, "fr")).toBeNull();
});

it("names the territory in the language of the screen", () => {
  expect(understoodPhone("0694123456", "en")).toContain("(French Guiana)");
});
