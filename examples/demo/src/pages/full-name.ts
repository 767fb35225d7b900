/** `Prénom NOM`, the way schools write people; without a given name, the family name alone. */
export const fullName = (person: { readonly givenName: string; readonly familyName: string }): string =>
  [person.givenName, person.familyName.toLocaleUpperCase("fr")].filter((name) => name !== "").join(" ");
