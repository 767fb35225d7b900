import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { suggestEmailCorrection } from "./email-correction.ts";

describe("suggestEmailCorrection", () => {
  it.each([
    ["gmial.com", "gmail.com"],
    ["gmai.com", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmail.cm", "gmail.com"],
    ["gmail.fr", "gmail.com"],
    ["gmail", "gmail.com"],
    ["gnail.com", "gmail.com"],
    ["hotmial.fr", "hotmail.fr"],
    ["hotmal.fr", "hotmail.fr"],
    ["hotmil.con", "hotmail.com"],
    ["ornage.fr", "orange.fr"],
    ["orang.fr", "orange.fr"],
    ["wanado.fr", "wanadoo.fr"],
    ["laposte.ent", "laposte.net"],
    ["fre.fr", "free.fr"],
    ["yaho.fr", "yahoo.fr"],
    ["outllook.fr", "outlook.fr"],
    ["iclould.com", "icloud.com"],
    ["icloud.fr", "icloud.com"],
    ["bbbox.fr", "bbox.fr"],
    ["lvie.fr", "live.fr"],
    ["GMIAL.COM", "gmail.com"],
  ])("asks about %s", (typed, meant) => {
    expect(suggestEmailCorrection(`Jean.M@${typed}`)).toBe(`Jean.M@${meant}`);
  });

  it.each([
    "gmail.com",
    "orange.fr",
    "free.fr",
    "sfr.fr",
    "neuf.fr",
    "live.fr",
    "mail.com",
    "ymail.com",
    "gmx.fr",
    "laposte.fr",
    "orange.com",
    "hotmail.it",
    "yahoo.co.uk",
    "outlook.pt",
    "ac-paris.fr",
    "mairie-lille.fr",
    "gmail.mondomaine.fr",
    "small.com",
    "",
  ])("asks nothing about %s", (domain) => {
    expect(suggestEmailCorrection(`jean@${domain}`)).toBeUndefined();
  });

  it("asks nothing about a text that is not an address", () => {
    expect(suggestEmailCorrection("gmial.com")).toBeUndefined();
    expect(suggestEmailCorrection("@gmial.com")).toBeUndefined();
  });

  it("finds a missing letter", () => {
    const domain = fc.constantFrom("gmail.com", "wanadoo.fr", "laposte.net", "hotmail.fr", "numericable.fr");
    fc.assert(
      fc.property(domain, fc.nat(), (meant, at) => {
        const place = at % meant.length;
        const typed = meant.slice(0, place) + meant.slice(place + 1);
        fc.pre(typed !== "mail.com");
        expect(suggestEmailCorrection(`a@${typed}`)).toBe(`a@${meant}`);
      }),
    );
  });

  it("keeps the local part and answers quickly for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const suggestion = suggestEmailCorrection(text) ?? text;
        expect(suggestion.slice(0, suggestion.lastIndexOf("@"))).toBe(text.slice(0, text.lastIndexOf("@")));
        expect(suggestEmailCorrection(suggestion) ?? suggestion).toBe(suggestion);
      }),
    );
  });
});
