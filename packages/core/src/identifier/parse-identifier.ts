import { asciiDigits } from "../identity/ascii-digits.ts";

/** The most characters an identifier has: `p.`, 20 letters and 9 digits. */
export const identifierMaxLength = 31;

/** What is wrong with a typed identifier. */
export interface IdentifierIssue {
  readonly code:
    | "identifier_empty"
    | "identifier_is_email"
    | "identifier_too_long"
    | "identifier_character"
    | "identifier_malformed";
}

/** A typed identifier in its stored form, with its parts. */
export interface ParsedIdentifier {
  /** The form that is stored and compared: `p.nom12`. */
  readonly identifier: string;
  /** The part that comes from the names: `p.nom`. */
  readonly stem: string;
  /** Two to nine digits, as text: `12`. */
  readonly number: string;
}

/** The identifier, or the reason why there is none. */
export type IdentifierParsing = ParsedIdentifier | { readonly issues: readonly [IdentifierIssue] };

const shape = /^([a-z]\.[a-z]{1,20})([0-9]{2,9})$/;

/**
 * Parses an identifier as people type it: in any case, with spaces around or inside, with invisible characters from copying,
 * with full-width forms and the digits of other scripts. `P.NOM12`, ` p.nom12 ` and `ｐ．ｎｏｍ１２` are one account.
 *
 * There is one issue at most: `identifier_empty`; `identifier_is_email` (a mail address was typed instead); `identifier_too_long`
 * (over 31 characters); `identifier_character` (anything but letters a–z, digits and the dot: an accent, a hyphen);
 * `identifier_malformed` (the right characters in another shape than `p.nom12`). No issue tells whether an account
 * exists.
 *
 * Source: the deck, « Identifiant au format p.nomXX » and `P.NOM12` on its letter.
 */
export function parseIdentifier(text: string): IdentifierParsing {
  const identifier = asciiDigits(text)
    .replace(/[\s\p{Cf}]/gu, "")
    .toLowerCase();
  if (identifier === "") return refuse("identifier_empty");
  if (identifier.includes("@")) return refuse("identifier_is_email");
  if (identifier.length > identifierMaxLength) return refuse("identifier_too_long");
  if (!/^[a-z0-9.]+$/.test(identifier)) return refuse("identifier_character");
  const [, stem, number] = shape.exec(identifier) ?? [];
  return stem === undefined || number === undefined
    ? refuse("identifier_malformed")
    : { identifier, stem, number };
}

/** Gives the stored form of a typed identifier, `p.nom12`, or undefined for a malformed one; see {@link parseIdentifier}. */
export function normalizeIdentifier(text: string): string | undefined {
  const parsing = parseIdentifier(text);
  return "identifier" in parsing ? parsing.identifier : undefined;
}

/**
 * Writes an identifier as screens and letters show it: `P.NOM12` (the deck's spelling).
 *
 * @throws TypeError for a malformed identifier.
 */
export function formatIdentifier(identifier: string): string {
  const normalized = normalizeIdentifier(identifier);
  if (normalized === undefined) throw new TypeError("an identifier has the shape p.nom12");
  return normalized.toUpperCase();
}

function refuse(code: IdentifierIssue["code"]): IdentifierParsing {
  return { issues: [{ code }] };
}
