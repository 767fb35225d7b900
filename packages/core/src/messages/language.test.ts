import { describe, expect, it } from "vitest";
import { findLanguage } from "./language.ts";

const available = ["fr-simple", "fr", "en", "zh-Hans"];

describe("finding a language", () => {
  it.each([
    ["fr", "fr"],
    ["fr-CA", "fr"],
    ["FR-Simple", "fr-simple"],
    ["en-US", "en"],
    ["zh-CN", "zh-Hans"],
    ["zh", "zh-Hans"],
    ["de", undefined],
    ["", undefined],
  ])("%s is %s", (tag, found) => {
    expect(findLanguage(tag, available)).toBe(found);
  });

  it("never finds easy French for French", () => {
    expect(findLanguage("fr-CA", ["fr-simple"])).toBeUndefined();
  });
});
