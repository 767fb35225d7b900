import {
  createKeyRing,
  createVault,
  generateMasterKey,
  issueLetter,
  loadDirectory,
  webRandom,
} from "@educonnect-activation/server-adapter";
import { createArgon2Hasher } from "@educonnect-activation/server-adapter/node";
import { createMemoryStore } from "@educonnect-activation/server-adapter/stores/memory";
import {
  defaultActivationPolicy,
  defaultPlans,
  createPlan,
  startProvenFlow,
  transition,
  writeSnapshot,
} from "@educonnect-activation/core";
import { expect, test } from "vitest";
import { readStatuses } from "./read-statuses.ts";

const now = 1_800_000_000;
const clock = { now: () => now };
const daySeconds = 86_400;

async function setUp() {
  const store = createMemoryStore();
  const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
  const passwordHasher = createArgon2Hasher({ memoryKib: 8, iterations: 1 });
  await loadDirectory(store, vault, {
    schools: [],
    people: ["a", "b"].map((id) => ({
      id,
      kind: "pupil",
      givenName: "Zoë",
      familyName: "Lecœur",
      birthName: null,
      mobile: null,
      email: null,
      birthDate: null,
      schoolId: null,
    })),
    guardianships: [],
  });
  await issueLetter({ store, passwordHasher, clock }, "a");
  await issueLetter({ store, passwordHasher, clock }, "b");
  const statusOf = async (at: number = now) => (await readStatuses(store, at))("a");
  const set = (values: { readonly status?: "active"; readonly password_hash?: string }) =>
    store.commit([{ type: "update", table: "accounts", where: { person_id: "a" }, set: values, expect: 1 }]);
  return { store, statusOf, set };
}

const policy = defaultActivationPolicy;
const { state } = startProvenFlow(createPlan(defaultPlans.pupil), "a", now, policy);

test("issued, until its password runs out", async () => {
  const { statusOf } = await setUp();
  expect(await statusOf()).toBe("issued");
  expect(await statusOf(now + 90 * daySeconds - 1)).toBe("issued");
  expect(await statusOf(now + 90 * daySeconds)).toBe("expired");
});

test("started while an activation is under way, and issued again once it is over", async () => {
  const { store, statusOf } = await setUp();
  const unsealed = { email_encrypted: null, contact_encrypted: null, identity_encrypted: null };
  const flow = { id: "f", cookie_key: "c", person_id: "a", revision: 1, ...unsealed };
  const row = { ...flow, state: writeSnapshot(state), expires_at: now + 1800 };
  await store.commit([{ type: "insert", table: "flows", row }]);
  expect(await statusOf()).toBe("started");
  expect((await readStatuses(store, now))("b")).toBe("issued");
  expect(await statusOf(now + 1800)).toBe("issued");
  const abandoned = transition(state, { type: "abandonRequested", at: now }, policy).state;
  await store.commit([
    { type: "update", table: "flows", where: { id: "f" }, set: { state: writeSnapshot(abandoned) } },
  ]);
  expect(await statusOf()).toBe("issued");
});

test("started once a password is chosen, expired with the letter all the same", async () => {
  const { statusOf, set } = await setUp();
  await set({ password_hash: "$argon2id$" });
  expect(await statusOf()).toBe("started");
  expect(await statusOf(now + 90 * daySeconds)).toBe("expired");
});

test("active for good", async () => {
  const { statusOf, set } = await setUp();
  await set({ status: "active" });
  expect(await statusOf(now + 1000 * daySeconds)).toBe("active");
});

test("somebody without an account holds a letter that was issued", async () => {
  const { store } = await setUp();
  expect((await readStatuses(store, now))("nobody")).toBe("issued");
});
