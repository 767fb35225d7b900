/** Those of the family's directory, and some of their names, as civil status knows them. */
export const civilPeople = [
  civil("claire", "Claire Marie Louise", "MARTIN", { preferredUsername: "MARTIN" }),
  civil("namesake", "Claire", "MARTIN", { birthDate: "1979-01-01" }),
  civil("year-only", "Claire", "MARTIN", { birthDate: "1980-00-00" }),
  civil("other-year-only", "Claire", "MARTIN", { birthDate: "1981-00-00" }),
  civil("usage-name", "Claire", "MOREAU", { preferredUsername: "Martin" }),
  civil("birth-name", "Claire", "MARTIN", { preferredUsername: "MOREAU" }),
  civil("grown-up-pupil", "Jean", "PETIT", { birthDate: "2007-05-14", gender: "male" }),
  civil("grown-up-pupil-year", "Jean", "PETIT", { birthDate: "2007-00-00", gender: "male" }),
  civil("pupils-father", "Jean", "PETIT", { gender: "male" }),
  civil("no-given-name", null, "MARTIN"),
  civil("no-mail", "Claire", "MARTIN", { email: null }),
  civil("second-name-first", "Marie Claire", "MARTIN"),
  civil("paul", "Paul", "DURAND", { gender: "male" }),
  civil("ada", "Ada", "LŒB"),
  civil("ada-unligatured", "Ada", "LOEB"),
  civil("nora", "Nora", "HADDAD"),
  civil("marc", "Marc", "PETIT", { gender: "male" }),
  civil("lucas", "Lucas", "MARTIN", { gender: "male" }),
  civil("nobody", "Personne", "INCONNU"),
  civil("sukarno", null, "SUKARNOPUTRI"),
  civil("stroke", "Łukasz", "WAŁĘSA-ŻÓŁĆ", { gender: "male" }),
  civil(
    "long-name",
    "Marie-Antoinette Joséphine-Élisabeth Bernadette-Marguerite",
    "DE LA ROCHEFOUCAULD-MONTMORENCY D'AUBIGNY-SAINTE-CROIX",
  ),
] as const;

interface Civil {
  readonly id: string;
  readonly givenName: string | null;
  readonly familyName: string;
  readonly birthDate: string;
  readonly gender: "female" | "male";
  readonly preferredUsername: string | null;
  readonly email: string | null;
}

function civil(id: string, givenName: string | null, familyName: string, more: Partial<Civil> = {}): Civil {
  return {
    id,
    givenName,
    familyName,
    birthDate: "1980-05-12",
    gender: "female",
    preferredUsername: null,
    email: `${id}@example.org`,
    ...more,
  };
}
