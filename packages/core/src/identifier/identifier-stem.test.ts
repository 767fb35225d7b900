import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { identifierStem, isIdentifierStem } from "./identifier-stem.ts";

describe("identifierStem", () => {
  it.each([
    ["Camille", "MARTIN", "c.martin"],
    ["Élodie", "Lefèvre", "e.lefevre"],
    ["Œdipe", "Œuvrard", "o.oeuvrard"],
    ["Þór", "Guðmundsson", "t.gudmundsson"],
    ["ʻAlohilani", "d’Artagnan", "a.dartagnan"],
    ["Jean-Pierre", "de La Tour d'Auvergne", "j.delatourdauvergne"],
    ["Marie Claire", "MARTIN--PETIT", "m.martinpetit"],
    ["Andry", "Rakotondrainibeharivony", "a.rakotondrainibehariv"],
    ["Ｐａｕｌ", "ＮＯＭ", "p.nom"],
    ["", "Martin", "x.martin"],
    ["Иван", "Martin", "x.martin"],
    ["Иван", "Иванов", "x.nom"],
    ["Paul", "王", "p.nom"],
    ["", "", "x.nom"],
    ["-", " -- ", "x.nom"],
    ["Иван Paul", "محمد Ben Ali", "p.benali"],
  ])("makes from %s %s the stem %s", (givenName, familyName, stem) => {
    expect(identifierStem({ givenName, familyName })).toBe(stem);
  });

  it("uses the fallbacks of the deployment", () => {
    const fallbacks = { initial: "z", familyName: "inconnu" };
    expect(identifierStem({ givenName: "", familyName: "王" }, fallbacks)).toBe("z.inconnu");
    expect(identifierStem({ givenName: "Paul", familyName: "Nom" }, fallbacks)).toBe("p.nom");
  });

  it.each([
    { initial: "", familyName: "nom" },
    { initial: "xx", familyName: "nom" },
    { initial: "É", familyName: "nom" },
    { initial: "x", familyName: "" },
    { initial: "x", familyName: "nom12" },
    { initial: "x", familyName: "a".repeat(21) },
  ])("refuses the fallbacks %j", (fallbacks) => {
    expect(() => identifierStem({ givenName: "Paul", familyName: "Nom" }, fallbacks)).toThrow(TypeError);
  });

  it("is well formed for any names", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(text, text, (givenName, familyName) => {
        expect(isIdentifierStem(identifierStem({ givenName, familyName }))).toBe(true);
      }),
    );
  });
});

describe("isIdentifierStem", () => {
  it.each(["", "p", "p.", ".nom", "p.nom1", "P.nom", "pp.nom", "p.nom\n", `p.${"a".repeat(21)}`])(
    "refuses %j",
    (text) => {
      expect(isIdentifierStem(text)).toBe(false);
    },
  );
});
