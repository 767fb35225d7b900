import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { DeliveryError } from "../../ports/delivery-error.ts";
import { webRandom } from "../../ports/random.ts";
import type { SmsGateway, SmsReceipt } from "../../ports/sms-gateway.ts";
import { StoreUnavailableError } from "../../ports/store-errors.ts";
import type { Store } from "../../ports/store.ts";
import { createMemoryStore } from "../../stores/memory/memory-store.ts";
import { readReceipts } from "./read-receipts.ts";
import { recordReceipts, type ReceiptsEnvironment } from "./record-receipts.ts";
import { keepSms, smsTtlSeconds } from "./sms-row.ts";

const startedAt = 1_800_000_000;
let store: Store;
let time: number;
let log: { event: string; fields: object }[];
let environment: ReceiptsEnvironment;

beforeEach(() => {
  store = createMemoryStore();
  time = startedAt;
  log = [];
  environment = {
    store,
    clock: { now: () => time },
    random: webRandom,
    logger: { log: (_, event, fields = {}) => void log.push({ event, fields }) },
  };
});

const keep = (id: string, gatewayId: string | null = `g-${id}`, isAsked = true) =>
  store.commit([keepSms(id, { gatewayId }, isAsked, time)]);
const delivered = (id: string): SmsReceipt => ({ gatewayId: `g-${id}`, status: "delivered", reason: null });
const failed = (id: string, reason: string | null = "expired"): SmsReceipt => ({
  gatewayId: `g-${id}`,
  status: "failed",
  reason,
});
const find = async (id: string) => (await store.find("texts", { where: { id } }))[0];
const audit = async () => (await store.find("audit", { where: {} })).map(({ event }) => event);
const events = () => log.map(({ event }) => event);

describe("recordReceipts", () => {
  it("records the outcome of an SMS once, with an audit entry by its random id", async () => {
    await keep("a");
    expect(await recordReceipts(environment, [delivered("a")])).toBe(1);
    expect(await find("a")).toMatchObject({ status: "delivered", reason: null, check_at: null });
    expect(await recordReceipts(environment, [delivered("a"), delivered("a")])).toBe(0);
    expect(await store.find("audit", { where: {} })).toMatchObject([
      { event: "sms_delivered", subject_id: null, details: '{"message":"a","reason":null}' },
    ]);
    expect(log).toEqual([{ event: "sms_delivered", fields: { id: "a", reason: null } }]);
  });

  it("accepts a delivery after a failure, and no failure after a delivery", async () => {
    await keep("a");
    await recordReceipts(environment, [failed("a", "subscriber_absent"), failed("a", "expired")]);
    expect(await find("a")).toMatchObject({ status: "failed", reason: "subscriber_absent" });
    await recordReceipts(environment, [delivered("a"), failed("a")]);
    expect(await find("a")).toMatchObject({ status: "delivered", reason: null });
    expect(await audit()).toEqual(["sms_failed", "sms_delivered"]);
  });

  it("ends in the same state whatever the order and number of receipts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 6 }), async (kinds) => {
        store = createMemoryStore();
        environment = { ...environment, store };
        await keep("a");
        for (const isDelivered of kinds) {
          await recordReceipts(environment, [isDelivered ? delivered("a") : failed("a")]);
        }
        const last = kinds.length === 0 ? "sent" : "failed";
        expect((await find("a"))?.status).toBe(kinds.includes(true) ? "delivered" : last);
        expect((await audit()).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });

  it("ignores receipts of unknown SMS", async () => {
    await keep("a", null);
    expect(await recordReceipts(environment, [delivered("b"), failed("")])).toBe(0);
    expect(await audit()).toEqual([]);
    expect(log).toEqual([]);
  });

  it("has one winner among parallel receipts for an SMS, and a delivery wins", async () => {
    await keep("a");
    const many = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? failed("a") : delivered("a")));
    await Promise.all(many.map((receipt) => recordReceipts(environment, [receipt])));
    expect(await find("a")).toMatchObject({ status: "delivered" });
    const entries = await audit();
    expect(entries.filter((event) => event === "sms_delivered")).toHaveLength(1);
    expect(entries.filter((event) => event === "sms_failed").length).toBeLessThanOrEqual(1);
  });

  it("warns of failures with the counts of the last hour", async () => {
    await keep("old");
    time += 3601;
    for (const id of ["a", "b", "c", "d"]) await keep(id);
    await recordReceipts(environment, [delivered("a"), failed("old"), failed("b"), failed("c")]);
    expect(log.at(-1)).toEqual({
      event: "sms_failing",
      fields: { failed: 2, delivered: 1, unknown: 1, seconds: 3600 },
    });
    expect(events().filter((event) => event === "sms_failing")).toHaveLength(1);
  });

  it("records a receipt even if the logger fails", async () => {
    await keep("a");
    const logger = {
      log() {
        throw new Error("the log's disk is full");
      },
    };
    expect(await recordReceipts({ ...environment, logger }, [failed("a")])).toBe(1);
  });

  it("records a receipt that is sent again after the store was unreachable", async () => {
    await keep("a");
    const gone: Store = {
      ...store,
      commit: async () => {
        throw new StoreUnavailableError("gone");
      },
    };
    await expect(recordReceipts({ ...environment, store: gone }, [delivered("a")])).rejects.toMatchObject({
      code: "store_unavailable",
    });
    expect(await recordReceipts(environment, [delivered("a")])).toBe(1);
  });
});

describe("readReceipts", () => {
  /** A gateway that has been asked for these, and knows what became of some. */
  function createGateway(known: Map<string, SmsReceipt> = new Map()) {
    const asked: { id: string; at: number }[] = [];
    const smsGateway: SmsGateway = {
      send: async () => ({ gatewayId: null }),
      async readReceipt(id) {
        asked.push({ id, at: time - startedAt });
        return known.get(id) ?? null;
      },
    };
    return { asked, known, smsGateway };
  }

  it("asks less and less often until it has the receipt", async () => {
    const { asked, known, smsGateway } = createGateway();
    await keep("a");
    for (; time < startedAt + 1000; time += 5) {
      if (time === startedAt + 500) known.set("g-a", delivered("a"));
      await readReceipts({ ...environment, smsGateway });
    }
    expect(asked.map(({ at }) => at)).toEqual([15, 45, 105, 225, 465, 945]);
    expect(await find("a")).toMatchObject({ status: "delivered", check_at: null });
  });

  it("stops asking once the SMS has expired", async () => {
    const { asked, smsGateway } = createGateway();
    await keep("a");
    while ((await find("a"))?.check_at !== null) {
      time = (await find("a"))?.check_at ?? time;
      await readReceipts({ ...environment, smsGateway });
    }
    expect(time).toBeLessThan(startedAt + smsTtlSeconds);
    expect(time).toBeGreaterThan(startedAt + smsTtlSeconds - 2 * 3600);
    expect(asked.length).toBeLessThan(90);
  });

  it("asks for each SMS from one process only", async () => {
    const { asked, smsGateway } = createGateway();
    for (let index = 0; index < 30; index += 1) await keep(`t${index}`);
    time += 15;
    await Promise.all(Array.from({ length: 4 }, () => readReceipts({ ...environment, smsGateway })));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(30);
    expect(asked).toHaveLength(30);
  });

  it("asks for at most 50 at a time, the longest waiting first", async () => {
    const { asked, smsGateway } = createGateway();
    for (let index = 0; index < 60; index += 1) await keep(`t${index}`);
    time += 15;
    await readReceipts({ ...environment, smsGateway });
    expect(asked).toHaveLength(50);
    await readReceipts({ ...environment, smsGateway });
    expect(asked).toHaveLength(60);
  });

  it("survives a gateway in trouble, and stops asking for what can never be known", async () => {
    const { smsGateway, known } = createGateway(new Map([["g-c", delivered("c")]]));
    const errors = new Map<string, unknown>([
      ["g-a", new DeliveryError("ovh_502", true)],
      ["g-b", new DeliveryError("ovh_credentials", false)],
      ["g-d", new TypeError("+33612345678")],
    ]);
    const shaky: SmsGateway = {
      ...smsGateway,
      async readReceipt(id) {
        if (errors.has(id)) throw errors.get(id);
        return (await smsGateway.readReceipt?.(id)) ?? null;
      },
    };
    for (const id of ["a", "b", "c", "d"]) await keep(id);
    time += 15;
    expect(await readReceipts({ ...environment, smsGateway: shaky })).toBe(1);
    expect((await find("a"))?.check_at).toBe(time + 30);
    expect((await find("b"))?.check_at).toBeNull();
    expect(log.filter(({ event }) => event === "receipt_unread").map(({ fields }) => fields)).toEqual([
      { id: "a", tries: 1, reason: "ovh_502" },
      { id: "b", tries: 1, reason: "ovh_credentials" },
      { id: "d", tries: 1, reason: "gateway_error" },
    ]);
    errors.clear();
    known.set("g-a", failed("a"));
    time += 30;
    expect(await readReceipts({ ...environment, smsGateway: shaky })).toBe(1);
    expect(await find("a")).toMatchObject({ status: "failed" });
  });

  it("does not ask a gateway that sends receipts by itself, nor for an SMS without a gateway id", async () => {
    await keep("a", "g-a", false);
    await keep("b", null);
    time += 15;
    const { asked, smsGateway } = createGateway();
    await readReceipts({ ...environment, smsGateway });
    expect(asked).toEqual([]);
    const { readReceipt: _, ...telling } = smsGateway;
    await keep("c");
    time += 15;
    expect(await readReceipts({ ...environment, smsGateway: telling })).toBe(0);
  });
});
