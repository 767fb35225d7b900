/** Somebody who can sign in: the identity FranceConnect would send, the civil-status one. */
export interface StandInPerson {
  /** Names the person in the pages' forms and in `signIn`; never sent to a client. */
  readonly id: string;
  /** All given names, separated by spaces; null for who has none, and then no claim is sent. */
  readonly givenName: string | null;
  /** The birth name. */
  readonly familyName: string;
  /** `YYYY-MM-DD`, where an unknown month or day is `00`. */
  readonly birthDate: string;
  readonly gender: "female" | "male";
  /** INSEE code of the town, empty for a birth abroad; Paris by default. */
  readonly birthPlace?: string;
  /** INSEE code of the country; `99100`, France, by default. */
  readonly birthCountry?: string;
  /** The usage name, when there is one. */
  readonly preferredUsername?: string | null;
  /** Null or absent: no claim is sent. */
  readonly email?: string | null;
  /** What the person is there to show, for people who pick one on the page. */
  readonly note?: string;
}

/** What `userinfo` may say of a person, before scopes take their share; absent facts are absent claims. */
export function describePerson(person: StandInPerson): Readonly<Record<string, unknown>> {
  return {
    ...(person.givenName !== null && {
      given_name: person.givenName,
      given_name_array: person.givenName.split(" "),
    }),
    family_name: person.familyName,
    birthdate: person.birthDate,
    gender: person.gender,
    birthplace: person.birthPlace ?? "75056",
    birthcountry: person.birthCountry ?? "99100",
    ...(hasText(person.preferredUsername) && { preferred_username: person.preferredUsername }),
    ...(hasText(person.email) && { email: person.email }),
  };
}

const hasText = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined && value !== "";

/** `Prénom NOM`, as the pages greet a person. */
export function nameOf(person: StandInPerson): string {
  const familyName = person.familyName.toLocaleUpperCase("fr");
  return person.givenName === null ? familyName : `${person.givenName} ${familyName}`;
}

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
