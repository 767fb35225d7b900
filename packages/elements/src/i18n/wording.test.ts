import { describe, expect, it } from "vitest";
import { dateOrder, describeWait, joinNames, joinSentences } from "./wording.ts";

describe("a date", () => {
  it.each(["fr", "fr-simple", "en-GB", "ar", "pt", "es", "tr", "uk", "ro"])(
    "puts the day first in %s",
    (tag) => {
      expect(dateOrder(tag)).toEqual(["day", "month", "year"]);
    },
  );

  it.each(["zh-Hans", "ja", "hu"])("puts the year first in %s", (tag) => {
    expect(dateOrder(tag)).toEqual(["year", "month", "day"]);
  });

  it("puts the month first where a host asks for American English", () => {
    expect(dateOrder("en-US")).toEqual(["month", "day", "year"]);
  });
});

describe("a wait", () => {
  it.each([
    ["fr", 45, "dans 45 secondes"],
    ["fr-simple", 900, "dans 15 minutes"],
    ["en-GB", 900, "in 15 minutes"],
    ["es", 7200, "dentro de 2 horas"],
    ["uk", 120, "через 2 хвилини"],
    ["ro", 1200, "peste 20 de minute"],
    ["zh-Hans", 900, "15分钟后"],
  ])("agrees in number in %s", (tag, seconds, text) => {
    expect(describeWait(seconds, tag).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("has the digits that families from the Maghreb read, whatever the country of the language", () => {
    expect(describeWait(900, "ar")).toContain("15");
    expect(describeWait(900, "ar-EG")).toContain("15");
  });
});

describe("joining texts", () => {
  it.each([
    ["fr", "A, B"],
    ["en-GB", "A, B"],
    ["ar", "\u200f\u2068A\u2069، \u2068B\u2069"],
    ["zh-Hans", "A，B"],
  ])("puts the comma of %s between names", (language, joined) => {
    expect(joinNames(language, ["A", "", "B"])).toBe(joined);
  });

  it("puts a space between sentences, but in Chinese", () => {
    expect(joinSentences("fr", ["A.", "", "B."])).toBe("A. B.");
    expect(joinSentences("zh-Hans", ["甲。", "乙。"])).toBe("甲。乙。");
  });
});
