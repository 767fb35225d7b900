import {
  createKeyRing,
  createStoredAccounts,
  createStoredDirectory,
  createVault,
  generateMasterKey,
  issueLetter,
  createStoredDirectoryWriter,
  webRandom,
  type AccountWrite,
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
  await createStoredDirectoryWriter(store, vault).upsert({
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
  const accounts = createStoredAccounts(store, vault);
  const issuer = { store, accounts, directory: createStoredDirectory(store, vault), passwordHasher, clock };
  const { accountId, expiresAt } = await issueLetter(issuer, "a");
  await issueLetter(issuer, "b");
  const statusOf = async (at: number = now) => (await readStatuses(store, at))("a");
  const apply = async (...writes: readonly AccountWrite[]) => {
    const account = await accounts.find(accountId);
    if (account !== null) await accounts.apply(account, writes, "key");
  };
  return { store, statusOf, apply, expiresAt };
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
  const unsealed = { proofs: "[]", email_encrypted: null, contact_encrypted: null, identity_encrypted: null };
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
  const { statusOf, apply, expiresAt } = await setUp();
  const chosen = {
    type: "password",
    secret: "$argon2id$",
    lookupKeys: [],
    createdAt: now,
    expiresAt,
  } as const;
  await apply(
    { type: "removeCredentials", credentialType: "provisional" },
    { type: "saveCredential", credential: chosen },
  );
  expect(await statusOf()).toBe("started");
  expect(await statusOf(now + 90 * daySeconds)).toBe("expired");
});

test("active for good", async () => {
  const { statusOf, apply } = await setUp();
  await apply({ type: "activate", at: now, children: [], email: null, emailStatus: "none" });
  expect(await statusOf(now + 1000 * daySeconds)).toBe("active");
});

test("somebody without an account holds a letter that was issued", async () => {
  const { store } = await setUp();
  expect((await readStatuses(store, now))("nobody")).toBe("issued");
});
