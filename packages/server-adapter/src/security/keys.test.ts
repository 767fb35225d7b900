import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { encodeBase64url } from "./base64url.ts";
import { createKeyRing, generateMasterKey, KeyRingError } from "./keys.ts";

const key = generateMasterKey(webRandom, "k1");

/** The code of the error that a pair of keys is refused with. */
function refusal(
  ...[current, ...previous]: [{ id: string; secret: string }, ...{ id: string; secret: string }[]]
) {
  try {
    createKeyRing({ current, previous });
  } catch (error) {
    return error instanceof KeyRingError ? error.code : error;
  }
  return null;
}

describe("createKeyRing", () => {
  it("takes generated keys, the current one first", () => {
    const ring = createKeyRing({ current: generateMasterKey(webRandom, "2027-01"), previous: [key] });
    expect(ring.currentId).toBe("2027-01");
    expect(ring.ids).toEqual(["2027-01", "k1"]);
    expect(ring.cipher("k0", "people")).toBeNull();
    expect(ring.authenticator("k0", "mobile")).toBeNull();
  });

  it.each(["", "a.b", "é", "a b", "a".repeat(17)])("refuses the id %j", (id) => {
    expect(refusal({ ...key, id })).toBe("key_id_invalid");
    expect(() => generateMasterKey(webRandom, id)).toThrow(KeyRingError);
  });

  it.each([
    ["empty", ""],
    ["31 bytes", encodeBase64url(webRandom(31))],
    ["33 bytes", encodeBase64url(webRandom(33))],
    ["padded", `${key.secret}=`],
    ["hexadecimal", Buffer.from(webRandom(32)).toString("hex")],
  ])("refuses a secret that is %s", (_, secret) => {
    expect(refusal({ id: "k1", secret })).toBe("key_secret_invalid");
  });

  it.each([
    ["zeros", new Uint8Array(32)],
    ["a pattern", Uint8Array.from({ length: 32 }, (_, index) => index % 11)],
  ])("refuses a secret made of %s", (_, bytes) => {
    expect(refusal({ id: "k1", secret: encodeBase64url(bytes) })).toBe("key_secret_weak");
  });

  it("refuses an id or a secret that comes twice", () => {
    expect(refusal(key, generateMasterKey(webRandom, "k1"))).toBe("key_repeated");
    expect(refusal(key, { ...key, id: "k2" })).toBe("key_repeated");
  });

  it("never quotes a secret", () => {
    const secret = encodeBase64url(webRandom(20));
    expect(() => createKeyRing({ current: { id: "k1", secret } })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(secret) }),
    );
  });
});
