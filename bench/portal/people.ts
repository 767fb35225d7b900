import type { DirectoryRecords } from "@educonnect-activation/server-adapter";

const letters = "abcdefghijklmnopqrstuvwxyz";

function familyName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = (letters[(rest - 1) % 26] ?? "") + name;
  return `Du${name}`;
}

/** The one child's date, the same in every family. */
export const birthDate = "2015-03-12";

export const guardianId = (index: number): string => `guardian-${index}`;
export const childId = (index: number): string => `child-${index}`;

/** Families of one guardian and one child each, no two of one name. */
export function createFamilies(first: number, count: number): DirectoryRecords {
  const indexes = Array.from({ length: count }, (_, place) => first + place);
  const blank = { birthName: null, mobile: null, email: null };
  return {
    schools:
      first === 0
        ? [{ id: "school", name: "E.E.PU Jean Moulin", phone: "+33320000000", email: null, message: null }]
        : [],
    people: indexes.flatMap((index) => [
      {
        ...blank,
        id: guardianId(index),
        kind: "guardian",
        givenName: "Claire",
        familyName: familyName(index),
        birthDate: null,
        schoolId: null,
      },
      {
        ...blank,
        id: childId(index),
        kind: "pupil",
        givenName: "Emma",
        familyName: familyName(index),
        birthDate,
        schoolId: "school",
      },
    ]),
    guardianships: indexes.map((index) => ({
      guardianId: guardianId(index),
      childId: childId(index),
      meaning: "representative" as const,
    })),
  };
}
