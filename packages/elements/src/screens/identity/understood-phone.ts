import { findPhoneTypingIssue, formatPhone, normalizePhoneTyping } from "@educonnect-activation/core";

/** Regions (ISO 3166) by what their mobile numbers begin with; the longer beginnings come first. */
const regions = [
  ["+262639", "YT"],
  ["+262", "RE"],
  ["+590", "GP"],
  ["+594", "GF"],
  ["+596", "MQ"],
  ["+687", "NC"],
  ["+689", "PF"],
  ["+681", "WF"],
  ["+508", "PM"],
] as const;

/** Scripts beside which a number would be turned round. */
const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Writes a number as it was understood, with its calling code and the territory overseas: `0692 12 34 56` is
 * « +262 692 12 34 56 (La Réunion) ». Guadeloupe stands for all that shares its code.
 *
 * @param language BCP 47 tag of the territory's name.
 * @returns null while something is known to be wrong with it, or its calling code isn't known.
 */
export function understoodPhone(typed: string, language: string): string | null {
  const number = normalizePhoneTyping(typed);
  if (findPhoneTypingIssue(typed) !== undefined || !number.startsWith("+")) return null;
  const written = formatPhone(number);
  // French numbers are written as at home, without the code that tells where that is.
  const international = written.startsWith("0") ? `${number.slice(0, -9)} ${written.slice(1)}` : written;
  const text = international.replaceAll(" ", "\u00a0");
  const region = regions.find(([start]) => number.startsWith(start))?.[1];
  if (region === undefined) return text;
  const name = new Intl.DisplayNames(language, { type: "region" }).of(region) ?? region;
  return `${isRightToLeft.test(name) ? `\u2066${text}\u2069` : text} (${name})`;
}
