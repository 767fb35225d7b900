import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAcceptLanguage } from "./accept-language.ts";

describe("reading Accept-Language (RFC 9110, 12.5.4)", () => {
  it.each([
    ["ar", ["ar"]],
    ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", ["fr-CH", "fr", "en", "de", "*"]],
    ["en;q=0.2, tr;q=0.9,uk", ["uk", "tr", "en"]],
    ["en;q=0.5, tr;q=0.5", ["en", "tr"]],
    ["fr-simple", ["fr-simple"]],
    ["es ; Q=0.123 ,\tpt;q=1.000", ["pt", "es"]],
    ["en;q=0, ar;q=0.000, ro", ["ro"]],
    [", ,ro,,", ["ro"]],
    ["", []],
    ["en;q=2, en;q=-1, en;q=0.1234, en;level=1, e n, en_GB, toolonglanguage, 1234, <b>, ro", ["ro"]],
  ])("%s", (header, tags) => {
    expect(readAcceptLanguage(header)).toEqual(tags);
  });

  it("is nothing without the header, and where it is longer than any browser's", () => {
    expect(readAcceptLanguage(null)).toEqual([]);
    expect(readAcceptLanguage(`ar${",ar".repeat(170)}`)).toHaveLength(171);
    expect(readAcceptLanguage(`ar${",ar".repeat(171)}`)).toEqual([]);
  });

  it("takes any text without a fault, and gives nothing but tags", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (header) => {
        for (const tag of readAcceptLanguage(header)) expect(tag).toMatch(/^(?:\*|[a-z0-9-]{1,512})$/iu);
      }),
    );
  });
});
