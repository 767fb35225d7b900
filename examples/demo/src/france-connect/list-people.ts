import { oddPeople, type StandInPerson } from "@educonnect-activation/france-connect-stand-in";
import { parentGivenNames } from "../directory/given-names.ts";
import type { Directory, Person } from "../directory/directory.ts";
import { federatedSketches, type FederatedSketch } from "./federated-sketches.ts";

const strangers = new Set(["ordinary", "year-and-month", "no-mail", "long-name"]);

/** Parents' birth dates are rarely in schools' files, so civil status gets one that follows from the record's id: the same at every start. */
function drawBirthDate(id: string): string {
  const number = (start: number): number => Number.parseInt(id.slice(start, start + 4), 16);
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${1970 + (number(0) % 25)}-${twoDigits((number(4) % 12) + 1)}-${twoDigits((number(9) % 28) + 1)}`;
}

function toStandInPerson(person: Person, sketch: FederatedSketch | undefined): StandInPerson {
  const givenName = sketch?.givenName ?? person.givenName;
  return {
    id: person.id,
    givenName: givenName === "" ? null : givenName,
    familyName: person.birthName ?? person.familyName,
    preferredUsername: person.birthName === null ? null : person.familyName,
    birthDate: person.birthDate ?? sketch?.birthDate ?? drawBirthDate(person.id),
    gender: sketch?.gender ?? (Object.hasOwn(parentGivenNames.male, person.givenName) ? "male" : "female"),
    email: person.email,
    ...(sketch !== undefined && { note: sketch.note }),
  };
}

/**
 * Lists who can sign in at the stand-in: the guardians by their civil status, those worth trying first, and a few people whom no school
 * knows.
 */
export function listFederatedPeople({ people }: Directory): readonly StandInPerson[] {
  const guardians = people.filter(({ kind }) => kind === "guardian");
  const sketchOf = ({ givenName, familyName }: Person): FederatedSketch | undefined =>
    federatedSketches.find((sketch) => sketch.of === `${givenName} ${familyName}`.trim());
  const place = (person: Person): number => {
    const sketch = sketchOf(person);
    return sketch === undefined ? federatedSketches.length : federatedSketches.indexOf(sketch);
  };
  const known = guardians
    .toSorted((one, other) => place(one) - place(other))
    .map((person) => toStandInPerson(person, sketchOf(person)));
  const unknown = oddPeople
    .filter(({ id }) => strangers.has(id))
    .map((person) => ({ ...person, note: `Pas dans l’annuaire des écoles. ${person.note ?? ""}`.trim() }));
  const isNoted = ({ note }: StandInPerson): boolean => note !== undefined;
  return [...known.filter(isNoted), ...unknown, ...known.filter((person) => !isNoted(person))];
}
