import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { decodeBase64url } from "./base64url.ts";
import { isEqualInConstantTime } from "./constant-time.ts";
import { createNumericCode, createToken } from "./tokens.ts";

describe("createToken", () => {
  it("holds all the bytes drawn, 192 bits unless told (ASVS 7.2.3)", () => {
    expect(decodeBase64url(createToken(webRandom))).toHaveLength(24);
    expect(decodeBase64url(createToken(webRandom, 16))).toHaveLength(16);
    expect(new Set(Array.from({ length: 1000 }, () => createToken(webRandom))).size).toBe(1000);
  });

  it.each([0, 15, 16.5, Number.NaN])("refuses %s bytes", (byteLength) => {
    expect(() => createToken(webRandom, byteLength)).toThrow(TypeError);
  });

  it("refuses a source that returns too few bytes", () => {
    expect(() => createToken(() => new Uint8Array(3))).toThrow(TypeError);
  });
});

describe("createNumericCode", () => {
  it("keeps leading zeros", () => {
    expect(createNumericCode((byteLength) => new Uint8Array(byteLength), 8)).toBe("00000000");
    expect(createNumericCode(webRandom, 14)).toMatch(/^\d{14}$/);
  });

  it.each([0, 5, 15, 7.5])("refuses %s digits", (digits) => {
    expect(() => createNumericCode(webRandom, digits)).toThrow(TypeError);
  });
});

describe("isEqualInConstantTime", () => {
  it.each([
    ["", "", true],
    ["abc", "abc", true],
    ["abc", "abd", false],
    ["abc", "ab", false],
    ["ab", "abc", false],
    ["", "\0", false],
    ["é", "e\u0301", false],
  ])("compares %j with %j", (left, right, equal) => {
    expect(isEqualInConstantTime(left, right)).toBe(equal);
  });
});

describe("webRandom", () => {
  it("gives more than one draw of the runtime holds", () => {
    const bytes = webRandom(200_000);
    expect(bytes).toHaveLength(200_000);
    expect(bytes.subarray(199_900).some((byte) => byte !== 0)).toBe(true);
  });
});
