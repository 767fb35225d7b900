import type { Household } from "./household.ts";

/** Names that software gets wrong: accents, ligatures, particles, apostrophes, doubles, other scripts, none at all. */
export const nameHouseholds: readonly Household[] = [
  {
    case: "accents and diaereses",
    familyName: "Lefèvre",
    guardians: [{ sex: "male", givenName: "François" }],
    children: [
      { sex: "female", givenName: "Éloïse", school: "primary" },
      { sex: "female", givenName: "Zoë", school: "secondary" },
    ],
  },
  {
    case: "a ligature",
    familyName: "Lecœur",
    guardians: [{ sex: "female", givenName: "Laëtitia" }],
    children: [{ sex: "male", givenName: "Noé", school: "primary" }],
  },
  {
    case: "letters with a stroke",
    familyName: "Łącki",
    guardians: [
      { sex: "male", givenName: "Łukasz" },
      { sex: "female", givenName: "Małgorzata", familyName: "Łącka" },
    ],
    children: [{ sex: "male", givenName: "Stanisław", school: "secondary" }],
  },
  {
    case: "a particle of two words",
    familyName: "de La Tour",
    guardians: [{ sex: "female", givenName: "Anne-Sophie", birthName: "du Plessis" }],
    children: [
      { sex: "male", givenName: "Gaëtan", school: "primary" },
      { sex: "female", givenName: "Clémence", school: "secondary" },
    ],
  },
  {
    case: "a double family name, written with two hyphens",
    familyName: "Martin--Leroy",
    guardians: [
      { sex: "female", givenName: "Élodie", familyName: "Leroy--Garnier" },
      { sex: "male", givenName: "Julien", familyName: "Martin" },
    ],
    children: [{ sex: "male", givenName: "Jean-Baptiste", school: "primary" }],
  },
  {
    case: "a straight apostrophe after one letter",
    familyName: "N'Guessan",
    guardians: [{ sex: "female", givenName: "Aya" }],
    children: [{ sex: "female", givenName: "Aïcha", school: "secondary" }],
  },
  {
    case: "a typographic apostrophe",
    familyName: "O’Brien",
    guardians: [{ sex: "male", givenName: "Seán" }],
    children: [{ sex: "female", givenName: "Rose", school: "primary" }],
  },
  {
    case: "names in another script",
    familyName: "Шевченко",
    guardians: [{ sex: "female", givenName: "Олена", email: "olena.shevchenko@example.net" }],
    children: [{ sex: "female", givenName: "Дарина", school: "secondary" }],
  },
  {
    case: "no given name recorded",
    familyName: "Rakotomalala",
    guardians: [{ sex: "male", givenName: "", email: "rakotomalala@example.org" }],
    children: [{ sex: "male", givenName: "Aaron", school: "primary" }],
  },
  {
    case: "typed in capitals without accents, as school files have it",
    familyName: "LEGRAND",
    guardians: [{ sex: "male", givenName: "JEAN PHILIPPE" }],
    children: [{ sex: "male", givenName: "THEO", school: "secondary" }],
  },
  {
    case: "a very long name",
    familyName: "de Montgolfier-Saint-Exupéry",
    guardians: [{ sex: "female", givenName: "Marie-Charlotte Apolline" }],
    children: [{ sex: "male", givenName: "Maximilien-Alexandre", school: "secondary" }],
  },
  {
    case: "a very short name",
    familyName: "Y",
    guardians: [{ sex: "male", givenName: "Bo", email: "bo.y@example.org" }],
    children: [{ sex: "female", givenName: "Li", school: "primary" }],
  },
];
