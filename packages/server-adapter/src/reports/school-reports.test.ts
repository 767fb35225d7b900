import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createStoredDirectoryWriter } from "../directory/stored-directory-writer.ts";
import type { Report } from "../ports/reports.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { familyDirectory } from "../../test/portal/family.ts";
import { readReports, type ReportQuery, type SchoolReport } from "./school-reports.ts";
import { settleReport } from "./school-reports.ts";
import { createStoredReports } from "./stored-reports.ts";

let store: Store;

beforeEach(async () => {
  store = createMemoryStore();
  const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
  await createStoredDirectoryWriter(store, vault).upsert(familyDirectory);
});

const record = (...reports: Report[]) => createStoredReports(store).record(reports, "key");
const refusal = (childId: string, at: number, schoolId: string | null = "school-primary"): Report => {
  return { kind: "refused", personId: "claire", childId, schoolId, at, isIdentitySure: true };
};
const idsOf = (reports: readonly SchoolReport[]) => reports.map(({ id }) => id);

describe("what a school should look at", () => {
  it("is told with the names the school knows", async () => {
    await record(refusal("emma", 5));
    expect(await readReports(store, { schoolId: "school-primary" })).toEqual([
      {
        id: "claire:emma:refused",
        kind: "refused",
        at: 5,
        isIdentitySure: true,
        settledAt: null,
        guardian: { id: "claire", givenName: "Claire", familyName: "Martin", birthName: null },
        child: { id: "emma", givenName: "Emma", familyName: "Martin", birthName: null },
        school: { id: "school-primary", name: "E.E.PU Jean Moulin" },
      },
    ]);
  });

  it("decisions/0053 tells who may only bear the guardian's name, whose answer is nobody else's", async () => {
    await record(refusal("emma", 5), { ...refusal("emma", 6), isIdentitySure: false });
    expect(await settleReport(store, { id: "claire:emma:refused", schoolId: "school-primary", at: 7 })).toBe(
      true,
    );
    await record({ ...refusal("emma", 8), isIdentitySure: false });
    expect(await readReports(store, { schoolId: "school-primary" })).toMatchObject([
      { id: "claire:emma:refused:unsure", isIdentitySure: false, at: 8 },
    ]);
    await createStoredReports(store).withdraw("claire", ["emma"], "key");
    expect(await readReports(store, { schoolId: "school-primary", state: "all" })).toEqual([]);
  });

  it("is no other school's business", async () => {
    await record(refusal("emma", 5), refusal("lucas", 6, "school-secondary"), refusal("zoe", 7, null));
    expect(idsOf(await readReports(store, { schoolId: "school-primary" }))).toEqual(["claire:emma:refused"]);
    expect(idsOf(await readReports(store, { schoolId: null }))).toEqual(["claire:zoe:refused"]);
    expect(await readReports(store, { schoolId: "school-unknown" })).toEqual([]);
  });

  it("is still told when the directory has forgotten somebody", async () => {
    await record({ ...refusal("gone", 5, "closed"), personId: "gone too" });
    expect(await readReports(store, { schoolId: "closed" })).toMatchObject([
      { guardian: null, child: null, school: null },
    ]);
  });

  it("can be narrowed to kinds", async () => {
    await record(refusal("emma", 5), { ...refusal("ines", 6), kind: "unrecorded" });
    const read = (kinds: ReportQuery["kinds"] & {}) =>
      readReports(store, { schoolId: "school-primary", kinds });
    expect(idsOf(await read(["unrecorded"]))).toEqual(["claire:ines:unrecorded"]);
    expect(await read(["unrecorded", "refused"])).toHaveLength(2);
    expect(await read([])).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses a limit of %s", async (limit) => {
    await expect(readReports(store, { schoolId: "school-primary", limit })).rejects.toThrow(TypeError);
  });

  it("comes newest first, and page by page without a gap or a repetition, whatever comes in meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 7 }),
        async (instants, limit) => {
          await store.commit([{ type: "delete", table: "reports", where: {} }]);
          await record(...instants.map((at, index) => refusal(`child-${index}`, at)));
          const whole = await readReports(store, { schoolId: "school-primary" });
          expect(whole.map(({ at }) => at)).toEqual(instants.toSorted((one, other) => other - one));
          const pages: SchoolReport[] = [];
          for (let page = whole.slice(0, limit); page.length > 0;) {
            pages.push(...page);
            await record(refusal(`late-${pages.length}`, 9));
            const after = page.at(-1);
            page = [
              ...(await readReports(store, { schoolId: "school-primary", limit, ...(after && { after }) })),
            ];
          }
          expect(pages).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("asks for each name once", async () => {
    await record(
      ...Array.from({ length: 30 }, (_, index) => refusal(index % 2 ? "emma" : `c${index}`, index)),
    );
    let reads = 0;
    const watched: Store = {
      ...store,
      find(table, query) {
        reads += 1;
        return store.find(table, query);
      },
    };
    await readReports(watched, { schoolId: "school-primary" });
    // The reports, one school, one guardian, Emma and the fifteen others.
    expect(reads).toBe(1 + 1 + 1 + 1 + 15);
  });
});

describe("a report seen to", () => {
  const settle = (schoolId: string | null = "school-primary", at = 50) =>
    settleReport(store, { id: "claire:emma:refused", schoolId, at });
  const read = (state?: ReportQuery["state"] & {}) =>
    readReports(store, { schoolId: "school-primary", ...(state && { state }) });

  beforeEach(() => record(refusal("emma", 5), refusal("zoe", 6)));

  it("leaves the list of open ones", async () => {
    expect(await settle()).toBe(true);
    expect(idsOf(await read())).toEqual(["claire:zoe:refused"]);
    expect(await read("settled")).toMatchObject([{ id: "claire:emma:refused", settledAt: 50 }]);
    expect(await read("all")).toHaveLength(2);
  });

  it("is settled once, by its own school", async () => {
    expect(await settle("school-secondary")).toBe(false);
    expect(await settle(null)).toBe(false);
    expect((await Promise.all([settle(), settle(), settle()])).filter(Boolean)).toEqual([true]);
    expect(await settle("school-primary", 60)).toBe(false);
    expect(await read("settled")).toMatchObject([{ settledAt: 50 }]);
  });

  it("opens again when the guardian gives the answer again, and is gone once withdrawn", async () => {
    await settle();
    await record(refusal("emma", 70));
    expect(idsOf(await read())).toEqual(["claire:emma:refused", "claire:zoe:refused"]);
    await settle();
    await createStoredReports(store).withdraw("claire", ["emma"], "key");
    expect(idsOf(await read("all"))).toEqual(["claire:zoe:refused"]);
  });
});
