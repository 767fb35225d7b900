import { nameOf, type StandInPerson } from "./person.ts";

/** The people whose names hold, for each word of the text, one that begins with it, accents aside; all of them for an empty text. */
export function searchPeople(people: readonly StandInPerson[], text: string): readonly StandInPerson[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return people;
  return people.filter((person) => {
    const words = wordsOf(`${nameOf(person)} ${person.preferredUsername ?? ""}`);
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  });
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/ł/giu, "l")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
