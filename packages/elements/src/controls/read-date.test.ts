import { describe, expect, it } from "vitest";
import { readDate, splitDate } from "./read-date.ts";

const now = Date.UTC(2026, 8, 1) / 1000;
const typed = (day: string, month: string, year: string) => {
  const data = new FormData();
  data.set("day", day);
  data.set("month", month);
  data.set("year", year);
  return data;
};

describe("a date typed in three fields", () => {
  it("is the same in whatever order they stand", () => {
    const data = typed("2", "3", "2015");
    expect(readDate(data, "", now, ["day", "month", "year"])).toEqual({ date: "2015-03-02" });
    expect(readDate(data, "", now, ["year", "month", "day"])).toEqual({ date: "2015-03-02" });
  });

  it("lacks its first field when it is empty", () => {
    const missing = (order: Parameters<typeof readDate>[3]) => readDate(typed("", "", ""), "", now, order);
    expect(missing(["day", "month", "year"])).toEqual({
      issues: [{ code: "birth_date_missing", field: "day" }],
    });
    expect(missing(["year", "month", "day"])).toEqual({
      issues: [{ code: "birth_date_missing", field: "year" }],
    });
  });

  it("tells what is wrong in the order of the fields", () => {
    const read = readDate(typed("42", "13", "15"), "", now, ["year", "month", "day"]);
    expect("issues" in read && read.issues.map(({ field }) => field)).toEqual(["year", "month", "day"]);
  });
});

describe("a date pasted in one piece", () => {
  it.each(["12/03/2015", "12 03 2015", "2015-03-12", "2015/03/12", "12032015", "20150312", "2015年03月12日"])(
    "is read from %s",
    (text) => {
      expect(splitDate(text)).toEqual({ day: "12", month: "03", year: "2015" });
    },
  );

  it("has its day first where eight digits could be read either way", () => {
    expect(splitDate("20102012")).toEqual({ day: "20", month: "10", year: "2012" });
  });

  it.each(["12", "12/03", "le 12 mars 2015", "99999999999"])("is not found in %s", (text) => {
    expect(splitDate(text)).toBeNull();
  });
});
