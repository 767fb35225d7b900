import { expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { describeLetters } from "./describe-letters.ts";
import type { Letter } from "./letter.ts";
import { planLetters } from "./plan-letters.ts";

const directory = generateDirectory("demo");
const planned = planLetters(directory);
const letters: readonly Letter[] = planned.map((letter, index) => ({
  ...letter,
  identifier: `x.nom${index + 10}`,
  provisionalPassword: "7GMPGYF3",
  issuedAt: "2026-11-02T08:00:00.000Z",
}));
const find = (familyName: string, givenName: string) =>
  planned.find((letter) => letter.familyName === familyName && letter.givenName === givenName);

test("every legal representative has one letter, and nobody else", () => {
  const representatives = new Set(
    directory.guardianships.flatMap(({ guardianId, meaning }) =>
      meaning === "representative" ? [guardianId] : [],
    ),
  );
  const holders = planned.filter(({ kind }) => kind === "guardian").map(({ personId }) => personId);
  expect(new Set(holders)).toEqual(representatives);
  expect(holders).toHaveLength(representatives.size);
  expect(find("Tavernier", "Josiane")).toBeUndefined();
  expect(find("Delannoy", "Monique")).toBeUndefined();
});

test("every pupil of the secondary school has one letter, and no child of the primary school", () => {
  const secondary = directory.schools.find(({ kind }) => kind === "secondary");
  const pupils = directory.people.filter(({ schoolId }) => schoolId === secondary?.id);
  const holders = planned.filter(({ kind }) => kind === "pupil").map(({ personId }) => personId);
  expect(holders.toSorted()).toEqual(pupils.map(({ id }) => id).toSorted());
});

test("a letter lists only the children whom its holder represents, in their order", () => {
  const children = (letter: (typeof planned)[number] | undefined): string[] =>
    letter?.kind === "guardian" ? letter.children.map(({ givenName }) => givenName) : [];
  expect(children(find("Benali", "Karim"))).toEqual(["Nour", "Ibrahim"]);
  expect(children(find("Le Goff", "Gwenaëlle"))).toEqual(["Nour", "Loïs"]);
  expect(children(find("Le Goff", "Yoann"))).toEqual(["Loïs"]);
  expect(children(find("Delattre", "Marie-Noëlle"))).toHaveLength(12);
});

test("described for scripts, a letter has exactly the fields that were agreed", () => {
  const described = describeLetters(letters, () => "issued");
  expect(described).toHaveLength(letters.length);
  const guardian = described[planned.findIndex(({ familyName }) => familyName === "Meunier")];
  expect(guardian).toEqual({
    identifier: expect.stringMatching(/^x\.nom\d+$/u),
    provisionalPassword: "7GMPGYF3",
    status: "issued",
    guardian: {
      givenName: "Sandrine",
      familyName: "Meunier",
      mobile: expect.any(String),
      email: expect.any(String),
    },
    children: [
      {
        givenName: "Gaspard",
        familyName: "Meunier",
        birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
      },
      { givenName: "Agathe", familyName: "Meunier", birthDate: null },
    ],
  });
  const pupil = described.find((letter) => "pupil" in letter);
  expect(Object.keys(pupil ?? {})).toEqual(["identifier", "provisionalPassword", "status", "pupil"]);
  expect(pupil).toMatchObject({
    pupil: { givenName: expect.any(String), familyName: expect.any(String), birthDate: expect.any(String) },
  });
});

test("each letter has the status of its own person", () => {
  const [first, second] = letters;
  const described = describeLetters(letters, (personId) =>
    personId === second?.personId ? "active" : "expired",
  );
  expect(described.slice(0, 2).map(({ status }) => status)).toEqual(["expired", "active"]);
  expect(first?.personId).not.toBe(second?.personId);
});
