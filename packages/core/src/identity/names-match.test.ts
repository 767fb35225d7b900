import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { familyNameKeys, isSamePersonName, personNameKeys } from "./names-match.ts";

function matchesGiven(typed: string, recorded: string): boolean {
  return isSamePersonName(
    { givenName: typed, familyName: "Martin" },
    { givenName: recorded, familyName: "MARTIN" },
  );
}

function matchesFamily(typed: string, familyName: string, birthName?: string): boolean {
  const recorded = { givenName: "Camille", familyName };
  return isSamePersonName(
    { givenName: "Camille", familyName: typed },
    birthName === undefined ? recorded : { ...recorded, birthName },
  );
}

describe("given names", () => {
  it.each([
    ["Jean", "JEAN"],
    ["helene", "Hélène"],
    ["Jean", "Jean, Paul, Marie"],
    ["Jean Paul", "Jean, Paul, Marie"],
    ["Angela Claire Louise", "Angela"],
    ["Jean Pierre", "Jean-Pierre"],
    ["Jean‑Pierre", "Jean-Pierre"],
    ["Jean - Pierre", "Jean-Pierre"],
    ["Jean-Pierre", "Jean, Pierre"],
    ["Jean-Pierre Paul", "Jean-Pierre"],
    ["Jean-Pierre", "JEAN PIERRE PAUL"],
    ["Jean", "Jean, Marie-Paule"],
    ["N’Golo", "Ngolo"],
    ["", ""],
    ["-", ""],
    ["Иван", "ИВАН"],
    ["ΝΙΚΟΣ", "Νίκος".normalize("NFD").replace("\u0301", "")],
    ["محمد", "محمد"],
    ["νικοσ", "Νικος"],
    ["小明", "小明"],
  ])("%s matches %s", (typed, recorded) => {
    expect(matchesGiven(typed, recorded)).toBe(true);
    expect(matchesGiven(recorded, typed)).toBe(true);
  });

  it.each([
    ["Jeanne", "Jean"],
    ["Jean", "Jean-Pierre"],
    ["Jean", "Jean - Pierre, Paul"],
    ["Jean-Pierre", "Jean"],
    ["Jeanpierre", "Jean-Pierre"],
    ["Paul", "Jean, Paul, Marie"],
    ["Jean Marie", "Jean, Paul, Marie"],
    ["Pierre Jean", "Jean-Pierre"],
    ["", "Jean"],
    ["--", "Jean"],
    ["Иван", "Ivan"],
    ["Иvan", "van"],
    ["محمد", "محمود"],
  ])("%s does not match %s", (typed, recorded) => {
    expect(matchesGiven(typed, recorded)).toBe(false);
    expect(matchesGiven(recorded, typed)).toBe(false);
  });
});

describe("family names", () => {
  it.each([
    ["le goff", "LE GOFF"],
    ["Legoff", "Le Goff"],
    ["Martin Petit", "MARTIN--PETIT"],
    ["Martin-Petit", "MARTIN--PETIT"],
    ["Artagnan", "d'Artagnan"],
    ["d’Artagnan", "ARTAGNAN"],
    ["D ARTAGNAN", "d'Artagnan"],
    ["Dartagnan", "d'Artagnan"],
    ["La Tour", "de La Tour"],
    ["Villepin", "DE VILLEPIN"],
    ["Dangelo", "D´Angelo"],
    ["Œuvrard", "OEUVRARD"],
    ["Ｍａｒｔｉｎ", "Martin"],
    ["Де Марко", "ДЕ МАРКО"],
  ])("%s matches %s", (typed, recorded) => {
    expect(matchesFamily(typed, recorded)).toBe(true);
  });

  it.each([
    ["Martin", "MARTIN--PETIT"],
    ["Petit-Martin", "MARTIN--PETIT"],
    ["Goff", "Le Goff"],
    ["Tour", "de La Tour"],
    ["Four", "Dufour"],
    ["Artagnan", "Dartagnan"],
    ["Durand", "Durant"],
    ["", "Martin"],
    ["Martin", ""],
    ["", ""],
    ["--", "''"],
    ["de", "de Martin"],
  ])("%s does not match %s", (typed, recorded) => {
    expect(matchesFamily(typed, recorded)).toBe(false);
  });

  it("matches the birth name or the usage name", () => {
    expect(matchesFamily("Petit", "Durand", "PETIT")).toBe(true);
    expect(matchesFamily("Durand", "Durand", "PETIT")).toBe(true);
    expect(matchesFamily("Durand Petit", "Durand", "PETIT")).toBe(false);
    expect(matchesFamily("Durand", "", "DURAND")).toBe(true);
    expect(matchesFamily("", "Durand", "")).toBe(false);
  });

  it("indexes a name with and without its particle", () => {
    expect(familyNameKeys("d'Artagnan")).toEqual(["dartagnan", "artagnan"]);
    expect(familyNameKeys("de La Tour")).toEqual(["delatour", "latour"]);
    expect(familyNameKeys("De")).toEqual(["de"]);
    expect(familyNameKeys("Du Bellay")).toEqual(["dubellay"]);
    expect(familyNameKeys(" - ")).toEqual([]);
    expect(familyNameKeys("Иванова")).toEqual(["иванова"]);
  });
});

describe("isSamePersonName", () => {
  const word = fc.constantFrom("Jean", "Pierre", "Zoé", "d'Aubigné", "Œdipe", "Łukasz", "Иван", "小明");
  const name = fc
    .array(fc.tuple(word, fc.constantFrom(" ", "-", "--", ", ")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([text, gap], index) => (index === 0 ? text : gap + text)).join(""));

  it("accepts a person's own names in another spelling", () => {
    fc.assert(
      fc.property(name, name, (givenName, familyName) => {
        const typed = {
          givenName: ` ${givenName.normalize("NFD")} `,
          familyName: familyName.toUpperCase().replaceAll("'", "’"),
        };
        expect(isSamePersonName(typed, { givenName, familyName })).toBe(true);
        expect(isSamePersonName(typed, { givenName, familyName: "Xyz", birthName: familyName })).toBe(true);
      }),
    );
  });

  it("is symmetric, and neither throws nor matches an empty family name, for any string", () => {
    const text = fc.oneof(name, fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, text, text, text, (givenName, familyName, otherGiven, otherFamily) => {
        const one = { givenName, familyName };
        const other = { givenName: otherGiven, familyName: otherFamily };
        expect(isSamePersonName(one, other)).toBe(isSamePersonName(other, one));
        expect(isSamePersonName({ givenName, familyName: "" }, other)).toBe(false);
      }),
    );
  });

  it("never matches a given name with one letter more", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.stringMatching(/^[a-z]{1,4}$/), (given, more) => {
        expect(matchesGiven(given + more, given)).toBe(false);
      }),
    );
  });
});

describe("personNameKeys", () => {
  it("joins each family name with the first given name", () => {
    expect(personNameKeys({ givenName: "Jean-Pierre, Marie", familyName: "Martin" })).toEqual([
      "martin jean",
    ]);
    expect(personNameKeys({ givenName: "Zoé", familyName: "de La Tour", birthName: "D’Artagnan" })).toEqual([
      "delatour zoe",
      "latour zoe",
      "dartagnan zoe",
      "artagnan zoe",
    ]);
    expect(personNameKeys({ givenName: "Zoé", familyName: "Petit", birthName: "PETIT" })).toEqual([
      "petit zoe",
    ]);
    expect(personNameKeys({ givenName: "", familyName: "Martin" })).toEqual(["martin "]);
    expect(personNameKeys({ givenName: "Zoé", familyName: "--" })).toEqual([]);
  });

  it("fits an index however long the name is, and never splits a character", () => {
    const [key = ""] = personNameKeys({ givenName: "Zoé", familyName: "𠮷".repeat(5_000) });
    expect([...key]).toHaveLength(128);
    expect(key.isWellFormed()).toBe(true);
  });

  it("gives matching names a common key", () => {
    const word = fc.constantFrom(
      "Jean",
      "jean",
      "Pierre",
      "Zoé",
      "d'Aubigné",
      "AUBIGNE",
      "de",
      "Le",
      "Иван",
      "小明",
    );
    const gap = fc.constantFrom(" ", "-", "--", ", ", "'", "");
    const name = fc.array(fc.tuple(word, gap), { maxLength: 3 }).map((parts) => parts.flat().join(""));
    const text = fc.oneof({ weight: 4, arbitrary: name }, fc.string({ unit: "binary" }));
    let same = 0;
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        text,
        (givenName, familyName, otherGiven, otherFamily, birthName) => {
          const typed = { givenName, familyName };
          const recorded = { givenName: otherGiven, familyName: otherFamily, birthName };
          for (const one of [
            recorded,
            { ...recorded, givenName: `${givenName}, ${otherGiven}`, birthName: familyName },
          ]) {
            if (!isSamePersonName(typed, one)) continue;
            same += 1;
            expect(personNameKeys(one).some((key) => personNameKeys(typed).includes(key))).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(same).toBeGreaterThan(200);
  });
});
