import type { Household } from "./household.ts";

const twelveTilleuls = { street: "12 rue des Tilleuls", postalCode: "80440", town: "Vallières-sur-Somme" };

/** A number that is out of service: the operator's receipt says so (E.164). */
export const outOfServiceNumber = "+33639987777";

/** Numbers and names that the activation by SMS or FranceConnect has to tell apart; those of `06 39 98` are kept for fiction (Arcep). */
export const methodHouseholds: readonly Household[] = [
  {
    case: "a mobile of Réunion and a name with an Ł",
    familyName: "Żółkiewska",
    guardians: [
      {
        sex: "female",
        givenName: "Łucja",
        mobile: "0692 70 15 46",
        email: null,
        address: { street: "8 rue de la Source", postalCode: "97400", town: "Saint-Denis" },
      },
    ],
    children: [{ sex: "male", givenName: "Kacper", school: "primary", birthDate: "2018-03-12" }],
  },
  {
    case: "one mobile of two parents",
    familyName: "Perrin",
    guardians: [
      { sex: "female", givenName: "Mélanie", mobile: "06 39 98 10 10", email: null },
      { sex: "male", givenName: "Sébastien", mobile: "06 39 98 10 10", email: null },
    ],
    children: [{ sex: "female", givenName: "Manon", school: "primary", birthDate: "2019-11-04" }],
  },
  {
    case: "one person with a file at each school: the primary one",
    familyName: "Bensaïd",
    guardians: [
      { sex: "female", givenName: "Nadia", mobile: "06 39 98 12 12", email: null, address: twelveTilleuls },
    ],
    children: [{ sex: "male", givenName: "Ilyès", school: "primary", birthDate: "2018-07-21" }],
  },
  {
    case: "one person with a file at each school: the other one",
    familyName: "Bensaïd",
    guardians: [
      { sex: "female", givenName: "Nadia", mobile: "+33639981212", email: null, address: twelveTilleuls },
    ],
    children: [{ sex: "female", givenName: "Sofia", school: "secondary", birthDate: "2010-02-08" }],
  },
  {
    case: "two people whom one name and one number fit: the first",
    familyName: "Lambert",
    guardians: [{ sex: "male", givenName: "Jean", mobile: "06 39 98 14 14", email: null }],
    children: [{ sex: "male", givenName: "Nolan", school: "primary", birthDate: "2017-09-30" }],
  },
  {
    case: "two people whom one name and one number fit: the second",
    familyName: "Lambert",
    guardians: [{ sex: "male", givenName: "Jean Marie", mobile: "06 39 98 14 14", email: null }],
    children: [{ sex: "female", givenName: "Alix", school: "secondary", birthDate: "2009-12-17" }],
  },
  {
    case: "siblings who bear the same name",
    familyName: "Lemaire",
    guardians: [{ sex: "female", givenName: "Virginie", mobile: "06 39 98 16 16", email: null }],
    children: [
      { sex: "male", givenName: "Louis", school: "primary", birthDate: "2018-10-02" },
      { sex: "male", givenName: "Louis", school: "secondary", birthDate: "2011-04-26" },
    ],
  },
  {
    case: "a mobile that is out of service",
    familyName: "Renaud",
    guardians: [{ sex: "male", givenName: "Thibault", mobile: "06 39 98 77 77", email: null }],
    children: [{ sex: "female", givenName: "Jade", school: "primary", birthDate: "2019-05-15" }],
  },
  {
    case: "an account that is active when the demo opens",
    familyName: "Roussel",
    guardians: [
      { sex: "female", givenName: "Émilie", mobile: "06 39 98 20 20", email: "emilie.roussel@example.org" },
    ],
    children: [{ sex: "female", givenName: "Lina", school: "secondary", birthDate: "2010-06-11" }],
  },
];
