import { describe, expect, test } from "vitest";
import type { Directory, Person } from "./directory.ts";
import { generateDirectory } from "./generate-directory.ts";

const directory = generateDirectory("demo");
const guardians = directory.people.filter(({ kind }) => kind === "guardian");
const pupils = directory.people.filter(({ kind }) => kind === "pupil");
const childrenOf = (guardian: Person, { guardianships, people }: Directory = directory): Person[] =>
  guardianships.flatMap((guardianship) =>
    guardianship.guardianId === guardian.id ? people.filter(({ id }) => id === guardianship.childId) : [],
  );
const guardiansOf = (child: Person): Person[] =>
  directory.guardianships.flatMap((guardianship) =>
    guardianship.childId === child.id ? guardians.filter(({ id }) => id === guardianship.guardianId) : [],
  );
const significant = (mobile: string): string => mobile.replaceAll(/\D/gu, "").slice(-8);

describe("one seed, one directory", () => {
  test("the same seed repeats it, ids included", () => {
    expect(generateDirectory("demo")).toEqual(directory);
  });

  test("another seed draws other families", () => {
    const other = generateDirectory("other");
    expect(other.people).not.toEqual(directory.people);
    expect(other.schools).toEqual(directory.schools);
  });

  test("it is plain data", () => {
    expect(JSON.parse(JSON.stringify(directory))).toEqual(directory);
  });

  test.each(Array.from({ length: 40 }, (_, index) => `seed ${index}`))("%s is sound", (seed) => {
    const { people, guardianships, schools } = generateDirectory(seed);
    const ids = new Set(people.map(({ id }) => id));
    expect(ids.size).toBe(people.length);
    expect(new Set(guardianships.map(({ id }) => id)).size).toBe(guardianships.length);
    for (const guardianship of guardianships) {
      expect(ids.has(guardianship.guardianId) && ids.has(guardianship.childId)).toBe(true);
    }
    const schoolIds = new Set(schools.map(({ id }) => id));
    for (const person of people) {
      expect(person.schoolId === null || schoolIds.has(person.schoolId)).toBe(true);
      expect(person.schoolId === null).toBe(person.kind === "guardian");
      if (person.birthDate !== null) {
        expect(new Date(`${person.birthDate}T00:00:00Z`).toISOString()).toContain(person.birthDate);
      }
    }
    const mobiles = people.flatMap(({ mobile }) => (mobile === null ? [] : [significant(mobile)]));
    // A pupil with the mother's number, two parents, two people of one name, one person with two files.
    expect(mobiles.length - new Set(mobiles).size).toBe(4);
  });
});

describe("the size of two schools", () => {
  test("about sixty families", () => {
    const families = new Set(guardians.map((guardian) => childrenOf(guardian)[0]?.id));
    expect(families.size).toBeGreaterThanOrEqual(55);
    expect(directory.people.length).toBeGreaterThan(140);
    expect(directory.people.length).toBeLessThan(260);
  });

  test("a primary school and a secondary one, with pupils of their ages", () => {
    const [primary, secondary] = directory.schools;
    expect(primary?.name).toMatch(/^E\.E\.PU /u);
    expect(secondary?.name).toMatch(/^LP LYC /u);
    for (const pupil of pupils) {
      if (pupil.birthDate === null) continue;
      const age = 2026 - Number(pupil.birthDate.slice(0, 4));
      expect(pupil.schoolId === primary?.id ? age >= 6 && age <= 10 : age >= 15 && age <= 18).toBe(true);
    }
  });

  test("everybody is somebody's", () => {
    for (const pupil of pupils) expect(guardiansOf(pupil).length).toBeGreaterThan(0);
    for (const guardian of guardians) expect(childrenOf(guardian).length).toBeGreaterThan(0);
  });

  test("a guardian's children have places from 0 without two in one", () => {
    for (const guardian of guardians) {
      const positions = directory.guardianships.flatMap((guardianship) =>
        guardianship.guardianId === guardian.id ? [guardianship.position] : [],
      );
      expect(new Set(positions).size).toBe(positions.length);
      expect([...positions].sort((one, other) => one - other)).toEqual(positions);
    }
  });
});

describe("the cases that families bring", () => {
  test("representatives, people in charge and contacts", () => {
    expect(new Set(directory.guardianships.map(({ meaning }) => meaning))).toEqual(
      new Set(["representative", "inCharge", "contact"]),
    );
  });

  test("one to twelve children", () => {
    const counts = new Set(guardians.map((guardian) => childrenOf(guardian).length));
    for (const count of [1, 2, 3, 5, 7, 12]) expect(counts).toContain(count);
    expect(Math.max(...counts)).toBe(12);
  });

  test("siblings across the two schools", () => {
    const spread = guardians.filter(
      (guardian) => new Set(childrenOf(guardian).map(({ schoolId }) => schoolId)).size === 2,
    );
    expect(spread.length).toBeGreaterThan(3);
  });

  test("separated parents: two legal guardians of one child at two addresses", () => {
    const separated = pupils.filter((pupil) => {
      const streets = guardiansOf(pupil).map(({ address }) => address.street);
      return new Set(streets).size > 1;
    });
    expect(separated.length).toBeGreaterThan(3);
  });

  test("a blended family: one adult who represents one child and is only in charge of another", () => {
    const mixed = guardians.filter((guardian) => {
      const own = directory.guardianships.filter(({ guardianId }) => guardianId === guardian.id);
      const meanings = new Set(own.map(({ meaning }) => meaning));
      return meanings.has("inCharge") && meanings.has("representative");
    });
    expect(mixed.length).toBeGreaterThan(0);
  });

  test("a child without a recorded birth date, beside others and alone", () => {
    const undated = pupils.filter(({ birthDate }) => birthDate === null);
    const siblings = undated.map((pupil) =>
      guardiansOf(pupil).map((guardian) => childrenOf(guardian).length),
    );
    expect(siblings.flat()).toContain(1);
    expect(siblings.flat()).toContain(2);
  });

  test("twins with near names", () => {
    const [maël, maëlle] = ["Maël", "Maëlle"].map((givenName) =>
      pupils.find((pupil) => pupil.familyName === "Quennesson" && pupil.givenName === givenName),
    );
    expect(maël?.birthDate).toBeTypeOf("string");
    expect(maël?.birthDate).toBe(maëlle?.birthDate);
  });

  test("homonyms among parents and among pupils", () => {
    const names = (people: readonly Person[]): string[] =>
      people.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    for (const list of [names(guardians), names(pupils)])
      expect(new Set(list).size).toBeLessThan(list.length);
  });

  test.each([
    ["an accent", /É/u],
    ["a diaeresis", /ë/u],
    ["a cedilla", /ç/u],
    ["œ", /œ/u],
    ["Ł", /Ł/u],
    ["a particle", /\bde La Tour\b/u],
    ["a particle with an apostrophe", /\bd'Haëne\b/u],
    ["a Breton article", /\bLe Goff\b/u],
    ["a double family name", /\w--\w/u],
    ["a typographic apostrophe", /’/u],
    ["another script", /\p{Script=Cyrillic}/u],
    ["capitals throughout", /^JEAN PHILIPPE LEGRAND$/u],
  ])("a name with %s", (_, pattern) => {
    expect(guardians.some((person) => pattern.test(`${person.givenName} ${person.familyName}`))).toBe(true);
  });

  test("a guardian without a given name", () => {
    expect(guardians.filter(({ givenName }) => givenName === "")).toHaveLength(1);
  });

  test.each([
    ["Réunion without its code", /^0692/u],
    ["Réunion with its code", /^\+262 692/u],
    ["Guadeloupe", /^\+590/u],
    ["French Guiana", /^0694/u],
    ["Martinique", /^\+596/u],
    ["New Caledonia", /^\+687/u],
    ["French Polynesia", /^\+689/u],
    ["Belgium", /^0032/u],
    ["a fixed line", /^03/u],
    ["a placeholder", /^0000000000$/u],
  ])("a number of %s", (_, pattern) => {
    expect(guardians.some(({ mobile }) => mobile !== null && pattern.test(mobile))).toBe(true);
  });

  test("a guardian without mobile or mail", () => {
    expect(guardians.some(({ mobile, email }) => mobile === null && email === null)).toBe(true);
  });

  test("a parent's mobile that is also the pupil's", () => {
    const shared = pupils.filter(
      (pupil) =>
        pupil.mobile !== null &&
        guardiansOf(pupil).some(
          ({ mobile }) => mobile !== null && significant(mobile) === significant(pupil.mobile ?? ""),
        ),
    );
    expect(shared).toHaveLength(1);
  });

  test("one mail address of two parents", () => {
    const emails = guardians.flatMap(({ email }) => (email === null ? [] : [email]));
    expect(emails.length - new Set(emails).size).toBe(1);
  });
});
