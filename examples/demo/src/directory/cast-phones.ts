import type { Household } from "./household.ts";

/** Numbers as secretaries type them: islands, abroad, fixed lines, nothing, and a mobile that is the child's too. */
export const phoneHouseholds: readonly Household[] = [
  {
    case: "a father on Réunion, typed without its code",
    familyName: "Hoarau",
    guardians: [
      { sex: "female", givenName: "Ingrid", familyName: "Payet" },
      {
        sex: "male",
        givenName: "Jean-Hugues",
        mobile: "0692 41 27 83",
        address: { street: "14 rue Jules-Auber", postalCode: "97400", town: "Saint-Denis" },
      },
    ],
    children: [{ sex: "male", givenName: "Mathis", school: "primary" }],
  },
  {
    case: "a mother on Réunion, typed with its code",
    familyName: "Grondin",
    guardians: [
      {
        sex: "female",
        givenName: "Marie-Josée",
        mobile: "+262 692 58 14 09",
        address: { street: "3 chemin des Filaos", postalCode: "97434", town: "Saint-Paul" },
      },
    ],
    children: [{ sex: "female", givenName: "Océane", school: "secondary" }],
  },
  {
    case: "Guadeloupe",
    familyName: "Lubin",
    guardians: [{ sex: "female", givenName: "Murielle", mobile: "+590 690 35 71 24" }],
    children: [{ sex: "male", givenName: "Ethan", school: "primary" }],
  },
  {
    case: "French Guiana",
    familyName: "Joseph-Julien",
    guardians: [{ sex: "male", givenName: "Rodrigue", mobile: "0694 22 08 61" }],
    children: [{ sex: "female", givenName: "Lou-Ann", school: "secondary" }],
  },
  {
    case: "Martinique",
    familyName: "Marie-Sainte",
    guardians: [{ sex: "female", givenName: "Solange", mobile: "+596 696 43 17 52" }],
    children: [{ sex: "male", givenName: "Noah", school: "primary" }],
  },
  {
    case: "New Caledonia",
    familyName: "Wamytan",
    guardians: [{ sex: "male", givenName: "Rock", mobile: "+687 75 12 34" }],
    children: [{ sex: "female", givenName: "Célestine", school: "secondary" }],
  },
  {
    case: "French Polynesia",
    familyName: "Teriitahi",
    guardians: [
      {
        sex: "female",
        givenName: "Hinano",
        mobile: "+689 87 23 45 67",
        address: { street: "BP 2417, servitude Tepapa", postalCode: "98713", town: "Papeete" },
      },
    ],
    children: [{ sex: "male", givenName: "Manutea", school: "secondary" }],
  },
  {
    case: "a foreign mobile",
    familyName: "Vandenberghe",
    guardians: [{ sex: "male", givenName: "Koen", mobile: "0032 470 12 34 56" }],
    children: [{ sex: "female", givenName: "Louise", school: "primary" }],
  },
  {
    case: "a fixed line where the mobile should be",
    familyName: "Deneux",
    guardians: [{ sex: "female", givenName: "Karine", mobile: "03 53 01 44 17" }],
    children: [{ sex: "male", givenName: "Arthur", school: "primary" }],
  },
  {
    case: "a placeholder where the mobile should be",
    familyName: "Masson",
    guardians: [{ sex: "male", givenName: "Anthony", mobile: "0000000000" }],
    children: [{ sex: "female", givenName: "Lola", school: "secondary" }],
  },
  {
    case: "neither mobile nor mail recorded",
    familyName: "Ferreira",
    guardians: [{ sex: "female", givenName: "Maria de Fátima", mobile: null, email: null }],
    children: [{ sex: "male", givenName: "Tom", school: "secondary" }],
  },
  {
    case: "a parent's mobile that is also the pupil's",
    familyName: "Diallo",
    guardians: [{ sex: "female", givenName: "Aminata", mobile: "06 24 81 35 70" }],
    children: [{ sex: "male", givenName: "Mamadou", school: "secondary", mobile: "0624813570" }],
  },
];
