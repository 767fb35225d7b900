import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { foldName, nameTokens } from "./fold-name.ts";

describe("foldName", () => {
  it.each([
    ["Éloïse", "eloise"],
    ["FRANÇOIS", "francois"],
    ["Œuvrard", "oeuvrard"],
    ["Lætitia", "laetitia"],
    ["Strauß", "strauss"],
    ["STRAUẞ", "strauss"],
    ["Sørensen", "sorensen"],
    ["Łukasz", "lukasz"],
    ["Đặng", "dang"],
    ["Guðrún", "gudrun"],
    ["Þór", "thor"],
    ["Ħamrun", "hamrun"],
    ["Yıldız", "yildiz"],
    ["İbrahim", "ibrahim"],
    ["Ŋgoma", "ngoma"],
    ["Əliyev", "eliyev"],
    ["Nguyễn", "nguyen"],
    ["Nguyễn", "nguyen"],
    ["Gal·la", "galla"],
    ["Gaŀla", "galla"],
    ["ﬁona", "fiona"],
    ["ＭＡＲＴＩＮ", "martin"],
    ["𝐌𝐚𝐫𝐭𝐢𝐧", "martin"],
    ["Ǆaja", "dzaja"],
  ])("spells %s as %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it.each(["'", "’", "‘", "ʼ", "ʻ", "ʾ", "ʿ", "`", "´", "′", "＇", "ꞌ"])(
    "drops the apostrophe %s",
    (apostrophe) => {
      expect(foldName(`d${apostrophe}Artagnan`)).toBe("dartagnan");
      expect(nameTokens(`d${apostrophe}Artagnan`)).toEqual(["dartagnan"]);
    },
  );

  it("drops spaces, hyphens, double hyphens, digits and invisible characters", () => {
    expect(foldName(" Le\u00a0Goff‑Martin--Petit—2 \u200b\u00ad")).toBe("legoffmartinpetit");
  });

  it.each(["", "   ", "Иванова", "محمد", "王小明", "Ωνάσης", "김", "--", "😀", "\ud800", "\u0301"])(
    "finds no letter a–z in %j",
    (text) => {
      expect(foldName(text)).toBe("");
      expect(nameTokens(text)).toEqual([]);
    },
  );

  it("does not mistake object members for letters", () => {
    expect(foldName("constructor__proto__")).toBe("constructorproto");
  });

  it("gives only a–z, idempotently, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldName(text);
        expect(folded).toMatch(/^[a-z]*$/);
        expect(foldName(folded)).toBe(folded);
      }),
    );
  });

  it("does not depend on case or on the normalisation form", () => {
    const letter = fc.constantFrom(..."aàâäæbcçdđeéèêëfghiîïjklłmnñoôöœøpqrsßtuùûüvwxyÿzþ -'");
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        const folded = foldName(text);
        expect(foldName(text.toUpperCase())).toBe(folded);
        expect(foldName(text.normalize("NFD"))).toBe(folded);
        expect(foldName(text.normalize("NFC"))).toBe(folded);
      }),
    );
  });
});

describe("nameTokens", () => {
  it.each([
    ["Jean-Pierre", ["jean", "pierre"]],
    ["Jean, Paul, Marie", ["jean", "paul", "marie"]],
    ["MARTIN--PETIT", ["martin", "petit"]],
    ["de La Tour d'Auvergne", ["de", "la", "tour", "dauvergne"]],
    ["N'Golo", ["ngolo"]],
    ["Sœur Marie", ["soeur", "marie"]],
    ["Anne\u200b-Laure", ["anne", "laure"]],
    ["Иван Martin", ["martin"]],
  ])("splits %s", (text, tokens) => {
    expect(nameTokens(text)).toEqual(tokens);
  });

  it("gives what foldName gives when joined", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(nameTokens(text).join("")).toBe(foldName(text));
      }),
    );
  });
});
