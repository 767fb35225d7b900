export interface IdentityProvider {
  readonly id: string;
  readonly name: string;
}

/** The identity providers FranceConnect offers to the public, by name only. */
export const identityProviders: readonly IdentityProvider[] = [
  { id: "impots", name: "impots.gouv.fr" },
  { id: "assurance-maladie", name: "L’Assurance Maladie" },
  { id: "la-poste", name: "L’Identité Numérique La Poste" },
  { id: "msa", name: "MSA" },
  { id: "yris", name: "Yris" },
  { id: "france-identite", name: "France Identité" },
];
