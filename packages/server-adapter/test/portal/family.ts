import type { DirectoryRecords, PersonRecord } from "../../src/ports/directory-writer.ts";

const guardian = (
  id: string,
  givenName: string,
  familyName: string,
  more: Partial<PersonRecord> = {},
): PersonRecord => ({
  id,
  kind: "guardian",
  givenName,
  familyName,
  birthName: null,
  mobile: null,
  email: null,
  birthDate: null,
  schoolId: null,
  ...more,
});

const pupil = (
  id: string,
  givenName: string,
  familyName: string,
  birthDate: string | null,
  schoolId: string,
): PersonRecord => ({ ...guardian(id, givenName, familyName), kind: "pupil", birthDate, schoolId });

/**
 * A small directory for stories and tests.
 *
 * Claire Martin has two children in two schools, whom Paul Durand shares; Inès's date is not recorded; Marc, their
 * stepfather, is in charge of Emma without legal authority; Zoé's only parent is Ada; Lucas activates his own account.
 */
export const familyDirectory: DirectoryRecords = {
  schools: [
    {
      id: "school-primary",
      name: "E.E.PU Jean Moulin",
      phone: "+33320000000",
      email: "ecole@example.org",
      message: null,
    },
    { id: "school-secondary", name: "LP LYC Simone Veil", phone: null, email: null, message: null },
  ],
  people: [
    guardian("claire", "Claire", "Martin", { mobile: "06 12 34 56 71" }),
    guardian("paul", "Paul", "Durand", { mobile: "06 12 34 56 72" }),
    guardian("marc", "Marc", "Petit"),
    guardian("ada", "Ada", "Lœb", { mobile: "0692 12 34 56" }),
    guardian("nora", "Nora", "Haddad", { mobile: "06 12 34 56 75" }),
    pupil("emma", "Emma", "Martin", "2015-03-12", "school-primary"),
    pupil("lucas", "Lucas", "Martin", "2009-11-30", "school-secondary"),
    pupil("zoe", "Zoé", "Lœb", "2016-02-29", "school-primary"),
    pupil("ines", "Inès", "Haddad", null, "school-primary"),
  ],
  guardianships: [
    { guardianId: "claire", childId: "emma", meaning: "representative" },
    { guardianId: "claire", childId: "lucas", meaning: "representative" },
    { guardianId: "paul", childId: "emma", meaning: "representative" },
    { guardianId: "paul", childId: "lucas", meaning: "representative" },
    { guardianId: "marc", childId: "emma", meaning: "inCharge" },
    { guardianId: "ada", childId: "zoe", meaning: "representative" },
    { guardianId: "nora", childId: "ines", meaning: "representative" },
  ],
};
