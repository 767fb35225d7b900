import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  formatIdentifier,
  identifierMaxLength,
  normalizeIdentifier,
  parseIdentifier,
} from "./parse-identifier.ts";

describe("parseIdentifier", () => {
  it.each([
    "p.nom12",
    "P.NOM12",
    " p.Nom12\n",
    "p . nom 12",
    "ｐ．ｎｏｍ１２",
    "\u200bp.nom12\ufeff",
    "P.NOM١٢",
  ])("parses %j", (text) => {
    expect(parseIdentifier(text)).toEqual({ identifier: "p.nom12", stem: "p.nom", number: "12" });
  });

  it("keeps a leading zero, which an imported identifier may have", () => {
    expect(parseIdentifier("p.nom07")).toEqual({ identifier: "p.nom07", stem: "p.nom", number: "07" });
  });

  it.each([
    ["", "identifier_empty"],
    [" \u200b\t", "identifier_empty"],
    ["paul.nom@toto.fr", "identifier_is_email"],
    ["p＠nom12", "identifier_is_email"],
    [`p.${"a".repeat(30)}`, "identifier_too_long"],
    ["p.".repeat(100_000), "identifier_too_long"],
    ["é.nom12", "identifier_character"],
    ["p.le-nom12", "identifier_character"],
    ["р.nom12", "identifier_character"],
    ["p.nom12;", "identifier_character"],
    ["p.nom12\u0000", "identifier_character"],
    ["p.nom\ud800", "identifier_character"],
    ["p.NİCOLAS12", "identifier_character"],
    ["nom", "identifier_malformed"],
    ["p.nom", "identifier_malformed"],
    ["p.nom1", "identifier_malformed"],
    ["pnom12", "identifier_malformed"],
    ["paul.nom12", "identifier_malformed"],
    ["p.nom12.", "identifier_malformed"],
    ["p.12", "identifier_malformed"],
    ["p..nom12", "identifier_malformed"],
    ["p.nom1234567890", "identifier_malformed"],
    [`p.${"a".repeat(21)}12`, "identifier_malformed"],
    ["1.nom12", "identifier_malformed"],
  ])("answers %j with %s", (text, code) => {
    expect(parseIdentifier(text)).toEqual({ issues: [{ code }] });
    expect(normalizeIdentifier(text)).toBeUndefined();
  });

  it("parses any string, and parses its own results to themselves", () => {
    const sign = fc.constantFrom(..."pP.nom12 é@");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: sign }), fc.string({ unit: "binary" })), (text) => {
        const identifier = normalizeIdentifier(text) ?? "p.nom12";
        expect(normalizeIdentifier(identifier)).toBe(identifier);
        expect(identifier.length).toBeLessThanOrEqual(identifierMaxLength);
      }),
    );
  });
});

describe("formatIdentifier", () => {
  it("writes an identifier as the deck does", () => {
    expect(formatIdentifier("p.nom12")).toBe("P.NOM12");
  });

  it.each(["", "p.nom", "paul.nom@toto.fr"])("refuses %j", (text) => {
    expect(() => formatIdentifier(text)).toThrow(TypeError);
  });

  it("is parsed again as the same account", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]\.[a-z]{1,20}[0-9]{2,9}$/), (identifier) => {
        expect(normalizeIdentifier(formatIdentifier(identifier))).toBe(identifier);
      }),
    );
  });
});
