import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { createEvenOpener } from "./even-opener.ts";
import { createKeyRing, generateMasterKey } from "./keys.ts";
import { createVault, type Vault } from "./vault.ts";

const place = { table: "people", row: "claire", column: "birth_date_sealed" };

describe("createEvenOpener", () => {
  it("opens what is sealed, and works as much where nothing is", async () => {
    const inner = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
    let opened = 0;
    const vault: Vault = {
      ...inner,
      open(...sealed) {
        opened += 1;
        return inner.open(...sealed);
      },
    };
    const openEvenly = createEvenOpener(vault);
    expect(await openEvenly(place, await inner.seal(place, "1980-05-01"))).toBe("1980-05-01");
    expect(await openEvenly(place, null)).toBeNull();
    expect(await openEvenly(place, null)).toBeNull();
    expect(opened).toBe(3);
  });

  it("opens nothing that was sealed elsewhere", async () => {
    const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
    const sealed = await vault.seal({ ...place, row: "paul" }, "1980-05-01");
    await expect(createEvenOpener(vault)(place, sealed)).rejects.toMatchObject({
      code: "sealed_text_refused",
    });
  });
});
