import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { createEvenDecrypter } from "./even-decrypter.ts";
import { createKeyRing, generateMasterKey } from "./keys.ts";
import { createVault, type Vault } from "./vault.ts";

const place = { table: "people", row: "claire", column: "birth_date_encrypted" };

describe("createEvenDecrypter", () => {
  it("opens what is encrypted, and works as much where nothing is", async () => {
    const inner = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
    let opened = 0;
    const vault: Vault = {
      ...inner,
      decrypt(...encrypted) {
        opened += 1;
        return inner.decrypt(...encrypted);
      },
    };
    const decryptEvenly = createEvenDecrypter(vault);
    expect(await decryptEvenly(place, await inner.encrypt(place, "1980-05-01"))).toBe("1980-05-01");
    expect(await decryptEvenly(place, null)).toBeNull();
    expect(await decryptEvenly(place, null)).toBeNull();
    expect(opened).toBe(3);
  });

  it("opens nothing that was encrypted elsewhere", async () => {
    const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
    const encrypted = await vault.encrypt({ ...place, row: "paul" }, "1980-05-01");
    await expect(createEvenDecrypter(vault)(place, encrypted)).rejects.toMatchObject({
      code: "encrypted_text_refused",
    });
  });
});
