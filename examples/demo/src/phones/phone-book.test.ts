import { expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { formatNumber, createPhoneBook } from "./phone-book.ts";

test.each([
  ["+33639981010", "+33 6 39 98 10 10"],
  ["+262692701546", "+262 692 70 15 46"],
  ["+687751234", "+687 75 12 34"],
  ["+68987234567", "+689 87 23 45 67"],
  ["+32470123456", "+32 4 70 12 34 56"],
  ["+447700900123", "+447700900123"],
])("%s is written %s", (number, written) => {
  expect(formatNumber(number).replaceAll("\u00A0", " ")).toBe(written);
});

test("a number leads to everybody who has it, pupils too, however it was typed", () => {
  const findOwners = createPhoneBook(generateDirectory("demo"));
  const names = (number: string) => findOwners(number).map(({ givenName, kind }) => `${givenName} ${kind}`);
  expect(names("+33639981010")).toEqual(["Mélanie guardian", "Sébastien guardian"]);
  expect(names("+33639981212")).toEqual(["Nadia guardian", "Nadia guardian"]);
  expect(names("+33624813570")).toEqual(["Aminata guardian", "Mamadou pupil"]);
  expect(names("+33600000000")).toEqual([]);
});
