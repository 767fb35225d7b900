/** The portal's first page. */
export const startPath = "/";

/** The portal's page where one signs in and activates an account. */
export const loginPath = "/connexion";

/** The page that the link of a confirmation mail opens. */
export const confirmPath = "/confirmer";

/** The page of help that mails lead to. */
export const helpPath = "/aide";

/** The page that compares the ways to activate an account. */
export const methodsPath = "/methodes";
