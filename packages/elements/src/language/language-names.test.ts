import { describe, expect, it } from "vitest";
import { isLanguageTag, nameOfLanguage, wordsIn } from "./language-names.ts";

describe("the names of languages", () => {
  it("are found among the kit's own alone", () => {
    for (const tag of ["constructor", "toString", "valueOf"]) expect(wordsIn(tag).label).toBe("Langue");
    expect(nameOfLanguage("fr-simple")).toBe("Français facile (FALC)");
    expect(nameOfLanguage("es")).toBe("Español");
  });

  it("are asked for tags that can be read alone", () => {
    expect(["fr", "zh-Hans", "pt-BR", "fr-simple"].filter(isLanguageTag)).toHaveLength(4);
    expect(["fr_FR", "", "é", "français facile"].filter(isLanguageTag)).toEqual([]);
  });
});
