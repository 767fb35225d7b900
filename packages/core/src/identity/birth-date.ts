import { asciiDigits } from "./ascii-digits.ts";

/** A date of the Gregorian calendar as ISO text `YYYY-MM-DD`, without a time zone; see {@link isCalendarDate}. */
export type CalendarDate = string;

/** The three texts of a date as typed (JJ, MM, AAAA). */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What is wrong with one part of a typed date. */
export interface BirthDateIssue {
  readonly code:
    | "birth_date_empty"
    | "birth_date_not_digits"
    | "birth_date_day_out_of_range"
    | "birth_date_month_out_of_range"
    | "birth_date_two_digit_year"
    | "birth_date_year_malformed"
    | "birth_date_impossible"
    | "birth_date_in_future"
    | "birth_date_too_old";
  readonly field: "day" | "month" | "year";
}

/** The date, or every part that is wrong, in the order of the fields. */
export type ParsedBirthDate =
  | { readonly date: CalendarDate }
  | { readonly issues: readonly BirthDateIssue[] };

/** The longest life on record is 122 years; beyond this age the year is a typing mistake. */
const oldestAgeYears = 130;

/**
 * Parses a birth date typed as day, month and year.
 *
 * Spaces around, days and months of one digit (`5`) and the digits of other scripts (see `asciiDigits`) are understood.
 * Each part gets its own issue:
 * - `birth_date_empty`: nothing typed there;
 * - `birth_date_not_digits`: anything but digits, signs included;
 * - `birth_date_day_out_of_range` (1 to 31), `birth_date_month_out_of_range` (1 to 12);
 * - `birth_date_two_digit_year`: `15` could be 1915 or 2015, so it is not guessed;
 * - `birth_date_year_malformed`: any other number of digits than four, or `0000`.
 *
 * Parts that are right alone but not together get one issue: `birth_date_impossible` at the day (31/02, and 29/02
 * out of leap years), `birth_date_in_future` or `birth_date_too_old` (more than 130 years before `today`) at the year.
 *
 * Source: the deck's fields JJ MM AAAA; the issue codes and the oldest age are this project's.
 *
 * @param today the present date where the person is; a birth on that date is accepted.
 * @throws TypeError when `today` is not a calendar date.
 */
export function parseBirthDate(typed: TypedDate, today: CalendarDate): ParsedBirthDate {
  if (!isCalendarDate(today)) throw new TypeError(`today must be a date YYYY-MM-DD, not ${today}`);
  const day = asciiDigits(typed.day).trim();
  const month = asciiDigits(typed.month).trim();
  const year = asciiDigits(typed.year).trim();
  const issues = [
    ...checkPart("day", day, (digits) => !isBetween(digits, 31) && "birth_date_day_out_of_range"),
    ...checkPart("month", month, (digits) => !isBetween(digits, 12) && "birth_date_month_out_of_range"),
    ...checkPart("year", year, yearIssue),
  ];
  if (issues.length > 0) return { issues };

  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isCalendarDate(date)) return { issues: [{ code: "birth_date_impossible", field: "day" }] };
  if (date > today) return { issues: [{ code: "birth_date_in_future", field: "year" }] };
  if (Number(today.slice(0, 4)) - Number(year) > oldestAgeYears) {
    return { issues: [{ code: "birth_date_too_old", field: "year" }] };
  }
  return { date };
}

/**
 * Tells whether a text is a date `YYYY-MM-DD` that exists in the Gregorian calendar, from year 0001 to 9999.
 *
 * Source: ISO 8601-1, extended format of a complete calendar date.
 */
export function isCalendarDate(text: string): boolean {
  const parts = readParts(text);
  if (parts === undefined || parts.year === 0) return false;
  return (
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= daysInMonth(parts.year, parts.month)
  );
}

/**
 * Writes a date as French screens do, `JJ/MM/AAAA`.
 *
 * @throws TypeError when `date` is not a calendar date.
 */
export function formatCalendarDate(date: CalendarDate): string {
  if (!isCalendarDate(date)) throw new TypeError(`not a date YYYY-MM-DD: ${date}`);
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/**
 * Compares a birth date from FranceConnect, whose month and day may be `00` for people whose exact date is unknown,
 * with a recorded one.
 *
 * Known parts must be equal; a part that is `00` on either side is ignored. A date without a year, with an unknown month but a
 * known day, or that is malformed matches nothing. The fewer parts are known, the weaker the proof: a caller that needs
 * an exact date checks the claimed one with {@link isCalendarDate} first.
 *
 * Source: FranceConnect, identité pivot (`birthdate`, people « présumés nés »); OpenID Connect Core 1.0, section 5.1.
 */
export function matchesPartialBirthDate(claimed: string, recorded: string): boolean {
  const left = readPartialDate(claimed);
  const right = readPartialDate(recorded);
  if (left === undefined || right === undefined || left.year !== right.year) return false;
  return agrees(left.month, right.month) && agrees(left.day, right.day);
}

type IssueCode = BirthDateIssue["code"];

/** Finds what is wrong with a part: it is missing, it has characters other than digits, or `isWrong` reports it. */
function checkPart(
  field: BirthDateIssue["field"],
  text: string,
  isWrong: (digits: string) => IssueCode | false,
): BirthDateIssue[] {
  if (text === "") return [{ code: "birth_date_empty", field }];
  const code = /^[0-9]+$/.test(text) ? isWrong(text) : "birth_date_not_digits";
  return code === false ? [] : [{ code, field }];
}

function isBetween(digits: string, largest: number): boolean {
  return digits.length < 3 && Number(digits) >= 1 && Number(digits) <= largest;
}

function yearIssue(digits: string): IssueCode | false {
  if (digits.length === 2) return "birth_date_two_digit_year";
  return (digits.length !== 4 || digits === "0000") && "birth_date_year_malformed";
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readParts(text: string): DateParts | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return undefined;
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) };
}

function readPartialDate(text: string): DateParts | undefined {
  const parts = readParts(text);
  if (parts === undefined || parts.year === 0) return undefined;
  if (parts.month === 0) return parts.day === 0 ? parts : undefined;
  return isCalendarDate(parts.day === 0 ? `${text.slice(0, 8)}01` : text) ? parts : undefined;
}

function agrees(left: number, right: number): boolean {
  return left === 0 || right === 0 || left === right;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
