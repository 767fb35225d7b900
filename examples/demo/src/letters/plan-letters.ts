import type { Directory, Person, School } from "../directory/directory.ts";
import type { GuardianLetter, LetterChild, PupilLetter } from "./letter.ts";

type Unissued<Letter> = Omit<Letter, "identifier" | "provisionalPassword" | "issuedAt">;

/** A letter before its identifier and password are drawn. */
export type PlannedLetter = Unissued<GuardianLetter> | Unissued<PupilLetter>;

/**
 * Lists who gets a letter: each legal representative of a child, then each pupil of the secondary school.
 *
 * A guardian's letter comes from the school of the first child and lists only the children whom they represent.
 */
export function planLetters({ schools, people, guardianships }: Directory): PlannedLetter[] {
  const personById = new Map(people.map((person) => [person.id, person]));
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const schoolOf = (person: Person): School | undefined =>
    person.schoolId === null ? undefined : schoolById.get(person.schoolId);

  const childrenOf = (guardian: Person): LetterChild[] =>
    guardianships
      .filter(({ guardianId, meaning }) => guardianId === guardian.id && meaning === "representative")
      .toSorted((one, other) => one.position - other.position)
      .flatMap(({ childId }) => {
        const child = personById.get(childId);
        if (child === undefined) return [];
        const { givenName, familyName, birthDate } = child;
        return [{ givenName, familyName, birthDate, school: schoolOf(child)?.name ?? "" }];
      });

  const guardianLetters = people.flatMap((person): PlannedLetter[] => {
    const children = person.kind === "guardian" ? childrenOf(person) : [];
    const [first] = children;
    if (first === undefined) return [];
    const { id: personId, givenName, familyName, address, mobile, email } = person;
    return [
      {
        kind: "guardian",
        personId,
        givenName,
        familyName,
        address,
        mobile,
        email,
        school: first.school,
        children,
      },
    ];
  });
  const pupilLetters = people.flatMap((person): PlannedLetter[] => {
    const school = schoolOf(person);
    if (person.kind !== "pupil" || school?.kind !== "secondary") return [];
    const { id: personId, givenName, familyName, address, birthDate } = person;
    return [
      {
        kind: "pupil",
        personId,
        givenName,
        familyName,
        address,
        school: school.name,
        birthDate,
        className: person.className ?? "",
      },
    ];
  });
  return [...guardianLetters, ...pupilLetters];
}
