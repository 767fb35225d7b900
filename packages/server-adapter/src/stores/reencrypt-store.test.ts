import { describe, expect, it } from "vitest";
import { createStoredAccounts } from "../accounts/stored-accounts.ts";
import { createStoredDirectoryWriter } from "../directory/stored-directory-writer.ts";
import { createStoredDirectory } from "../directory/stored-directory.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createMemoryStore } from "./memory/memory-store.ts";
import { guardian, recordsOf } from "../testing/directory/directory-case.ts";
import { createKeyRing, generateMasterKey, type MasterKey } from "../security/keys.ts";
import { reencryptStore } from "./reencrypt-store.ts";
import { createVault } from "../security/vault.ts";

const [older, newer] = [generateMasterKey(webRandom, "older"), generateMasterKey(webRandom, "newer")];
const vaultOf = (current: MasterKey, ...previous: MasterKey[]) =>
  createVault(createKeyRing({ current, previous }));
const mobile = "+33612345678";

/** More people than one page, some with nothing encrypted, and an active account, all under the older key. */
async function fill(store: Store): Promise<void> {
  const vault = vaultOf(older);
  const others = Array.from({ length: 450 }, (_, index) =>
    guardian(`other${index}`, "Jean|Petit", index % 2 === 0 ? { birthDate: "1980-02-03" } : {}),
  );
  const claire = guardian("claire", "Claire|Martin", {
    mobile,
    email: "claire@mail.example",
    birthDate: "1985-06-07",
  });
  await createStoredDirectoryWriter(store, vault).upsert(recordsOf([claire, ...others]));
  const accounts = createStoredAccounts(store, vault);
  const person = await createStoredDirectory(store, vault).findPerson("claire");
  if (person === null) throw new TypeError("Claire was not loaded");
  const email = "chosen@mail.example";
  const write = { type: "activate", at: 1, email, emailStatus: "confirmed", children: [] } as const;
  await accounts.apply(await accounts.open(person), [write], "once");
}

describe("ASVS 11.2.2, 13.3.4 after a reencrypt", () => {
  it("the old key opens nothing that is kept for long, and nobody misses it", async () => {
    const store = createMemoryStore();
    await fill(store);
    expect(await reencryptStore(store, vaultOf(newer, older))).toEqual({
      reencrypted: { people: 226, accounts: 1 },
      unreadable: [],
    });
    const vault = vaultOf(newer);
    const directory = createStoredDirectory(store, vault);
    expect(await directory.findByMobile(mobile)).toMatchObject([{ id: "claire" }]);
    expect(await directory.findMobile("claire")).toBe(mobile);
    expect(await directory.findBirthDate("other448")).toBe("1980-02-03");
    const account = await createStoredAccounts(store, vault).findByPerson("claire");
    expect(account?.email).toBe("chosen@mail.example");
    for (const row of [
      ...(await store.find("people", { where: {} })),
      ...(await store.find("accounts", { where: {} })),
    ]) {
      const encrypted = Object.entries(row).filter(
        ([name, value]) => name.endsWith("_encrypted") && value !== null,
      );
      expect(encrypted.every(([, value]) => vault.isCurrent(String(value)))).toBe(true);
    }
  });

  it("a second one finds nothing to do", async () => {
    const store = createMemoryStore();
    await fill(store);
    await reencryptStore(store, vaultOf(newer, older));
    const { reencrypted } = await reencryptStore(store, vaultOf(newer, older));
    expect(reencrypted).toEqual({ people: 0, accounts: 0 });
  });

  it("names what no key opens, leaves it, and goes on", async () => {
    const store = createMemoryStore();
    await fill(store);
    const spoilt = { email_encrypted: "1.lost.AAAA" };
    await store.commit([{ type: "update", table: "people", where: { id: "claire" }, set: spoilt }]);
    const before = await store.find("people", { where: { id: "claire" } });
    expect(await reencryptStore(store, vaultOf(newer, older))).toEqual({
      reencrypted: { people: 226, accounts: 1 },
      unreadable: [
        { table: "people", row: "claire", column: "email_encrypted", code: "encrypted_text_malformed" },
      ],
    });
    const after = await store.find("people", { where: { id: "claire" } });
    expect(after).toMatchObject([{ email_encrypted: before[0]?.email_encrypted }]);
    expect(await reencryptStore(store, vaultOf(newer))).toMatchObject({ unreadable: [{ row: "claire" }] });
  });

  it("yields to who changes a row meanwhile", async () => {
    const store = createMemoryStore();
    await fill(store);
    const vault = vaultOf(newer, older);
    const place = { table: "people", row: "claire", column: "email_encrypted" };
    const moved = await vault.encrypt(place, "moved@mail.example");
    let isChanged = false;
    const raced: Store = {
      ...store,
      async commit(changes) {
        if (!isChanged) {
          isChanged = true;
          const set = { email_encrypted: moved };
          await store.commit([{ type: "update", table: "people", where: { id: "claire" }, set, expect: 1 }]);
        }
        return store.commit(changes);
      },
    };
    expect((await reencryptStore(raced, vault)).reencrypted).toEqual({ people: 226, accounts: 1 });
    const [row] = await store.find("people", { where: { id: "claire" } });
    expect(row?.email_encrypted).toBe(moved);
    expect(vault.isCurrent(row?.mobile_encrypted ?? "")).toBe(true);
  });
});
