import { describe, expect, it } from "vitest";
import { areOnePerson } from "./guardian-file.ts";

const file = (birthName: string | null, birthDate: string | null = null, familyName = "Roux") => ({
  person: { id: "", kind: "guardian" as const, givenName: "Jeanne", familyName, birthName },
  birthDate,
});

describe("security.md: only files of one person are one person's", () => {
  it.each([
    ["names to the letter, whatever the case", [file(null), file(null, null, "ROUX")], true],
    ["a date on one side only", [file(null), file(null, "1985-06-07")], true],
    ["one birth name", [file("Blanc"), file("BLANC")], true],
    ["a birth name on one side only", [file("Blanc"), file(null)], false],
    ["a birth name and a date on one side only", [file("Blanc", "1985-06-07"), file(null)], false],
    [
      "a birth name on one side only, and one date",
      [file("Blanc", "1985-06-07"), file(null, "1985-06-07")],
      true,
    ],
    ["two birth names, and one date", [file("Blanc", "1985-06-07"), file("Noir", "1985-06-07")], false],
    ["two dates", [file(null, "1985-06-07"), file(null, "1985-06-08")], false],
    ["two names", [file(null, "1985-06-07"), file(null, "1985-06-07", "Rou")], false],
  ])("%s", (_name, files, expected) => {
    expect(areOnePerson(files)).toBe(expected);
    expect(areOnePerson(files.toReversed())).toBe(expected);
  });
});
