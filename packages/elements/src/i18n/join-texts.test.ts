import { describe, expect, it } from "vitest";
import { joinNames, joinSentences } from "./join-texts.ts";

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
