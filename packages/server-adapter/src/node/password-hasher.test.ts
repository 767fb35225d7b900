import { scryptSync } from "node:crypto";
import { hash as bcrypt } from "@node-rs/bcrypt";
import { describe, expect, it } from "vitest";
import { HasherBusyError } from "../ports/password-hasher.ts";
import { createArgon2Hasher } from "./password-hasher.ts";

/** Too weak for anything but a test. */
const light = { memoryKib: 8, iterations: 1 };

function scryptPhc(password: string, ln: number, r: number, p: number) {
  const encode = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  const salt = Buffer.from("0123456789abcdef");
  const hash = scryptSync(password, salt, 32, { N: 2 ** ln, r, p, maxmem: 2 ** 28 });
  return `$scrypt$ln=${ln},r=${r},p=${p}$${encode(salt)}$${encode(hash)}`;
}

describe("createArgon2Hasher", () => {
  it("writes argon2id with the parameters of the rules (ASVS 11.4.2)", async () => {
    const hasher = createArgon2Hasher();
    const phc = await hasher.hash("Azerty1!");
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await hasher.verify(phc, "Azerty1!")).toBe(true);
    expect(await hasher.verify(phc, "azerty1!")).toBe(false);
    expect(hasher.needsRehash(phc)).toBe(false);
  });

  it.each(["", "é".repeat(256), "a\0b", "👩🏽‍🏫", `${"x".repeat(255)}y`])(
    "keeps every character of %j",
    async (password) => {
      const hasher = createArgon2Hasher(light);
      const phc = await hasher.hash(password);
      expect(await hasher.verify(phc, password)).toBe(true);
      expect(await hasher.verify(phc, `${password}z`)).toBe(false);
      expect(await hasher.verify(phc, [...password].slice(0, -1).join("") || "a")).toBe(false);
    },
  );

  it("salts: one password has two hashes", async () => {
    const hasher = createArgon2Hasher(light);
    expect(await hasher.hash("same")).not.toBe(await hasher.hash("same"));
  });

  it("refuses a lone surrogate", async () => {
    await expect(createArgon2Hasher(light).hash("a\uD800")).rejects.toThrow(TypeError);
  });

  it("asks for a new hash when a parameter has risen, not when it has fallen", async () => {
    const phc = await createArgon2Hasher({ memoryKib: 64, iterations: 2 }).hash("x");
    expect(createArgon2Hasher({ memoryKib: 128, iterations: 2 }).needsRehash(phc)).toBe(true);
    expect(createArgon2Hasher({ memoryKib: 64, iterations: 3 }).needsRehash(phc)).toBe(true);
    expect(createArgon2Hasher({ memoryKib: 64, iterations: 2, parallelism: 2 }).needsRehash(phc)).toBe(true);
    expect(createArgon2Hasher(light).needsRehash(phc)).toBe(false);
  });

  it.each([
    [
      "argon2i",
      async () =>
        "$argon2i$v=19$m=64,t=1,p=1$yEuzA394+TotSFS8A1RHxg$DXJXZWlZjR9Bf+6MyQDj7kAr3s+bsZGOhEY9873Ww0g",
    ],
    [
      "argon2d",
      async () =>
        "$argon2d$v=19$m=64,t=1,p=1$ptofI5LpQrNGJWS0kIJ31g$h6lqvBayjNZGcirb+/JvcXJG/FArArPyOHjTHQsPzUU",
    ],
    ["bcrypt 2a", () => bcrypt("Imp0rté!", { cost: 4, version: "2a" })],
    ["bcrypt 2b", () => bcrypt("Imp0rté!", { cost: 4, version: "2b" })],
    ["bcrypt 2y", () => bcrypt("Imp0rté!", { cost: 4, version: "2y" })],
    ["scrypt", async () => scryptPhc("Imp0rté!", 10, 8, 2)],
  ])("checks an imported %s hash, and asks for a new one", async (_, make) => {
    const hasher = createArgon2Hasher(light);
    const phc = await make();
    expect(await hasher.verify(phc, "Imp0rté!")).toBe(true);
    expect(await hasher.verify(phc, "Imp0rte!")).toBe(false);
    expect(hasher.needsRehash(phc)).toBe(true);
  });

  it("agrees with the published scrypt vector (RFC 7914, 12)", async () => {
    const hash = "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA";
    const phc = `$scrypt$ln=10,r=8,p=16$TmFDbA$${hash}`;
    expect(await createArgon2Hasher(light).verify(phc, "password")).toBe(true);
  });

  it.each([
    [
      "$argon2id$v=19$m=1048576,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g",
      "password_hash_invalid",
    ],
    ["$argon2id$v=19$m=8,t=1000,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g", "password_hash_invalid"],
    ["$argon2id$nonsense", "password_hash_invalid"],
    [`$2b$31$${"a".repeat(53)}`, "password_hash_invalid"],
    ["$2b$10$short", "password_hash_invalid"],
    ["$scrypt$ln=30,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA", "password_hash_invalid"],
    ["$scrypt$ln=4,r=8,p=99$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA", "password_hash_invalid"],
    ["$scrypt$ln=0,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA", "password_hash_invalid"],
    ["$scrypt$ln=4,r=8$c2FsdA$aGFzaA", "password_hash_invalid"],
    ["$pbkdf2-sha256$29000$c2FsdA$aGFzaA", "password_hash_unknown"],
    ["5f4dcc3b5aa765d61d8327deb882cf99", "password_hash_unknown"],
    ["", "password_hash_unknown"],
  ])("refuses to spend anything on %j", async (phc, code) => {
    await expect(createArgon2Hasher(light).verify(phc, "x")).rejects.toMatchObject({ code });
  });

  it("answers at once that it is busy, and serves again afterwards", async () => {
    const hasher = createArgon2Hasher({ ...light, concurrency: 1, maxQueue: 3 });
    const settled = await Promise.allSettled(Array.from({ length: 10 }, () => hasher.hash("x")));
    const refused = settled.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(6);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(HasherBusyError);
      expect(reason).toMatchObject({ code: "hasher_busy", retryAfterSeconds: 1 });
    }
    expect(await hasher.hash("x")).toMatch(/^\$argon2id\$/);
  });

  it("leaves the event loop free", async () => {
    const hasher = createArgon2Hasher({ memoryKib: 65_536, iterations: 4, concurrency: 2 });
    let turns = 0;
    const turn = () => {
      turns += 1;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    await Promise.all([hasher.hash("x"), hasher.hash("y")]);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(20);
  });

  it.each([
    { memoryKib: 7 },
    { iterations: 0 },
    { parallelism: 0 },
    { concurrency: 0 },
    { maxQueue: -1 },
    { iterations: 1.5 },
  ])("refuses %j", (options) => {
    expect(() => createArgon2Hasher(options)).toThrow(TypeError);
  });
});
