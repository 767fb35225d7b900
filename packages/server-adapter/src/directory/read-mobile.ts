import { findPhoneTypingIssue, isPlaceholderPhone, normalizePhoneTyping } from "@educonnect-activation/core";
// The largest metadata: the smaller ones can't tell a fixed line from a number that does not exist.
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from "libphonenumber-js/max";

import type { MobileIssue } from "../ports/directory-writer.ts";

/** What a text was read as: a number in E.164, or why it is none. */
export type MobileReading =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly code: MobileIssue };

/** The calling codes that share the French national plan, in which nine digits belong to one territory (ARCEP, decision 2018-0881). */
const frenchCodes = ["33", "262", "590", "594", "596", "508"] as const;

const frenchMobile = /^\+(?:33|262|59[046]|508)([67]\d{8})$/;

/** 06 39 98 xx xx, kept for fiction and given to nobody (ARCEP, decision 2018-0881); hence no number of Mayotte, although that has the other 0639. */
const fictitious = /^63998\d{4}$/;

const textableTypes: ReadonlySet<string | undefined> = new Set(["MOBILE", "FIXED_LINE_OR_MOBILE"]);

/** A number that does not exist has no type. */
const isTextable = (phone: PhoneNumber): boolean => textableTypes.has(phone.getType());

/**
 * Reads a mobile number as people and school secretaries write it.
 *
 * All spellings of one number give the same text: `06 12…`, `0033 6…`, `+33(0)6…`, `+3306…`, full-width digits. A number of the French plan gets
 * the calling code of its territory, whatever was written before it (`0692…` and `+33 692…` are Réunion's +262; 0708 and 0709 as the
 * numbering library says). Mobiles of all other countries are taken with their code. Fixed lines, special, premium and Internet-only numbers
 * are refused (`phone_not_mobile`), and so are fillers such as `0000000000`. Idempotent: a number that it gave is read as itself.
 *
 * Source: the project's rules, "Who is a guardian"; ITU-T E.164; what numbers exist is libphonenumber's word.
 *
 * @param text anything; what is not a number is an issue, never an error
 * @param defaultRegion ISO 3166-1 code of the place where numbers were written without a calling code: with `NC`, `75 12 34` is
 *   +687 75 12 34. French numbers of ten digits are understood everywhere.
 * @throws {TypeError} for a region that has no numbering plan.
 */
export function readMobile(text: string, defaultRegion = "FR"): MobileReading {
  checkRegion(defaultRegion);
  const local = readLocal(text, defaultRegion);
  if (local !== undefined) return { ok: true, number: local };
  const typed = normalizePhoneTyping(text);
  const issue = findPhoneTypingIssue(text);
  if (issue !== undefined) return { ok: false, code: issue };
  const national = frenchMobile.exec(typed)?.[1];
  return national === undefined ? readForeign(typed) : readFrench(national);
}

/**
 * Checks where numbers are said to be written.
 *
 * @throws {TypeError} when the place has no numbering plan.
 */
export function checkRegion(region: string): asserts region is CountryCode {
  if (isSupportedCountry(region)) return;
  throw new TypeError(`There is no region "${region}"; ISO 3166-1 codes such as "FR" are known.`);
}

/** A number without calling code, as those of a region other than France write it; undefined when it is no mobile there. */
function readLocal(text: string, region: CountryCode): string | undefined {
  if (region === "FR" || isPlaceholderPhone(text)) return undefined;
  const phone = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  if (phone === undefined || phone.country !== region || phone.ext !== undefined) return undefined;
  return isTextable(phone) && !isPlaceholderPhone(phone.number) ? phone.number : undefined;
}

function readFrench(national: string): MobileReading {
  if (fictitious.test(national)) return { ok: true, number: `+33${national}` };
  for (const code of frenchCodes) {
    const phone = parsePhoneNumberFromString(`+${code}${national}`);
    if (phone !== undefined && isTextable(phone)) return { ok: true, number: phone.number };
  }
  return { ok: false, code: "phone_invalid" };
}

const lengthIssues = new Map<string | undefined, MobileIssue>([
  ["TOO_SHORT", "phone_too_short"],
  ["TOO_LONG", "phone_too_long"],
]);

function readForeign(typed: string): MobileReading {
  const phone = parsePhoneNumberFromString(typed, { extract: false });
  if (phone === undefined) return { ok: false, code: "phone_invalid" };
  if (isTextable(phone)) return { ok: true, number: phone.number };
  if (phone.isValid()) return { ok: false, code: "phone_not_mobile" };
  return { ok: false, code: lengthIssues.get(validatePhoneNumberLength(typed)) ?? "phone_invalid" };
}
