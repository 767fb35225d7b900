import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { webRandom } from "../ports/random.ts";
import { auditEntry } from "./audit-entry.ts";
import { sealAudit, verifyAudit } from "./audit-chain.ts";

const key = generateMasterKey(webRandom, "a");
const vault = createVault(createKeyRing({ current: key }));

async function createTrail(length: number) {
  const store = createMemoryStore();
  await store.commit(
    Array.from({ length }, (_, index) => auditEntry(webRandom, 1_000 + index, "signed_in", `s${index}`)),
  );
  return store;
}

const rowAt = async (store: Awaited<ReturnType<typeof createTrail>>, position: number) => {
  const [row] = await store.find("audit", { where: { position } });
  if (!row) throw new TypeError(`No entry at ${position}.`);
  return row;
};

describe("the audit chain (ASVS 16.4.2)", () => {
  it.each([0, 1, 2, 199, 200, 201, 640])("holds over %i entries, sealed in parts", async (length) => {
    const store = await createTrail(length);
    expect(await sealAudit(store, vault)).toBe(length);
    expect(await sealAudit(store, vault)).toBe(0);
    await store.commit([auditEntry(webRandom, 9_999, "signed_out", null)]);
    expect(await verifyAudit(store, vault)).toMatchObject({ sealed: length, unsealed: 1, breaks: [] });
    expect(await sealAudit(store, vault)).toBe(1);
    const report = await verifyAudit(store, vault);
    expect(report).toMatchObject({ sealed: length + 1, unsealed: 0, breaks: [] });
    expect(report.head.position).toBe(length + 1);
  });

  it("is sealed once by sealers that run at the same time", async () => {
    const store = await createTrail(450);
    const sealed = await Promise.all(Array.from({ length: 5 }, () => sealAudit(store, vault)));
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(450);
    expect(await verifyAudit(store, vault)).toMatchObject({ sealed: 450, breaks: [] });
  });

  it.each([
    ["event", { event: "nothing" }],
    ["time", { at: 1 }],
    ["subject", { subject_id: "somebody-else" }],
    ["details", { details: '{"x":1}' }],
  ])("breaks where the %s of an entry was changed", async (_, set) => {
    const store = await createTrail(9);
    await sealAudit(store, vault);
    const { id } = await rowAt(store, 4);
    await store.commit([{ type: "update", table: "audit", where: { id }, set }]);
    expect((await verifyAudit(store, vault)).breaks).toEqual([{ position: 4, reason: "changed" }]);
  });

  it("breaks where an entry was removed, and shows where it ends", async () => {
    const store = await createTrail(9);
    await sealAudit(store, vault);
    const whole = await verifyAudit(store, vault);
    await store.commit([{ type: "delete", table: "audit", where: { position: 9 } }]);
    expect((await verifyAudit(store, vault)).head).not.toEqual(whole.head);
    await store.commit([{ type: "delete", table: "audit", where: { position: 5 } }]);
    expect((await verifyAudit(store, vault)).breaks).toEqual([{ position: 5, reason: "missing" }]);
  });

  it("breaks where two entries were swapped", async () => {
    const store = await createTrail(9);
    await sealAudit(store, vault);
    const [third, seventh] = [await rowAt(store, 3), await rowAt(store, 7)];
    await store.commit([
      { type: "update", table: "audit", where: { id: third.id }, set: { position: 70 } },
      { type: "update", table: "audit", where: { id: seventh.id }, set: { position: 3 } },
      { type: "update", table: "audit", where: { id: third.id }, set: { position: 7 } },
    ]);
    const positions = (await verifyAudit(store, vault)).breaks.map(({ position }) => position);
    expect(positions).toEqual(expect.arrayContaining([3, 7]));
  });

  it("can't be forged with another key, and holds across a rotation", async () => {
    const store = await createTrail(3);
    const stranger = createVault(createKeyRing({ current: generateMasterKey(webRandom, "x") }));
    await sealAudit(store, stranger);
    expect((await verifyAudit(store, vault)).breaks).toHaveLength(3);
    const own = await createTrail(3);
    await sealAudit(own, vault);
    const rotated = createVault(
      createKeyRing({ current: generateMasterKey(webRandom, "b"), previous: [key] }),
    );
    await own.commit([auditEntry(webRandom, 9_999, "signed_out", null)]);
    await sealAudit(own, rotated);
    expect(await verifyAudit(own, rotated)).toMatchObject({ sealed: 4, breaks: [] });
  });

  it("holds over what a real activation leaves", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    const { store } = portal.environment;
    expect(await sealAudit(store, portal.environment.vault)).toBeGreaterThan(1);
    expect((await verifyAudit(store, portal.environment.vault)).breaks).toEqual([]);
  });
});
