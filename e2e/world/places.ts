/** The portal's first page, which asks for profile, level and mode. */
export const startPath = "/";

/** The portal's page where guardians sign in and activate an account. */
export const loginPath = "/connexion";

/** The same page for pupils. */
export const pupilLoginPath = "/eleve";

/** The page that the link of a confirmation mail opens. */
export const confirmationLinkPath = "/confirmer";

/** What families have reported to the schools. */
export const reportsPath = "/demo/reports";
