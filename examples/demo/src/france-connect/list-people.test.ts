import { describe, expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { federatedSketches } from "./federated-sketches.ts";
import { listFederatedPeople } from "./list-people.ts";

const directory = generateDirectory("educonnect-demo");
const people = listFederatedPeople(directory);

describe("who can sign in at FranceConnect's stand-in", () => {
  test("every guardian, by civil status, the same at each start", () => {
    const guardians = directory.people.filter(({ kind }) => kind === "guardian");
    const ids = new Set(people.map(({ id }) => id));
    for (const { id } of guardians) expect(ids.has(id)).toBe(true);
    expect(ids.size).toBe(people.length);
    expect(listFederatedPeople(directory)).toEqual(people);
  });

  test("with a date that exists, or is said to be unknown in part", () => {
    for (const { birthDate } of people) {
      if (!birthDate.includes("-00")) expect(new Date(birthDate).toISOString()).toContain(birthDate);
    }
    expect(people.some(({ birthDate }) => birthDate === "1985-00-00")).toBe(true);
  });

  test("those worth trying first are people of the schools", () => {
    const names = directory.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim());
    for (const { of } of federatedSketches) expect(names).toContain(of);
    const notes = people.slice(0, federatedSketches.length + 1).map(({ note }) => note);
    expect(new Set(notes)).toEqual(new Set(federatedSketches.map(({ note }) => note)));
  });

  test("birth and usage names, several given names, none at all", () => {
    const find = (familyName: string) => people.find((person) => person.familyName === familyName);
    expect(find("Duval")).toMatchObject({
      givenName: "Hélène Marie Louise",
      preferredUsername: "Carpentier",
    });
    expect(find("Rakotomalala")?.givenName).toBeNull();
    expect(find("Łącki")).toMatchObject({ givenName: "Łukasz", gender: "male" });
  });
});
