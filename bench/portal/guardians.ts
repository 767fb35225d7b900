import type { DirectoryRecords, PersonRecord } from "@educonnect-activation/server-adapter";

/**
 * What the directory may know of the names and the mobile that a stranger types; on the wire all are alike.
 *
 * A guardian who gets a code; nobody; a known number under another name; an account that is active; two people of one name and number; one
 * person with two files; a number that is a pupil's too; somebody who is only in charge of a child.
 */
export const guardianCases = [
  "match",
  "unknown",
  "wrong name",
  "active",
  "homonyms",
  "two files",
  "pupil's number",
  "only in charge",
] as const;

export type GuardianCase = (typeof guardianCases)[number];

/** The cases in which a text leaves. */
export const textedCases: ReadonlySet<GuardianCase> = new Set([
  "match",
  "active",
  "homonyms",
  "two files",
  "pupil's number",
]);

const alphabet = "abcdefghijklmnopqrstuvwxyz";
const placeOf = (which: GuardianCase, index: number) =>
  index * guardianCases.length + guardianCases.indexOf(which);

/** Always as long: the length of what is typed is no difference between people. */
function familyName(place: number): string {
  const letters = [26 ** 3, 26 ** 2, 26, 1].map((weight) => alphabet[Math.floor(place / weight) % 26]);
  return `Du${letters.join("")}`;
}

/** Ends in the same digits for everybody, which are those a view shows. */
const mobile = (place: number) => `061${String(place).padStart(5, "0")}42`;

/** What is typed for the guardian of that number among those of a case. */
export function typeIdentity(which: GuardianCase, index: number) {
  const place = placeOf(which, index);
  return {
    type: "identitySubmitted",
    givenName: which === "wrong name" ? "Alicia" : "Claire",
    familyName: familyName(place),
    phone: mobile(place),
  } as const;
}

/** The id of the file that holds the name and the number typed. */
export const fileId = (which: GuardianCase, index: number): string => `file-${placeOf(which, index)}`;

/** So many guardians of every case, in schools of their own, with the children they answer for. */
export function createGuardians(count: number): DirectoryRecords {
  const people: PersonRecord[] = [];
  const guardianships: DirectoryRecords["guardianships"][number][] = [];
  for (let index = 0; index < count; index += 1) {
    for (const which of guardianCases) {
      if (which === "unknown") continue;
      const place = placeOf(which, index);
      const id = fileId(which, index);
      const guardian: PersonRecord = {
        id,
        kind: "guardian",
        givenName: "Claire",
        familyName: familyName(place),
        birthName: null,
        mobile: mobile(place),
        email: null,
        birthDate: "1984-05-06",
        schoolId: null,
      };
      const pupil: PersonRecord = {
        ...guardian,
        id: `${id}-child`,
        kind: "pupil",
        givenName: "Emma",
        mobile: which === "pupil's number" ? guardian.mobile : null,
        birthDate: "2015-03-12",
        schoolId: "first-school",
      };
      people.push(guardian, pupil);
      guardianships.push({
        guardianId: id,
        childId: pupil.id,
        meaning: which === "only in charge" ? "inCharge" : "representative",
      });
      if (which !== "homonyms" && which !== "two files") continue;
      const birthDate = which === "homonyms" ? "1979-11-30" : guardian.birthDate;
      const other = { ...guardian, id: `${id}-other`, birthDate };
      const otherPupil = { ...pupil, id: `${id}-other-child`, schoolId: "second-school" };
      people.push(other, otherPupil);
      guardianships.push({ guardianId: other.id, childId: otherPupil.id, meaning: "representative" });
    }
  }
  const blank = { phone: "+33320000000", email: null, message: null };
  return {
    schools: [
      { ...blank, id: "first-school", name: "E.E.PU Jean Moulin" },
      { ...blank, id: "second-school", name: "LP LYC Simone Veil" },
    ],
    people,
    guardianships,
  };
}
