import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FranceConnectError } from "../ports/france-connect.ts";
import { readIdentity } from "./read-identity.ts";

const claims = {
  given_name: "Angela Claire Louise",
  family_name: "DUBOIS",
  preferred_username: "MARTIN",
  birthdate: "1982-08-24",
  email: "angela.dubois@example.org",
};

describe("readIdentity", () => {
  it("reads the whole identité pivot", () => {
    expect(readIdentity(claims)).toEqual({
      givenName: "Angela Claire Louise",
      familyName: "DUBOIS",
      preferredUsername: "MARTIN",
      birthDate: "1982-08-24",
      email: "angela.dubois@example.org",
    });
  });

  it.each([undefined, null, ""])("takes %o for what may be missing", (nothing) => {
    const family = { family_name: "SUKARNOPUTRI" };
    const missing = { given_name: nothing, preferred_username: nothing, birthdate: nothing, email: nothing };
    expect(readIdentity({ ...family, ...missing })).toEqual({
      familyName: "SUKARNOPUTRI",
      givenName: "",
      preferredUsername: null,
      birthDate: null,
      email: null,
    });
  });

  it.each([
    [{ family_name: "LECŒUR-NUÑEZ" }, { familyName: "LECŒUR-NUÑEZ" }],
    [{ given_name: "Łukasz" }, { givenName: "Łukasz" }],
    [{ given_name: "Zoe\u0308 " }, { givenName: "Zo\u00eb" }],
    [{ family_name: "D".repeat(255) }, { familyName: "D".repeat(255) }],
    [{ birthdate: "1985-00-00" }, { birthDate: "1985-00-00" }],
    [{ birthdate: "1985-07-00" }, { birthDate: "1985-07-00" }],
    [{ birthdate: "2000-02-29" }, { birthDate: "2000-02-29" }],
    [{ email: "no address" }, { email: null }],
    [{ email: `${"a".repeat(300)}@example.org` }, { email: null }],
    [{ email: 4 }, { email: null }],
  ])("reads %o", (change, outcome) => {
    expect(readIdentity({ ...claims, ...change })).toMatchObject(outcome);
  });

  it.each([
    ["family_name", undefined],
    ["family_name", ""],
    ["family_name", "  "],
    ["family_name", 4],
    ["family_name", ["DUBOIS"]],
    ["family_name", "D".repeat(256)],
    ["family_name", "D".repeat(100_000)],
    ["family_name", "DU\0BOIS"],
    ["family_name", "DU\nBOIS"],
    ["family_name", "DU\u2028BOIS"],
    ["family_name", "DU\u202eBOIS"],
    ["family_name", "DU\ud800BOIS"],
    ["given_name", "Angela\u0007"],
    ["given_name", {}],
    ["preferred_username", "M".repeat(256)],
    ["birthdate", "1985"],
    ["birthdate", "24/08/1982"],
    ["birthdate", "1985-13-01"],
    ["birthdate", "1985-02-30"],
    ["birthdate", "2001-02-29"],
    ["birthdate", "1985-00-12"],
    ["birthdate", "0000-00-00"],
    ["birthdate", "1985-07-00T00:00"],
    ["birthdate", 19820824],
  ])("refuses %s %o", (claim, value) => {
    expect(() => readIdentity({ ...claims, [claim]: value })).toThrow(
      expect.objectContaining({ code: "refused", reason: `userinfo_${claim}` }),
    );
  });

  it("never lets anything through but bounded, writable NFC, whatever is claimed", () => {
    const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.anything());
    const record = fc.record({
      given_name: anything,
      family_name: anything,
      preferred_username: anything,
      birthdate: anything,
      email: anything,
    });
    fc.assert(
      fc.property(record, (odd) => {
        let identity;
        try {
          identity = readIdentity(odd);
        } catch (error) {
          expect(error).toBeInstanceOf(FranceConnectError);
          return;
        }
        for (const text of Object.values(identity)) {
          expect(text === null || (text.length <= 255 && text === text.normalize("NFC"))).toBe(true);
          expect(text ?? "").not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
    );
  });
});
