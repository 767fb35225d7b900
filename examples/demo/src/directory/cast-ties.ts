import type { Household } from "./household.ts";

/** Who represents whom: separated parents, blended families, people in charge without authority, dates that are missing. */
export const tieHouseholds: readonly Household[] = [
  {
    case: "siblings in both schools",
    familyName: "Carpentier",
    guardians: [
      { sex: "female", givenName: "Hélène", birthName: "Duval", birthDate: "1982-08-24" },
      { sex: "male", givenName: "Benoît" },
    ],
    children: [
      { sex: "female", givenName: "Juliette", school: "primary" },
      { sex: "male", givenName: "Antoine", school: "secondary" },
    ],
  },
  {
    case: "separated parents at two addresses",
    familyName: "d'Haëne",
    guardians: [
      { sex: "male", givenName: "Grégory" },
      { sex: "female", givenName: "Céline", familyName: "Vasseur", address: "elsewhere" },
    ],
    children: [
      { sex: "female", givenName: "Maëlys", school: "primary" },
      { sex: "male", givenName: "Côme", school: "secondary" },
    ],
  },
  {
    case: "blended family: the mother's partner represents only their own children",
    familyName: "Le Goff",
    guardians: [
      { sex: "female", givenName: "Gwenaëlle", meanings: ["representative", "representative", null] },
      {
        sex: "male",
        givenName: "Karim",
        familyName: "Benali",
        meanings: ["inCharge", "representative", "representative"],
      },
      { sex: "male", givenName: "Yoann", address: "elsewhere", meanings: ["representative", null, null] },
    ],
    children: [
      { sex: "male", givenName: "Loïs", school: "secondary" },
      { sex: "female", givenName: "Nour", familyName: "Benali--Le Goff", school: "primary" },
      { sex: "male", givenName: "Ibrahim", familyName: "Benali", school: "secondary" },
    ],
  },
  {
    case: "a contact: a grandmother is recorded but is no legal guardian",
    familyName: "Delannoy",
    guardians: [
      { sex: "male", givenName: "Fabrice" },
      { sex: "female", givenName: "Monique", address: "elsewhere", meanings: ["contact"] },
    ],
    children: [{ sex: "female", givenName: "Romane", school: "primary" }],
  },
  {
    case: "in charge only: nobody at home represents the child",
    familyName: "Tavernier",
    guardians: [{ sex: "female", givenName: "Josiane", meanings: ["inCharge"] }],
    children: [{ sex: "male", givenName: "Enzo", school: "secondary" }],
  },
  {
    case: "one child of two without a recorded birth date",
    familyName: "Meunier",
    guardians: [{ sex: "female", givenName: "Sandrine" }],
    children: [
      { sex: "male", givenName: "Gaspard", school: "primary" },
      { sex: "female", givenName: "Agathe", school: "primary", birthDate: null },
    ],
  },
  {
    case: "an only child without a recorded birth date",
    familyName: "Wattiez",
    guardians: [{ sex: "male", givenName: "Ludovic" }],
    children: [{ sex: "male", givenName: "Timéo", school: "secondary", birthDate: null }],
  },
  {
    case: "twins with near names",
    familyName: "Quennesson",
    guardians: [
      { sex: "female", givenName: "Aurélie" },
      { sex: "male", givenName: "Jérôme" },
    ],
    children: [
      { sex: "male", givenName: "Maël", school: "primary", birthDate: "2018-05-09" },
      { sex: "female", givenName: "Maëlle", school: "primary", birthDate: "2018-05-09" },
    ],
  },
  {
    case: "siblings of one name, one of them by a second given name",
    familyName: "Haddad",
    guardians: [{ sex: "female", givenName: "Samira" }],
    children: [
      { sex: "male", givenName: "Mohamed", school: "secondary" },
      { sex: "male", givenName: "Mohamed Amine", school: "primary" },
    ],
  },
  {
    case: "homonyms: a mother with a very common name",
    familyName: "Martin",
    guardians: [{ sex: "female", givenName: "Nathalie" }],
    children: [{ sex: "female", givenName: "Emma", school: "primary" }],
  },
  {
    case: "homonyms: another mother of that name",
    familyName: "Martin",
    guardians: [{ sex: "female", givenName: "Nathalie", birthName: "Caron" }],
    children: [{ sex: "female", givenName: "Emma", school: "secondary" }],
  },
  {
    case: "parents who share one mail address",
    familyName: "Boulanger",
    guardians: [
      { sex: "female", givenName: "Marie-Laure", email: "famille.boulanger@example.org" },
      { sex: "male", givenName: "Pierre-Yves", email: "famille.boulanger@example.org" },
    ],
    children: [{ sex: "male", givenName: "Baptiste", school: "primary" }],
  },
];
