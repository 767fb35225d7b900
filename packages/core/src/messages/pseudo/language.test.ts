import { describe, expect, it } from "vitest";
import { language as english } from "../en/language.ts";
import { formatMessage } from "../format-message.ts";
import { french } from "../fr/catalogue.ts";
import type { TextsOf } from "../language.ts";
import { pseudoMessages, pseudoText } from "./language.ts";

describe("the pseudo language", () => {
  it("brackets a text, widens it by a third and keeps what it names", () => {
    expect(pseudoText("Étape {current} sur {total}")).toBe("⟦Éŧáápéé {current} šúúr {total}~~~~~~⟧");
    expect(pseudoText("SMS")).toBe("⟦ŠMŠ~⟧");
    expect(pseudoText("Mot de passe").length).toBeGreaterThanOrEqual(18);
  });

  it("has every text of the French catalogue, numbers included", () => {
    expect(Object.keys(pseudoMessages)).toEqual(Object.keys(french));
    for (const key of Object.keys(french)) {
      if (key === "lang" || key === "dir") continue;
      expect(JSON.stringify(Object.entries(pseudoMessages).find(([name]) => name === key))).toContain("⟦");
    }
    expect(formatMessage(pseudoMessages["issue.triesLeft"], { triesLeft: 1 })).toMatch(
      /^⟦.* 1 ééššááíí\.~*⟧$/u,
    );
  });
});

describe("a catalogue", () => {
  it("fails the compile without one of its texts, or with one too many", () => {
    const signIn = english["sign-in"];
    const { "notice.retry": retry, ...rest } = signIn;
    // @ts-expect-error -- `notice.retry` is missing.
    const incomplete: TextsOf<"sign-in"> = rest;
    // @ts-expect-error -- `notice.rety` is no text.
    const misspelt: TextsOf<"sign-in"> = { ...rest, "notice.retry": retry, "notice.rety": retry };
    expect([Object.keys(incomplete).length, Object.keys(misspelt).length]).toEqual([
      Object.keys(signIn).length - 1,
      Object.keys(signIn).length + 1,
    ]);
  });
});
