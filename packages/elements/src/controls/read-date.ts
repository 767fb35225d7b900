import { asciiDigits, parseBirthDate, type Issue } from "@educonnect-activation/core";
import type { DatePart } from "../i18n/wording.ts";
import { textOf } from "./text-field.ts";

/** The parts of a date, as fields are named. */
export const dateParts = ["day", "month", "year"] as const;

/** Codes about the date as a whole, which mark all its parts. */
const wholeDateCodes = new Set(["birth_date_missing", "birth_date_impossible", "birth_date_wrong"]);

/** Tells whether an issue marks a part of its date; one that names no part marks the first. */
export function marksPart(issue: Issue, part: DatePart, first: DatePart): boolean {
  return wholeDateCodes.has(issue.code) || (issue.field ?? first) === part;
}

/**
 * Reads a date from three fields.
 *
 * @param suffix what the names of the fields end in, after `day`, `month` and `year`.
 * @param now the present time (epoch seconds), which makes today's date where the person is.
 * @param order the parts as they stand on the screen.
 * @returns the date, or what is wrong with it, each thing once, in the order of the fields.
 */
export function readDate(
  data: FormData,
  suffix: string,
  now: number,
  order: readonly DatePart[],
): { readonly date: string } | { readonly issues: readonly Issue[] } {
  const [day, month, year] = dateParts.map((part) => textOf(data, part + suffix).trim());
  if (!day && !month && !year) return { issues: [{ code: "birth_date_missing", field: order[0] ?? "day" }] };
  const parsed = parseBirthDate({ day: day ?? "", month: month ?? "", year: year ?? "" }, dateAt(now));
  if ("date" in parsed) return parsed;
  const placeOf = ({ field }: Issue) => order.findIndex((part) => part === field);
  const issues = parsed.issues.toSorted((one, other) => placeOf(one) - placeOf(other));
  const firsts = new Map(issues.toReversed().map((issue) => [issue.code, issue]));
  return { issues: issues.filter((issue) => firsts.get(issue.code) === issue) };
}

function dateAt(epochSeconds: number): string {
  const date = new Date(epochSeconds * 1000);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

const isYear = (digits: string | undefined) => /^(?:19|20)\d\d$/u.test(digits ?? "");

/** Splits a date pasted in one piece: `12/03/2015`, `2015-3-12`, `2015年3月12日`, `12032015`, `20150312`. */
export function splitDate(text: string): Readonly<Record<DatePart, string>> | null {
  const plain = asciiDigits(text).trim();
  const [, year, month, day] = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D?$/u.exec(plain) ?? [];
  if (year && month && day) return { day, month, year };
  const parts = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/u.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(plain);
  const [, first, second, third] = parts ?? [];
  if (!first || !second || !third) return null;
  // In eight digits without separators the year is the four digits that can be a year.
  const startsWithYear = !isYear(third) && isYear(first + second);
  return startsWithYear
    ? { day: third.slice(2), month: third.slice(0, 2), year: first + second }
    : { day: first, month: second, year: third };
}
