import { foldName } from "../identity/fold-name.ts";

/** The longest family name in an identifier, in letters; the rest is cut off. */
export const identifierFamilyNameMaxLength = 20;

/** The names an identifier is made from. */
export interface IdentifierNames {
  /** Given names in the civil order; only the first letter counts. `""` when there is none. */
  readonly givenName: string;
  /** The family name the person goes by. `""` when there is none. */
  readonly familyName: string;
}

/** What replaces a name that has no letter a–z. */
export interface IdentifierFallbacks {
  /** One letter a–z, for the initial. Default `x`. */
  readonly initial: string;
  /** 1 to 20 letters a–z, for the family name. Default `nom`. */
  readonly familyName: string;
}

/** The default {@link IdentifierFallbacks}: a person whose names cannot be folded gets `x.nom` and a number. */
export const defaultIdentifierFallbacks: IdentifierFallbacks = { initial: "x", familyName: "nom" };

/**
 * Makes the part of an identifier that comes from the person's names: `p.nom`.
 *
 * The initial of the first given name that has a letter a–z once folded, a dot, then the folded family name (see
 * `foldName`), cut after 20 letters. A name without any such letter (none known, or written in Cyrillic, Arabic, Han …)
 * is replaced by its fallback. Numbers distinguish people with the same stem (see `proposeIdentifier`).
 *
 * Source: the deck, « Identifiant au format p.nomXX »; the cap and the fallbacks are this project's.
 *
 * @returns `[a-z].[a-z]{1,20}`, at most 22 characters.
 * @throws TypeError for a malformed fallback.
 */
export function identifierStem(
  names: IdentifierNames,
  fallbacks: IdentifierFallbacks = defaultIdentifierFallbacks,
): string {
  if (!/^[a-z]$/.test(fallbacks.initial)) throw new TypeError("fallbacks.initial must be one letter a-z");
  if (!/^[a-z]{1,20}$/.test(fallbacks.familyName)) {
    throw new TypeError(`fallbacks.familyName must be 1 to ${identifierFamilyNameMaxLength} letters a-z`);
  }
  const initial = foldName(names.givenName).slice(0, 1);
  const familyName = foldName(names.familyName).slice(0, identifierFamilyNameMaxLength);
  return `${initial === "" ? fallbacks.initial : initial}.${familyName === "" ? fallbacks.familyName : familyName}`;
}

/** Tells whether a text is a stem as {@link identifierStem} makes them. */
export function isIdentifierStem(text: string): boolean {
  return /^[a-z]\.[a-z]{1,20}$/.test(text);
}
