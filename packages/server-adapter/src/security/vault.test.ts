import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeCryptoEngine } from "../node/node-crypto-engine.ts";
import { webRandom } from "../ports/random.ts";
import { webCryptoEngine } from "./crypto-engine.ts";
import { createKeyRing, generateMasterKey, type MasterKeys } from "./keys.ts";
import { createVault, type Place } from "./vault.ts";

const place: Place = { table: "people", row: "p1", column: "mobile_encrypted" };
const first = generateMasterKey(webRandom, "k1");
const second = generateMasterKey(webRandom, "k2");

const anyText = fc.string({ unit: "binary" });
const anyPlace = fc.record({ table: anyText, row: anyText, column: anyText });

describe.each([
  { name: "webCryptoEngine", engine: webCryptoEngine, other: nodeCryptoEngine },
  { name: "nodeCryptoEngine", engine: nodeCryptoEngine, other: webCryptoEngine },
])("a vault on $name", ({ engine, other }) => {
  const open = (keys: MasterKeys) => createVault(createKeyRing(keys, engine));
  const vault = open({ current: first });

  it("gives back any well-formed text, in its place, with either engine", async () => {
    const colleague = createVault(createKeyRing({ current: first }, other));
    await fc.assert(
      fc.asyncProperty(anyPlace, anyText, async (place, text) => {
        const encrypted = await vault.encrypt(place, text);
        expect(await vault.decrypt(place, encrypted)).toBe(text);
        expect(await colleague.decrypt(place, encrypted)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a byte order mark and characters outside the basic plane", async () => {
    const text = "\uFEFF\u0000Zoé 👩🏽‍🏫";
    expect(await vault.decrypt(place, await vault.encrypt(place, text))).toBe(text);
  });

  it("refuses a lone surrogate, which could not come back", async () => {
    await expect(vault.encrypt(place, "a\uD800")).rejects.toThrow(TypeError);
  });

  it("writes the format, the key's id and nothing readable", async () => {
    const encrypted = await vault.encrypt(place, "+33612345678");
    expect(encrypted).toMatch(/^1\.k1\.[A-Za-z0-9_-]{54}$/);
    expect(Buffer.from(encrypted.slice(5), "base64url").toString("latin1")).not.toContain("612345678");
  });

  it("seals the same text differently each time", async () => {
    const encrypted = await Promise.all(Array.from({ length: 50 }, () => vault.encrypt(place, "same")));
    expect(new Set(encrypted).size).toBe(50);
  });

  it("does not open a text moved to another table, row or column", async () => {
    const part = fc.constantFrom("table", "row", "column");
    await fc.assert(
      fc.asyncProperty(anyPlace, part, anyText, async (from, part, other) => {
        fc.pre(from[part] !== other);
        const to = { ...from, [part]: other };
        await expect(vault.decrypt(to, await vault.encrypt(from, "secret"))).rejects.toMatchObject({
          code: "encrypted_text_refused",
        });
      }),
      { numRuns: 90 },
    );
    const encrypted = await vault.encrypt({ table: "t", row: "ab", column: "c" }, "secret");
    await expect(vault.decrypt({ table: "t", row: "a", column: "bc" }, encrypted)).rejects.toMatchObject({
      code: "encrypted_text_refused",
    });
  });

  it("does not open a text with any bit changed", async () => {
    const encrypted = await vault.encrypt(place, "0612345678");
    const bytes = Buffer.from(encrypted.slice(5), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await expect(vault.decrypt(place, `1.k1.${altered.toString("base64url")}`)).rejects.toMatchObject({
        code: "encrypted_text_refused",
      });
    }
  });

  it("does not open whatever else it is given", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyText,
          fc.base64String().map((text) => `1.k1.${text}`),
        ),
        async (text) => {
          await expect(vault.decrypt(place, text)).rejects.toMatchObject({ name: "VaultError" });
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    "",
    "1.k1",
    "1.k1.",
    "1.k1.AAAA",
    `2.k1.${"A".repeat(60)}`,
    `1.k1.${"A".repeat(60)}.`,
    `1.k1.${"A".repeat(60)}=`,
    `1.k1.${"A".repeat(53)}B`,
  ])("names %j malformed", async (encrypted) => {
    await expect(vault.decrypt(place, encrypted)).rejects.toMatchObject({ code: "encrypted_text_malformed" });
  });

  it("opens old texts after a rotation, seals new ones with the new key, and tells them apart", async () => {
    const encrypted = await vault.encrypt(place, "text");
    const rotated = open({ current: second, previous: [first] });
    expect(await rotated.decrypt(place, encrypted)).toBe("text");
    expect(rotated.isCurrent(encrypted)).toBe(false);
    const reencrypted = await rotated.encrypt(place, "text");
    expect(rotated.isCurrent(reencrypted)).toBe(true);
    await expect(vault.decrypt(place, reencrypted)).rejects.toMatchObject({
      code: "encrypted_text_key_unknown",
    });
  });

  it("does not open with another secret under the same id", async () => {
    const impostor = open({ current: { ...second, id: "k1" } });
    await expect(impostor.decrypt(place, await vault.encrypt(place, "text"))).rejects.toMatchObject({
      code: "encrypted_text_refused",
    });
  });

  it("hashes a value alike each time, apart for each purpose, value and key", async () => {
    const key = await vault.lookupKey("mobile", "+33612345678");
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await vault.lookupKey("mobile", "+33612345678")).toBe(key);
    expect(
      await createVault(createKeyRing({ current: first }, other)).lookupKey("mobile", "+33612345678"),
    ).toBe(key);
    expect(await vault.lookupKey("cookie", "+33612345678")).not.toBe(key);
    expect(await vault.lookupKey("mobile", "+33612345679")).not.toBe(key);
    expect(await open({ current: second }).lookupKey("mobile", "+33612345678")).not.toBe(key);
    expect(await vault.lookupKey("mobile", "\uD800")).not.toBe(await vault.lookupKey("mobile", "\uD801"));
  });

  it("finds after a rotation what was hashed before it", async () => {
    const rotated = open({ current: second, previous: [first] });
    expect(await rotated.lookupKeys("mobile", "x")).toEqual([
      await open({ current: second }).lookupKey("mobile", "x"),
      await vault.lookupKey("mobile", "x"),
    ]);
  });
});

describe("createVault", () => {
  it("refuses a random source that returns too few bytes", async () => {
    const vault = createVault(createKeyRing({ current: first }), (length) => randomBytes(length - 1));
    await expect(vault.encrypt(place, "text")).rejects.toThrow(TypeError);
  });

  it("tries a derivation again after it failed", async () => {
    let failing = true;
    const engine = {
      ...webCryptoEngine,
      deriveKey: (...parameters: Parameters<typeof webCryptoEngine.deriveKey>) => {
        if (failing) throw new Error("not now");
        return webCryptoEngine.deriveKey(...parameters);
      },
    };
    const vault = createVault(createKeyRing({ current: first }, engine));
    await expect(vault.encrypt(place, "text")).rejects.toThrow("not now");
    failing = false;
    expect(await vault.decrypt(place, await vault.encrypt(place, "text"))).toBe("text");
  });
});
