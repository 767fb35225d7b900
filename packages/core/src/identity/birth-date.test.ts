import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatCalendarDate, isCalendarDate, matchesPartialBirthDate, parseBirthDate } from "./birth-date.ts";

const today = "2026-09-01";

function parse(day: string, month: string, year: string) {
  return parseBirthDate({ day, month, year }, today);
}

const dates = fc
  .date({ min: new Date("1897-01-01"), max: new Date("2026-09-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("parseBirthDate", () => {
  it.each([
    ["04", "03", "2015", "2015-03-04"],
    ["4", "3", "2015", "2015-03-04"],
    [" 4 ", "\u00a03", "2015\t", "2015-03-04"],
    ["０４", "０３", "２０１５", "2015-03-04"],
    ["٠٤", "٠٣", "٢٠١٥", "2015-03-04"],
    ["۰۴", "۰۳", "۲۰۱۵", "2015-03-04"],
    ["29", "02", "2016", "2016-02-29"],
    ["29", "02", "2000", "2000-02-29"],
    ["01", "09", "2026", "2026-09-01"],
    ["31", "12", "1896", "1896-12-31"],
  ])("reads %s %s %s", (day, month, year, date) => {
    expect(parse(day, month, year)).toEqual({ date });
  });

  it.each([
    ["", "03", "2015", "birth_date_empty", "day"],
    ["04", "  ", "2015", "birth_date_empty", "month"],
    ["04", "03", "", "birth_date_empty", "year"],
    ["4a", "03", "2015", "birth_date_not_digits", "day"],
    ["04", "mars", "2015", "birth_date_not_digits", "month"],
    ["04", "03", "2015.5", "birth_date_not_digits", "year"],
    ["-4", "03", "2015", "birth_date_not_digits", "day"],
    ["04", "+3", "2015", "birth_date_not_digits", "month"],
    ["04", "03", "2e33", "birth_date_not_digits", "year"],
    ["04", "03", "0x7d", "birth_date_not_digits", "year"],
    ["𞥐𞥔", "03", "2015", "birth_date_not_digits", "day"],
    ["0", "03", "2015", "birth_date_day_out_of_range", "day"],
    ["32", "03", "2015", "birth_date_day_out_of_range", "day"],
    ["004", "03", "2015", "birth_date_day_out_of_range", "day"],
    ["04", "00", "2015", "birth_date_month_out_of_range", "month"],
    ["04", "13", "2015", "birth_date_month_out_of_range", "month"],
    ["04", "03", "15", "birth_date_two_digit_year", "year"],
    ["04", "03", "5", "birth_date_year_malformed", "year"],
    ["04", "03", "201", "birth_date_year_malformed", "year"],
    ["04", "03", "20155", "birth_date_year_malformed", "year"],
    ["04", "03", "0000", "birth_date_year_malformed", "year"],
    ["31", "02", "2015", "birth_date_impossible", "day"],
    ["29", "02", "2015", "birth_date_impossible", "day"],
    ["29", "02", "1900", "birth_date_impossible", "day"],
    ["31", "04", "2015", "birth_date_impossible", "day"],
    ["02", "09", "2026", "birth_date_in_future", "year"],
    ["01", "01", "2027", "birth_date_in_future", "year"],
    ["31", "12", "1895", "birth_date_too_old", "year"],
    ["01", "01", "0001", "birth_date_too_old", "year"],
  ])("answers %j %j %j with %s at the %s", (day, month, year, code, field) => {
    expect(parse(day, month, year)).toEqual({ issues: [{ code, field }] });
  });

  it("reports every part that is wrong, in the order of the fields", () => {
    expect(parse("", "13", "15")).toEqual({
      issues: [
        { code: "birth_date_empty", field: "day" },
        { code: "birth_date_month_out_of_range", field: "month" },
        { code: "birth_date_two_digit_year", field: "year" },
      ],
    });
  });

  it("refuses a present date that is not a date", () => {
    expect(() => parseBirthDate({ day: "1", month: "1", year: "2015" }, "2026-9-1")).toThrow(TypeError);
  });

  it("parses every date from its parts", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parse(date.slice(8), date.slice(5, 7), date.slice(0, 4))).toEqual({ date });
      }),
    );
  });

  it("answers any strings with an existing date in the past, or with issues", () => {
    const text = fc.oneof(fc.nat(40).map(String), fc.nat(2100).map(String), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, text, text, (day, month, year) => {
        const parsed = parse(day, month, year);
        const sound =
          "date" in parsed ? isCalendarDate(parsed.date) && parsed.date <= today : parsed.issues.length > 0;
        expect(sound).toBe(true);
      }),
    );
  });
});

describe("isCalendarDate", () => {
  it.each(["2015-03-04", "2000-02-29", "0001-01-01", "9999-12-31"])("accepts %s", (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    "",
    "2015-3-4",
    "2015-02-29",
    "1900-02-29",
    "2015-00-10",
    "2015-13-10",
    "2015-01-00",
    "0000-01-01",
  ])("refuses %j", (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });

  it.each(["2015-03-04\n", "2015-03-04T00:00", "٢٠١٥-٠٣-٠٤", "+2015-03-04", "15-03-04"])(
    "refuses %j",
    (date) => {
      expect(isCalendarDate(date)).toBe(false);
    },
  );

  it("agrees with the calendar of the platform", () => {
    const part = fc.nat(40).map((number) => String(number).padStart(2, "0"));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part, part, (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isCalendarDate(text)).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("formatCalendarDate", () => {
  it("writes the French order", () => {
    expect(formatCalendarDate("2015-03-04")).toBe("04/03/2015");
  });

  it("refuses a text that is not a date", () => {
    expect(() => formatCalendarDate("2015-02-31")).toThrow(TypeError);
  });
});

describe("matchesPartialBirthDate", () => {
  it.each([
    ["1985-03-04", "1985-03-04"],
    ["1985-03-00", "1985-03-04"],
    ["1985-00-00", "1985-03-04"],
    ["1985-00-00", "1985-03-00"],
    ["1984-02-29", "1984-02-00"],
  ])("%s agrees with %s", (claimed, recorded) => {
    expect(matchesPartialBirthDate(claimed, recorded)).toBe(true);
    expect(matchesPartialBirthDate(recorded, claimed)).toBe(true);
  });

  it.each([
    ["1985-03-04", "1985-03-05"],
    ["1985-03-00", "1985-04-04"],
    ["1985-00-00", "1986-03-04"],
    ["0000-00-00", "1985-03-04"],
    ["0000-03-04", "0000-03-04"],
    ["1985-00-04", "1985-03-04"],
    ["1985", "1985-03-04"],
    ["1985-02-31", "1985-02-31"],
    ["1985-13-00", "1985-13-00"],
    ["", ""],
  ])("%s does not agree with %s", (claimed, recorded) => {
    expect(matchesPartialBirthDate(claimed, recorded)).toBe(false);
    expect(matchesPartialBirthDate(recorded, claimed)).toBe(false);
  });

  it("is equality when both dates are complete", () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(matchesPartialBirthDate(one, one)).toBe(true);
        expect(matchesPartialBirthDate(one, other)).toBe(one === other);
      }),
    );
  });
});
