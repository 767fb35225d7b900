import { isEmailSyntax, matchesPartialBirthDate, normalizeEmail } from "@educonnect-activation/core";
import { FranceConnectError, type FranceConnectIdentity } from "../ports/france-connect.ts";

/** Civil status knows no limit; given names and family names of over 50 characters exist, of over 255 do not. */
const longestName = 255;
const longestEmail = 254;

/** Control characters, lone surrogates, line separators, and what turns the direction of writing (Unicode, UAX #9). */
const unwritable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The part of an identity that claims tell; who they are about is checked before. */
export type CivilStatus = Pick<
  FranceConnectIdentity,
  "givenName" | "familyName" | "preferredUsername" | "birthDate" | "email"
>;

/**
 * Reads the "identité pivot" of signed claims (FranceConnect, "Les données usagers"; OpenID Connect Core 1.0, section 5.1).
 *
 * The family name is required, everything else may be missing or empty. An address that is none counts as missing, because it proves nothing;
 * anything else malformed means that the answer was not understood.
 *
 * @throws {FranceConnectError} `refused`
 */
export function readIdentity(claims: Readonly<Record<string, unknown>>): CivilStatus {
  const familyName = readName(claims, "family_name");
  if (familyName === "") throw new FranceConnectError("refused", "userinfo_family_name");
  return {
    familyName,
    givenName: readName(claims, "given_name"),
    preferredUsername: readName(claims, "preferred_username") || null,
    birthDate: readBirthDate(claims["birthdate"]),
    email: readEmail(claims["email"]),
  };
}

function readName(claims: Readonly<Record<string, unknown>>, claim: string): string {
  const value = claims[claim] ?? "";
  // Bounded before it is normalized, which takes time with length.
  if (typeof value !== "string" || value.length > 4 * longestName || unwritable.test(value)) {
    throw new FranceConnectError("refused", `userinfo_${claim}`);
  }
  const name = value.normalize("NFC").trim();
  if (name.length > longestName) throw new FranceConnectError("refused", `userinfo_${claim}`);
  return name;
}

function readBirthDate(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  // A date that may be compared with others compares equal to itself.
  if (typeof value === "string" && matchesPartialBirthDate(value, value)) return value;
  throw new FranceConnectError("refused", "userinfo_birthdate");
}

function readEmail(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longestEmail) return null;
  const email = normalizeEmail(value);
  return isEmailSyntax(email) ? email : null;
}
