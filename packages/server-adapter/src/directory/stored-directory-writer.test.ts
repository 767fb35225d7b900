import { describe, expect, it } from "vitest";
import { familyDirectory } from "../../test/portal/family.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { directoryWriterContract } from "../testing/directory/directory-writer-contract.ts";
import { createStoredDirectoryWriter } from "./stored-directory-writer.ts";
import { createStoredDirectory } from "./stored-directory.ts";

const oldKey = generateMasterKey(webRandom, "old");
const vault = createVault(createKeyRing({ current: oldKey }));

const stores: readonly { name: string; createStore: () => Store | Promise<Store> }[] = [
  { name: "memory", createStore: createMemoryStore },
  { name: "SQLite", createStore: () => createSqliteStore({ path: ":memory:" }) },
];

describe.each(stores)("a directory written into a store: $name", ({ createStore }) => {
  it.each(directoryWriterContract)("$name", async ({ run }) => {
    const store = await createStore();
    const writer = createStoredDirectoryWriter(store, vault);
    await expect(run({ writer, directory: createStoredDirectory(store, vault) })).resolves.toBeUndefined();
    await store.close();
  });
});

describe("a directory in the store", () => {
  const withContacts = familyDirectory.people.map((person) =>
    person.id === "claire" ? { ...person, mobile: "+33612345678", email: "claire@example.org" } : person,
  );

  it("has no contact nor date of birth in clear", async () => {
    const store = createMemoryStore();
    await createStoredDirectoryWriter(store, vault).upsert({ people: withContacts });
    const rows = JSON.stringify(await store.find("people", { where: {} }));
    for (const secret of ["+33612345678", "612345678", "claire@example.org", "2015-03-12", "2009-11-30"]) {
      expect(rows).not.toContain(secret);
    }
    const [claire] = await store.find("people", { where: { id: "claire" } });
    expect(claire?.mobile_key).toBe(await vault.lookupKey("mobile", "+33612345678"));
    expect(claire?.mobile_encrypted).not.toBe(claire?.email_encrypted);
  });

  it("is not written again after a rotation of keys, and what no key opens any more is", async () => {
    const store = createMemoryStore();
    await createStoredDirectoryWriter(store, vault).upsert({ people: withContacts });
    const newKey = generateMasterKey(webRandom, "new");
    const rotated = createVault(createKeyRing({ current: newKey, previous: [oldKey] }));
    const report = await createStoredDirectoryWriter(store, rotated).upsert({ people: withContacts });
    expect(report.people).toEqual({ added: 0, changed: 0, unchanged: withContacts.length });
    const lost = createVault(createKeyRing({ current: newKey }));
    const repaired = await createStoredDirectoryWriter(store, lost).upsert({ people: withContacts });
    expect(repaired.people.changed).toBeGreaterThan(0);
    expect(await createStoredDirectory(store, lost).findMobile("claire")).toBe("+33612345678");
  });

  it("reads numbers as they are written where the school is", async () => {
    const store = createMemoryStore();
    const people = withContacts.map((person) => ({ ...person, mobile: "75 12 34" })).slice(0, 1);
    const writer = createStoredDirectoryWriter(store, vault, { defaultRegion: "NC" });
    expect((await writer.upsert({ people })).unreadableMobiles).toEqual([]);
    expect(await createStoredDirectory(store, vault).findMobile("claire")).toBe("+687751234");
    const unreadable = await createStoredDirectoryWriter(store, vault).upsert({ people });
    expect(unreadable.unreadableMobiles).toHaveLength(1);
  });

  it("has no writer for a region that is none", () => {
    const create = () =>
      createStoredDirectoryWriter(createMemoryStore(), vault, { defaultRegion: "Réunion" });
    expect(create).toThrow(TypeError);
  });
});
