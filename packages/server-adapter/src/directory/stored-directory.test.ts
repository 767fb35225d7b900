import { describe, expect, it } from "vitest";
import type { Directory } from "../ports/directory.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { guardian, guardianship, idsOf, pupil, recordsOf } from "../testing/directory/directory-case.ts";
import { directoryContract } from "../testing/directory/directory-contract.ts";
import { familyDirectory } from "../../test/portal/family.ts";
import { createStoredDirectoryWriter } from "./stored-directory-writer.ts";
import type { DirectoryRecords } from "../ports/directory-writer.ts";
import { createStoredDirectory } from "./stored-directory.ts";

const oldKey = generateMasterKey(webRandom, "old");
const newKey = generateMasterKey(webRandom, "new");

async function openDirectory(store: Store, records: DirectoryRecords): Promise<Directory> {
  const vault = createVault(createKeyRing({ current: oldKey }));
  await createStoredDirectoryWriter(store, vault).upsert(records);
  return createStoredDirectory(store, vault);
}

const stores: readonly { name: string; createStore: () => Store | Promise<Store> }[] = [
  { name: "memory", createStore: createMemoryStore },
  { name: "SQLite", createStore: () => createSqliteStore({ path: ":memory:" }) },
];

describe.each(stores)("the directory in a store: $name", ({ createStore }) => {
  it.each(directoryContract)("$name", async ({ run }) => {
    const store = await createStore();
    const open = (records: DirectoryRecords) => openDirectory(store, records);
    await expect(run({ open })).resolves.toBeUndefined();
    await store.close();
  });
});

describe("the family in a store", () => {
  const openFamily = async () => {
    const store = createMemoryStore();
    return { store, directory: await openDirectory(store, familyDirectory) };
  };

  it("has no child to offer once the guardianship is closed, nor a representative once all are", async () => {
    const { directory, store } = await openFamily();
    const close = (where: { id: string } | { guardian_id: string }) =>
      store.commit([{ type: "update", table: "guardianships", where, set: { closed_at: 1 } }]);
    await close({ id: "claire:emma" });
    expect(idsOf(await directory.findChildren("claire"))).toEqual(["lucas"]);
    expect(await directory.findGuardians("emma")).toEqual(["paul"]);
    expect(await directory.isRepresentative("claire")).toBe(true);
    await close({ guardian_id: "claire" });
    expect(await directory.isRepresentative("claire")).toBe(false);
  });

  it("names the school to ask: a pupil's own, a guardian's first child's, or none", async () => {
    const { directory } = await openFamily();
    expect((await directory.findContact("lucas"))?.name).toBe("LP LYC Simone Veil");
    expect((await directory.findContact("claire"))?.name).toBe("E.E.PU Jean Moulin");
    expect(await directory.findContact("marc")).toBeNull();
  });
});

describe("a number in the store", () => {
  it("is found and read under a new key, once the old one has become a former one", async () => {
    const store = createMemoryStore();
    await openDirectory(store, recordsOf([guardian("old", "Zoé|Petit", { mobile: "06 24 81 35 70" })]));
    const rotated = createVault(createKeyRing({ current: newKey, previous: [oldKey] }));
    await createStoredDirectoryWriter(store, rotated).upsert({
      ...recordsOf([guardian("new", "Léo|Petit", { mobile: "06 24 81 35 70" })]),
      schools: [],
    });
    const directory = createStoredDirectory(store, rotated);
    expect(idsOf(await directory.findByMobile("+33624813570"))).toEqual(["new", "old"]);
    expect(await directory.findMobile("old")).toBe("+33624813570");
    expect(await directory.findMobile("new")).toBe("+33624813570");
  });
});

describe("namesakes in the store", () => {
  it("are nobody when there are more than are considered and one of these bears the very names", async () => {
    const store = createMemoryStore();
    const others = Array.from({ length: 101 }, (_, index) => guardian(`x${index}`, "Marie Claire|Martin"));
    const names = { givenName: "Marie Zoé", familyName: "Martin" };
    const directory = await openDirectory(store, recordsOf([guardian("a", "Marie Zoé|Martin"), ...others]));
    expect(await directory.findGuardiansByName(names)).toEqual([]);
  });

  it("are one when all could be considered", async () => {
    const store = createMemoryStore();
    const others = Array.from({ length: 99 }, (_, index) => guardian(`x${index}`, "Marie Claire|Martin"));
    const names = { givenName: "Marie Zoé", familyName: "Martin" };
    const directory = await openDirectory(store, recordsOf([guardian("a", "Marie Zoé|Martin"), ...others]));
    expect(idsOf(await directory.findGuardiansByName(names))).toEqual(["a"]);
  });
});

describe("ASVS 6.3.8 whoever is asked for, the store has the same work:", () => {
  const records = recordsOf(
    [
      guardian("one", "Marie|Martin", { mobile: "06 24 81 35 70" }),
      guardian("two", "Marie, Claire|Martin", { mobile: "06 24 81 35 70" }),
      guardian("alone", "Zoé|Petit", { mobile: "06 24 81 35 71" }),
      guardian("mobileless", "Guy|Petit"),
      pupil("child", "Emma|Martin", { mobile: "06 24 81 35 72" }),
    ],
    [guardianship("one", "child"), guardianship("two", "child", "inCharge")],
  );

  async function openWatched() {
    const reads: string[] = [];
    const inner = createMemoryStore();
    const store: Store = {
      ...inner,
      find(table, query) {
        reads.push(`${table} by ${Object.keys(query.where).join()}`);
        return inner.find(table, query);
      },
    };
    const vault = createVault(createKeyRing({ current: newKey, previous: [oldKey] }));
    await createStoredDirectoryWriter(store, vault).upsert(records);
    const directory = createStoredDirectory(store, vault);
    return async (ask: (directory: Directory) => Promise<unknown>) => {
      reads.length = 0;
      await ask(directory);
      return [...reads];
    };
  }

  it("a number of nobody, of one, of several, of a pupil", async () => {
    const watch = await openWatched();
    const nobody = await watch((directory) => directory.findByMobile("+33624813579"));
    expect(nobody).toEqual(["people by mobile_key", "people by mobile_key"]);
    for (const number of ["+33624813570", "+33624813571", "+33624813572"]) {
      expect(await watch((directory) => directory.findByMobile(number))).toEqual(nobody);
    }
  });

  it("a name of nobody, of one, of several", async () => {
    const watch = await openWatched();
    const find = (givenName: string, familyName: string) =>
      watch((directory) => directory.findGuardiansByName({ givenName, familyName }));
    const nobody = await find("Ada", "Lovelace");
    expect(nobody).toHaveLength(5);
    expect(await find("Zoé", "Petit")).toEqual(nobody);
    expect(await find("Marie", "Martin")).toEqual(nobody);
  });

  it("a representative, somebody who is only in charge, and nobody", async () => {
    const watch = await openWatched();
    for (const id of ["one", "two", "alone", "child", "nobody"]) {
      expect(await watch((directory) => directory.isRepresentative(id))).toHaveLength(1);
      expect(await watch((directory) => directory.findMobile(id))).toEqual(["people by id"]);
    }
  });
});
