/** The guardian whose account is active when the demo opens, and the password she chose. */
export const activeAccount = {
  givenName: "Émilie",
  familyName: "Roussel",
  email: "emilie.roussel@example.org",
  password: "Tournesol-bleu42!",
} as const;
