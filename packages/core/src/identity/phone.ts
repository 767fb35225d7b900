import { asciiDigits } from "./ascii-digits.ts";

/** Why a typed number cannot be a mobile number that receives a code. */
export type PhoneTypingIssue =
  | "phone_empty"
  | "phone_not_digits"
  | "phone_placeholder"
  | "phone_too_short"
  | "phone_too_long"
  | "phone_not_mobile";

/** National prefixes of ten-digit numbers whose territory has a calling code of its own; all others are +33. */
const overseasPrefixes = new Map([
  ["0590", "590"],
  ["0690", "590"],
  ["0691", "590"],
  ["0262", "262"],
  ["0263", "262"],
  ["0269", "262"],
  ["0692", "262"],
  ["0693", "262"],
  ["0639", "262"],
  ["0594", "594"],
  ["0694", "594"],
  ["0596", "596"],
  ["0696", "596"],
  ["0697", "596"],
]);

/** The zero of `+3306…`. Only these codes have a trunk zero, and no number after them begins with zero. */
const trunkZeroAfterCode = /^\+(33|262|590|594|596)0(?=[1-9])/;

/** The calling codes of one and two digits; all others have three (ITU-T E.164, list of assigned country codes). */
const callingCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9][0-9]{2})([0-9]+)$/;

const e164 = /^\+[1-9][0-9]{6,14}$/;
const french = /^\+(?:33|262|590|594|596)([1-9][0-9]{8})$/;

/**
 * Brings the many ways to type a French number to one form, for the browser and as input for the server's numbering library,
 * which alone decides what a number is.
 *
 * Full-width and Arabic digits become plain; spaces, dots, dashes and brackets are removed; `00 33…`, `+33(0)6…`, `+3306…` and `06…` all
 * become `+336…` (a `(0)` after any other calling code is removed as well). Ten-digit numbers of Guadeloupe, Saint-Martin, La
 * Réunion, Mayotte, Guyane and Martinique get their own calling code: `0692 12 34 56` is +262 692 12 34 56. Shorter local
 * numbers (Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna) must be typed with their code. What is not
 * understood is returned without its separators and never guessed. The function is idempotent.
 *
 * Source: the project's rules, "Who is a guardian"; ARCEP's numbering plan; ITU-T E.164.
 *
 * @returns `+` and digits when a calling code was typed or follows from the number, otherwise what was typed without separators.
 */
export function normalizePhoneTyping(text: string): string {
  const bare = asciiDigits(text)
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s.·•,;/\\_\p{Pd}−]/gu, "")
    .replace(/^\((33|262|590|594|596)\)/, "+$1")
    .replace(/^(\(?(?:\+|00)[1-9][0-9]{0,2}\)?)\(0\)/, "$1")
    .replace(/[()[\]]/g, "")
    .replace(/^00(?=[1-9])/, "+")
    .replace(trunkZeroAfterCode, "+$1");
  if (!/^0[1-9][0-9]{8}$/.test(bare)) return bare;
  return `+${overseasPrefixes.get(bare.slice(0, 4)) ?? "33"}${bare.slice(1)}`;
}

/**
 * Finds what is certainly wrong with a number while it is still in the field.
 *
 * Undefined means that no mistake is known, not that the number exists. Codes: `phone_empty`;
 * `phone_not_digits` (letters or signs, a `+` elsewhere than in front); `phone_placeholder`; `phone_too_short` and
 * `phone_too_long` (10 digits for a French number, 7 to 15 after `+` for any other: ITU-T E.164, section 6.2);
 * `phone_not_mobile` (a French number that does not begin with 06 or 07).
 */
export function findPhoneTypingIssue(text: string): PhoneTypingIssue | undefined {
  const number = normalizePhoneTyping(text);
  if (number === "" || number === "+") return "phone_empty";
  if (!/^\+?[0-9]+$/.test(number)) return "phone_not_digits";
  if (isPlaceholderPhone(number)) return "phone_placeholder";
  const frenchCode = /^\+(33|262|59[046])/.exec(number)?.[1];
  const isForeign = number.startsWith("+") && frenchCode === undefined;
  const [shortest, longest] = isForeign ? [7, 15] : [9, 9];
  const prefixLength = isForeign ? 1 : `+${frenchCode ?? ""}`.length;
  const nationalLength = number.length - prefixLength;
  if (nationalLength < shortest) return "phone_too_short";
  if (nationalLength > longest) return "phone_too_long";
  return !isForeign && !/^\+[0-9]{2,3}[67][0-9]{8}$/.test(number) ? "phone_not_mobile" : undefined;
}

/**
 * Tells whether a number was only written to fill a compulsory field: one digit repeated (`0000000000`, `06 66 66 66 66`),
 * zeros after the prefix (`0600000000`), or digits that count up (`0123456789`).
 *
 * @param text a number in any spelling that {@link normalizePhoneTyping} understands.
 */
export function isPlaceholderPhone(text: string): boolean {
  const number = normalizePhoneTyping(text);
  const digits = callingCode.exec(number)?.[2] ?? number;
  return /^0?([0-9])\1{5,}$/.test(digits) || /^0?[1-9]0{7,}$/.test(digits) || /^0?123456789?0?$/.test(digits);
}

/**
 * Writes a number for people: French ones as at home (`06 12 34 56 78`, `0692 12 34 56`), all others with their calling
 * code, then pairs of digits (`+687 75 12 34`).
 *
 * @param number in E.164: `+` and 7 to 15 digits.
 * @throws TypeError when it is not.
 */
export function formatPhone(number: string): string {
  if (!e164.test(number)) throw new TypeError("a telephone number must be in E.164, as +33612345678");
  const [, national] = french.exec(number) ?? [];
  if (national !== undefined) {
    const digits = `0${national}`;
    return number.startsWith("+33") ? pairs(digits) : `${digits.slice(0, 4)} ${pairs(digits.slice(4))}`;
  }
  const [, code = "", rest = ""] = callingCode.exec(number) ?? [];
  return `+${code} ${pairs(rest)}`;
}

/**
 * Masks a number for a screen that must not disclose it: `+33 •• •• •• 12`.
 *
 * The calling code and the last two digits stay; the number of dots is constant, so that it does not reveal the length.
 * A number that is not in E.164 becomes `•• •• •• ••`.
 */
export function maskPhone(number: string): string {
  const [, code] = e164.test(number) ? (callingCode.exec(number) ?? []) : [];
  return code === undefined ? "•• •• •• ••" : `+${code} •• •• •• ${number.slice(-2)}`;
}

/** Groups digits in pairs from the right; an odd digit joins the first pair. */
function pairs(digits: string): string {
  const first = digits.length % 2 === 0 ? 2 : 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/../g) ?? [])].join(" ");
}
