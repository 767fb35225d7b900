import { describe, expect, it } from "vitest";
import { mayBeChildsOwn, mayBeTooYoung } from "./own-child.ts";

describe("decisions/0053 somebody born less than 12 years before a child is not its guardian", () => {
  it.each([
    ["born with the child", "2007-05-14", "2007-05-14", true],
    ["born after it", "2009-01-01", "2007-05-14", true],
    ["a day too late", "1995-05-15", "2007-05-14", true],
    ["12 years to the day", "1995-05-14", "2007-05-14", false],
    ["born on a leap day", "1996-02-29", "2008-02-28", true],
    ["a year that may be 12 years before, or less", "1995-00-00", "2007-05-14", true],
    ["a year that is 12 years before, whatever the day", "1994-00-00", "2007-05-14", false],
    ["a month that may be", "1995-05-00", "2007-05-14", true],
    ["a month that can't be", "1995-04-00", "2007-05-14", false],
    ["a child's year alone", "1995-01-01", "2007-00-00", true],
    ["no year", "0000-00-00", "2007-05-14", false],
    ["no date of the child", "2007-05-14", null, false],
    ["no date", null, "2007-05-14", false],
    ["no date at all", "yesterday", "2007-05-14", false],
  ])("%s", (_name, civil, childs, expected) => {
    expect(mayBeTooYoung(civil, childs)).toBe(expected);
  });
});

describe('security.md "a pupil posing as the parent": an identity that may be the pupil\'s own', () => {
  const child = { givenName: "Jean", familyName: "Petit", birthDate: "2007-05-14" };
  const civil = {
    givenName: "Jean Paul",
    familyName: "PETIT",
    preferredUsername: null,
    birthDate: "2007-05-14",
  };

  it.each([
    ["names and date", {}, {}, true],
    ["a usage name and the date", { familyName: "GRAND", preferredUsername: "PETIT" }, {}, true],
    ["other names", { givenName: "Paul" }, {}, false],
    ["another date", { birthDate: "1980-05-14" }, {}, false],
    ["a year that fits", { birthDate: "2007-00-00" }, {}, true],
    ["a year that does not", { birthDate: "1980-00-00" }, {}, false],
    ["no date recorded", {}, { birthDate: null }, true],
    ["no date in civil status", { birthDate: null }, {}, true],
  ])("%s", (_name, ofCivil, ofChild, expected) => {
    expect(mayBeChildsOwn({ ...civil, ...ofCivil }, { ...child, ...ofChild })).toBe(expected);
  });
});
