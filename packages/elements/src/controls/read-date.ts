import { asciiDigits, parseBirthDate, type Issue } from "@educonnect-activation/core";
import { textOf } from "./text-of.ts";

/** The parts of a date, as fields are named. */
export const dateParts = ["day", "month", "year"] as const;

/** One part of a date. */
export type DatePart = (typeof dateParts)[number];

/** Codes about the date as a whole, which mark all its parts. */
const wholeDateCodes = new Set(["birth_date_missing", "birth_date_impossible", "birth_date_wrong"]);

/** Tells whether an issue marks a part of its date. */
export function marksPart(issue: Issue, part: DatePart): boolean {
  return wholeDateCodes.has(issue.code) || (issue.field ?? "day") === part;
}

/**
 * Reads a date from three fields.
 *
 * @param suffix what the names of the fields end in, after `day`, `month` and `year`.
 * @param now the present time (epoch seconds), which makes today's date where the person is.
 * @returns the date, or what is wrong with it, each thing once.
 */
export function readDate(
  data: FormData,
  suffix: string,
  now: number,
): { readonly date: string } | { readonly issues: readonly Issue[] } {
  const [day, month, year] = dateParts.map((part) => textOf(data, part + suffix).trim());
  if (!day && !month && !year) return { issues: [{ code: "birth_date_missing", field: "day" }] };
  const parsed = parseBirthDate({ day: day ?? "", month: month ?? "", year: year ?? "" }, dateAt(now));
  if ("date" in parsed) return parsed;
  const firsts = new Map(parsed.issues.toReversed().map((issue) => [issue.code, issue]));
  return { issues: parsed.issues.filter((issue) => firsts.get(issue.code) === issue) };
}

function dateAt(epochSeconds: number): string {
  const date = new Date(epochSeconds * 1000);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** Splits a date pasted in one piece: `12/03/2015`, `12 03 2015`, `2015-03-12`, `12032015`. */
export function splitDate(text: string): readonly [string, string, string] | null {
  const plain = asciiDigits(text).trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(plain) ?? [];
  if (year && month && day) return [day, month, year];
  const [, first, second, third] =
    /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/u.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(plain) ?? [];
  return first && second && third ? [first, second, third] : null;
}
