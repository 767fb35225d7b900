import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { WordedIssueCode } from "../../issue.ts";
import { formatMessage } from "../format-message.ts";
import { french, type MessageKey } from "./catalogue.ts";

/** The values that the screens fill in. */
const params = [
  "actual",
  "characters",
  "child",
  "count",
  "current",
  "delay",
  "email",
  "identifier",
  "length",
  "maximum",
  "minimum",
  "name",
  "phone",
  "required",
  "text",
  "total",
  "triesLeft",
];

const texts = Object.entries(french).map(
  ([key, message]) =>
    [key, formatMessage(message, Object.fromEntries(params.map((name) => [name, 2])))] as const,
);

describe("the French catalogue", () => {
  it("has a text for every code of an issue, and no text without a code", () => {
    type IssueKey = Extract<MessageKey, `issue.${string}`>;
    expectTypeOf<IssueKey>().toEqualTypeOf<`issue.${WordedIssueCode | "generic" | "ofChild"}`>();
  });

  it("has no empty text, no stray space and no curly apostrophe, and writes ÉduConnect as the deck does", () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toBe("");
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/’| {2}|undefined|NaN|EduConnect/u);
    }
  });

  it("names only values that the screens fill in", () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts"))) {
      for (const [, name] of readFileSync(join(import.meta.dirname, file), "utf8").matchAll(
        /(?<!\$)\{(\w+)\}/gu,
      )) {
        expect(params, file).toContain(name);
      }
    }
  });
});

describe("formatMessage", () => {
  it("fills in known values and leaves out unknown ones", () => {
    expect(formatMessage("Étape {current} sur {total}", { current: 1, total: 4 })).toBe("Étape 1 sur 4");
    expect(formatMessage("{a}{b}", { a: "{b}" })).toBe("{b}");
  });

  it("keeps French punctuation on the line of its word, and does not change filled-in values", () => {
    expect(formatMessage("Oublié ? Non ! Oui ; « Ici » : à 12:30, sur https://a.example/?b")).toBe(
      "Oublié\u202f? Non\u202f! Oui\u202f; «\u00a0Ici\u00a0»\u00a0: à 12:30, sur https://a.example/?b",
    );
    expect(formatMessage("Parmi {characters} :", { characters: "! ? ; :" })).toBe("Parmi ! ? ; :\u00a0:");
    expect(formatMessage({ count: "count", other: "{count} ?" }, { count: 2 })).toBe("2\u202f?");
  });

  it("agrees in number", () => {
    expect(formatMessage(french["issue.triesLeft"], { triesLeft: 0 })).toBe("Il vous reste 0 essai.");
    expect(formatMessage(french["issue.triesLeft"], { triesLeft: 1 })).toBe("Il vous reste 1 essai.");
    expect(formatMessage(french["password.rulesLeft"], { count: 3 })).toBe("Encore 3 règles à respecter.");
  });
});
