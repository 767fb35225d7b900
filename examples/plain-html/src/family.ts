import type { DirectoryRecords } from "@educonnect-activation/server-adapter";

const unknown = { birthName: null, mobile: null, email: null } as const;

/** A school with one mother and her daughter, to try the activation with. */
export const family: DirectoryRecords = {
  schools: [{ id: "school", name: "Collège Jean-Moulin", phone: "+33320000000", email: null, message: null }],
  people: [
    {
      ...unknown,
      id: "claire",
      kind: "guardian",
      givenName: "Claire",
      familyName: "Martin",
      birthDate: null,
      schoolId: null,
    },
    {
      ...unknown,
      id: "emma",
      kind: "pupil",
      givenName: "Emma",
      familyName: "Martin",
      birthDate: "2015-03-12",
      schoolId: "school",
    },
  ],
  guardianships: [{ guardianId: "claire", childId: "emma", meaning: "representative" }],
};
