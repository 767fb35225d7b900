/** What civil status says of a guardian beyond the school's file. */
export interface FederatedSketch {
  /** The guardian, as the directory writes the name. */
  readonly of: string;
  /** All given names, where there are more than the school knows. */
  readonly givenName?: string;
  /** `YYYY-MM-DD`, an unknown part as `00`; drawn by default. */
  readonly birthDate?: string;
  readonly gender?: "female" | "male";
  /** What this person is there to show, for whoever picks one. */
  readonly note: string;
}

/** The guardians worth trying at FranceConnect, in the order in which they are shown. */
export const federatedSketches: readonly FederatedSketch[] = [
  {
    of: "Hélène Carpentier",
    givenName: "Hélène Marie Louise",
    note: "Plusieurs prénoms, nom de naissance et nom d’usage, date connue de l’école",
  },
  { of: "Laëtitia Lecœur", note: "Ligature et tréma" },
  { of: "Łukasz Łącki", gender: "male", note: "Lettres barrées" },
  { of: "Rakotomalala", gender: "male", note: "Sans prénom" },
  { of: "Aminata Diallo", birthDate: "1985-00-00", note: "Jour et mois de naissance inconnus" },
  { of: "Élodie Leroy--Garnier", note: "Double nom" },
  { of: "Bénédicte de Kerguélen", note: "Sept enfants ; nom de naissance à particule" },
  { of: "Sandrine Meunier", note: "L’école ne connaît pas la date de naissance d’un enfant" },
  { of: "Nathalie Martin", note: "Deux personnes de ce nom dans les écoles" },
  { of: "Josiane Tavernier", note: "N’est la représentante légale d’aucun enfant" },
  { of: "Émilie Roussel", note: "Compte déjà actif" },
];
