import { beforeAll, describe, expect, it } from "vitest";
import type { PlainResponse } from "../../src/http/message.ts";
import type { PasswordHasher } from "../../src/ports/password-hasher.ts";
import { webRandom } from "../../src/ports/random.ts";
import type { Store } from "../../src/ports/store.ts";
import { createKeyRing, generateMasterKey } from "../../src/security/keys.ts";
import { createVault, type Vault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createPageHasher } from "../portal/page-hasher.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { identify, decryptIdentity, settleFamily, smsRecords, tries, typedNobody } from "./sms-journey.ts";

/** A portal that notes every call to its store, its vault and its hasher. */
async function openWatched() {
  const calls: string[] = [];
  const inner = createMemoryStore();
  const store: Store = {
    ...inner,
    find(table, query) {
      calls.push(`find ${table} by ${Object.keys(query.where).join()}`);
      return inner.find(table, query);
    },
    commit(changes) {
      calls.push(`commit ${changes.map(({ type, table }) => `${type} ${table}`).join()}`);
      return inner.commit(changes);
    },
  };
  const sealing = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
  const vault: Vault = {
    ...sealing,
    encrypt(place, text) {
      calls.push(`encrypt ${place.table === "outbox" ? "" : text.length}`);
      return sealing.encrypt(place, text);
    },
    decrypt(place, sealed) {
      calls.push("decrypt");
      return sealing.decrypt(place, sealed);
    },
    lookupKey(purpose, value) {
      calls.push(`key ${purpose}`);
      return sealing.lookupKey(purpose, value);
    },
    lookupKeys(purpose, value) {
      calls.push(`keys ${purpose}`);
      return sealing.lookupKeys(purpose, value);
    },
  };
  const hasher = createPageHasher();
  const passwordHasher: PasswordHasher = {
    ...hasher,
    hash(password) {
      calls.push("hash");
      return hasher.hash(password);
    },
    verify(phc, password) {
      calls.push("verify");
      return hasher.verify(phc, password);
    },
  };
  // Few enough for one counter of all texts: with several, chance decides which is new.
  const rateLimits = { sms: { inAllAnHour: 100 } };
  const portal = await createTestPortal({ store, vault, passwordHasher, rateLimits, records: smsRecords });
  await settleFamily(portal);
  // The first look of a process makes its decoys.
  await identify(portal, { ...typedNobody, phone: "+33699999999" });
  await portal.texts();
  return { portal, calls };
}

/** What can be seen of an answer: all of it, but of what is random only how long it is. */
function seen({ status, headers, body, cookies = [] }: PlainResponse) {
  const told = cookies.map(({ name, value, maxAgeSeconds }) => ({
    name,
    size: value?.length,
    maxAgeSeconds,
  }));
  return { status, headers, body, length: JSON.stringify(body).length, cookies: told };
}

/** Everything that a stranger can do on the way, and what each thing showed and cost. */
async function wander(name: keyof typeof tries) {
  const { portal, calls } = await openWatched();
  const { typed } = tries[name];
  const identity = { type: "identitySubmitted", ...typed } as const;
  const browser = await decryptIdentity(portal);
  const code = { type: "smsCodeSubmitted", code: "00000000" } as const;
  const moves: readonly (readonly [string, number, () => Promise<PlainResponse>])[] = [
    ["identity", 0, () => browser.send(identity)],
    ["status", 0, () => browser.request("readStatus")],
    ["begun again", 0, () => browser.request("startFlow", { method: "sms" })],
    ["wrong code", 1, () => browser.send(code)],
    ["no code", 1, () => browser.send({ ...code, code: "" })],
    ["more time", 1, () => browser.send({ type: "moreTimeRequested" })],
    ["resend too soon", 1, () => browser.send({ type: "smsCodeResendRequested" })],
    ["back", 1, () => browser.send({ type: "backRequested" })],
    ["forth", 1, () => browser.send({ type: "continueRequested" })],
    ["resend", 60, () => browser.send({ type: "smsCodeResendRequested" })],
    ["third wrong code", 1, () => browser.send(code)],
    ["fourth wrong code", 1, () => browser.send(code)],
    ["fifth wrong code", 1, () => browser.send(code)],
    ["code while locked", 1, () => browser.send(code)],
    ["resend while locked", 1, () => browser.send({ type: "smsCodeResendRequested" })],
    ["back while locked", 1, () => browser.send({ type: "backRequested" })],
    ["identity while locked", 1, () => browser.send(identity)],
    ["more time while locked", 1, () => browser.send({ type: "moreTimeRequested" })],
    ["code too old", 1_800, () => browser.send(code)],
    ["more time near the end", 120, () => browser.send({ type: "moreTimeRequested" })],
    ["resend beyond the hour's", 1, () => browser.send({ type: "smsCodeResendRequested" })],
    ["status in the end", 1, () => browser.request("readStatus")],
    ["given up", 1, () => browser.send({ type: "abandonRequested" })],
  ];
  const shown = [];
  const cost = [];
  for (const [step, seconds, move] of moves) {
    portal.clock.advance(seconds);
    calls.length = 0;
    shown.push({ step, ...seen(await move()) });
    // Reads asked for together come in no order; commits do.
    cost.push({ step, commits: calls.filter((call) => call.startsWith("commit")), all: calls.toSorted() });
  }
  const codes = shown.map(({ body }) =>
    body !== null && typeof body === "object" ? Reflect.get(body, "code") : "",
  );
  return { shown, cost, codes, texts: (await portal.texts()).length };
}

describe("ASVS 6.3.8 whoever is typed on the identity screen", () => {
  let known: Awaited<ReturnType<typeof wander>>;
  beforeAll(async () => {
    known = await wander("match");
  });

  it("goes a way that reaches every answer", () => {
    const statuses = known.shown.map(({ status }) => status);
    expect(statuses).toEqual([
      200, 200, 200, 200, 200, 409, 429, 200, 200, 200, 200, 200, 200, 429, 429, 200, 200, 409, 200, 200, 429,
      200, 200,
    ]);
    expect(known.codes.filter((code) => code !== undefined)).toEqual([
      "event_not_accepted",
      "resend_too_soon",
      "step_locked",
      "step_locked",
      "event_not_accepted",
      "sends_exhausted",
    ]);
    expect(known.shown[0]?.body).toMatchObject({
      step: { sending: { to: "+33 •• •• •• 71" } },
      contact: null,
    });
    expect(known.shown[18]?.body).toMatchObject({ issues: [{ code: "code_expired" }] });
  });

  it.each(Object.keys(tries).filter((name): name is keyof typeof tries => name in tries))(
    "sees and costs the same at every step: %s",
    async (name) => {
      const { shown, cost, texts } = await wander(name);
      expect(shown).toEqual(known.shown);
      expect(cost).toEqual(known.cost);
      expect(texts).toBe(tries[name].says === "nobody" ? 0 : known.texts);
    },
  );

  it("keeps rows of the same shape and length", async () => {
    const shapes = await Promise.all(
      (["match", "nobody", "homonyms", "active"] as const).map(async (name) => {
        const portal = await createTestPortal({ records: smsRecords });
        await settleFamily(portal);
        await identify(portal, tries[name].typed);
        const { store } = portal.environment;
        const [flow] = await store.find("flows", { where: {} });
        const codes = await store.find("sms_codes", { where: {} });
        return {
          person: flow?.person_id,
          contact: flow?.contact_encrypted?.length,
          codes: codes.length,
          limits: (await store.find("rate_limits", { where: {} })).length,
        };
      }),
    );
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    expect(shapes[0]?.person).toBeNull();
  });
});
