/** Which claims a scope stands for, as FranceConnect v2 publishes them. */
export const claimsOfScopes: Readonly<Record<string, readonly string[]>> = {
  openid: ["sub"],
  identite_pivot: [
    "given_name",
    "given_name_array",
    "family_name",
    "birthdate",
    "gender",
    "birthplace",
    "birthcountry",
  ],
  profile: ["given_name", "given_name_array", "family_name", "birthdate", "gender", "preferred_username"],
  birth: ["birthplace", "birthcountry"],
  given_name: ["given_name", "given_name_array"],
  family_name: ["family_name"],
  birthdate: ["birthdate"],
  gender: ["gender"],
  birthplace: ["birthplace"],
  birthcountry: ["birthcountry"],
  preferred_username: ["preferred_username"],
  email: ["email"],
  amr: ["amr"],
};

/** The claims of these scopes, each once. */
export function claimsOf(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.flatMap((scope) => claimsOfScopes[scope] ?? []))];
}
