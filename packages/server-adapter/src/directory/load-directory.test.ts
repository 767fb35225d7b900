import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { familyDirectory } from "../../test/portal/family.ts";
import { loadDirectory, type LoadOptions } from "./load-directory.ts";
import { createStoredDirectory } from "./stored-directory.ts";

async function load(records = familyDirectory, options: LoadOptions = {}) {
  const store = createMemoryStore();
  const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
  const report = await loadDirectory(store, vault, records, options);
  return { store, vault, report, directory: createStoredDirectory(store, vault) };
}

const withContacts = {
  ...familyDirectory,
  people: familyDirectory.people.map((person) =>
    person.id === "claire" ? { ...person, mobile: "+33612345678", email: "claire@example.org" } : person,
  ),
};

describe("a directory loaded", () => {
  it("has no contact nor date of birth in clear", async () => {
    const { store, vault } = await load(withContacts);
    const rows = JSON.stringify(await store.find("people", { where: {} }));
    for (const secret of ["+33612345678", "612345678", "claire@example.org", "2015-03-12", "2009-11-30"]) {
      expect(rows).not.toContain(secret);
    }
    const [claire] = await store.find("people", { where: { id: "claire" } });
    expect(claire?.mobile_key).toBe(await vault.lookupKey("mobile", "+33612345678"));
    expect(claire?.mobile_encrypted).not.toBe(claire?.email_encrypted);
  });

  it("refuses a record that is there already, by its id", async () => {
    const { store, vault } = await load();
    await expect(loadDirectory(store, vault, familyDirectory)).rejects.toThrow("school-primary");
  });

  it("is read whole, however many batches it took", async () => {
    const [claire] = familyDirectory.people;
    if (!claire) throw new TypeError("The family is empty.");
    const people = Array.from({ length: 450 }, (_, index) => ({
      ...claire,
      id: `p${index}`,
    }));
    const { store } = await load({ schools: [], people, guardianships: [] });
    expect(await store.find("people", { where: {} })).toHaveLength(450);
  });
});

describe("what became of a load", () => {
  const typed = (mobile: string) => ({
    schools: [],
    people: familyDirectory.people
      .filter(({ id }) => id === "claire" || id === "paul")
      .map((person) => (person.id === "claire" ? { ...person, mobile } : person)),
    guardianships: [],
  });

  it.each([
    ["03 53 01 44 17", "phone_not_mobile"],
    ["0000000000", "phone_placeholder"],
    ["", "phone_empty"],
    ["voir la grand-mère", "phone_not_digits"],
  ])("keeps somebody with the mobile « %s » without it, and says %s and no number", async (mobile, code) => {
    const { report, store } = await load(typed(mobile));
    expect(report).toEqual({
      loaded: { schools: 0, people: 2, guardianships: 0 },
      unreadableMobiles: [{ personId: "claire", code }],
    });
    expect(await store.find("people", { where: { id: "claire" } })).toMatchObject([
      { mobile_key: null, mobile_encrypted: null },
    ]);
  });

  it("counts what was loaded", async () => {
    const { report } = await load();
    expect(report).toEqual({ loaded: { schools: 2, people: 9, guardianships: 7 }, unreadableMobiles: [] });
  });

  it("reads numbers as they are written where the school is", async () => {
    const { directory, report } = await load(typed("75 12 34"), { defaultRegion: "NC" });
    expect(report.unreadableMobiles).toEqual([]);
    expect(await directory.findMobile("claire")).toBe("+687751234");
    expect((await load(typed("75 12 34"))).report.unreadableMobiles).toHaveLength(1);
  });

  it("refuses a region that is none, before it loads anything", async () => {
    const store = createMemoryStore();
    const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
    const refused = loadDirectory(store, vault, familyDirectory, { defaultRegion: "Réunion" });
    await expect(refused).rejects.toThrow(TypeError);
    expect(await store.find("schools", { where: {} })).toEqual([]);
  });
});
