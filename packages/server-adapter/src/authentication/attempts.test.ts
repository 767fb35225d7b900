import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createAttempts } from "./attempts.ts";

const minute = 60;
const day = 86_400;
const budget = { tries: 5, lockSeconds: 15 * minute };

function open() {
  let now = 1_000_000;
  const store = createMemoryStore();
  const attempts = createAttempts(store, { now: () => now });
  return {
    attempts,
    store,
    now: () => now,
    advance(seconds: number) {
      now += seconds;
    },
    async spend(count = budget.tries) {
      for (let index = 0; index < count; index += 1) await attempts.take("a", budget);
    },
    async lockSeconds() {
      const taken = await attempts.take("a", budget);
      return taken.isAllowed ? 0 : taken.until - now;
    },
  };
}

describe("a budget of failures", () => {
  it("ASVS 6.3.1 lets five attempts through and locks the sixth out for 15 minutes", async () => {
    const { attempts, advance, now, spend } = open();
    await spend(4);
    expect(await attempts.take("a", budget)).toMatchObject({ isAllowed: true });
    const until = now() + 15 * minute;
    expect(await attempts.take("a", budget)).toEqual({ isAllowed: false, until, isContested: true });
    advance(15 * minute - 1);
    expect(await attempts.take("a", budget)).toEqual({ isAllowed: false, until, isContested: false });
    advance(1);
    expect(await attempts.take("a", budget)).toMatchObject({ isAllowed: true });
  });

  it("ASVS 6.3.1 locks for twice as long each time, up to a day", async () => {
    const { advance, spend, lockSeconds } = open();
    const locks: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      await spend();
      locks.push(await lockSeconds());
      advance(locks.at(-1) ?? 0);
    }
    const hours = locks.map((seconds) => seconds / 3600);
    expect(hours).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24]);
  });

  it("never shortens a lock that is longer than a day by itself", async () => {
    const { attempts, now } = open();
    const long = { tries: 1, lockSeconds: 3 * day };
    await attempts.take("a", long);
    expect(await attempts.take("a", long)).toMatchObject({ until: now() + 3 * day });
  });

  it("counts each key alone", async () => {
    const { attempts, spend } = open();
    await spend();
    expect(await attempts.take("b", budget)).toMatchObject({ isAllowed: true });
  });

  it("is forgotten with the right secret, locks and all", async () => {
    const { attempts, store, spend, advance, lockSeconds } = open();
    await spend();
    advance(15 * minute);
    await store.commit(attempts.changesToForget("a"));
    await spend();
    expect(await lockSeconds()).toBe(15 * minute);
  });

  it("is forgotten after seven quiet days, and not before", async () => {
    const { spend, advance, lockSeconds } = open();
    await spend(4);
    advance(7 * day);
    await spend(1);
    expect(await lockSeconds()).toBe(15 * minute);
    advance(15 * minute);
    await spend(4);
    advance(8 * day);
    await spend(4);
    expect(await lockSeconds()).toBe(0);
    expect(await lockSeconds()).toBe(15 * minute);
  });

  it("takes back an attempt as if it had not been, the lock it set included", async () => {
    const { attempts, store, spend } = open();
    await spend(4);
    const [before] = await store.find("attempts", { where: { key: "a" } });
    const last = await attempts.take("a", budget);
    if (last.isAllowed) await attempts.refund(last.attempt);
    expect(await store.find("attempts", { where: { key: "a" } })).toEqual([
      { ...before, version: (before?.version ?? 0) + 2 },
    ]);
  });

  it("takes back a first attempt by forgetting it", async () => {
    const { attempts, store } = open();
    const first = await attempts.take("a", budget);
    if (first.isAllowed) await attempts.refund(first.attempt);
    expect(await store.find("attempts", { where: {} })).toEqual([]);
  });

  it("takes back an attempt among others one by one, and never a lock that they share", async () => {
    const { attempts, spend, lockSeconds, store } = open();
    const first = await attempts.take("a", budget);
    await spend(2);
    if (first.isAllowed) await attempts.refund(first.attempt);
    expect((await store.find("attempts", { where: {} }))[0]?.failures).toBe(2);
    await spend(3);
    if (first.isAllowed) await attempts.refund(first.attempt);
    expect(await lockSeconds()).toBe(15 * minute);
  });

  it("takes back nothing once all was forgotten", async () => {
    const { attempts, store } = open();
    const first = await attempts.take("a", budget);
    await store.commit(attempts.changesToForget("a"));
    if (first.isAllowed) await attempts.refund(first.attempt);
    expect(await store.find("attempts", { where: {} })).toEqual([]);
  });

  it("costs nothing when the comparison could not take place", async () => {
    const { attempts, store } = open();
    const failure = new Error("busy");
    await expect(attempts.compare("a", budget, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await store.find("attempts", { where: {} })).toEqual([]);
  });

  it("says what the comparison came to, and never compares once it is spent", async () => {
    const { attempts, spend } = open();
    expect(await attempts.compare("a", budget, () => Promise.resolve(true))).toMatchObject({ isRight: true });
    expect(await attempts.compare("a", budget, () => Promise.resolve(false))).toMatchObject({
      isRight: false,
    });
    await spend(3);
    const compare = () => Promise.reject(new Error("compared"));
    expect(await attempts.compare("a", budget, compare)).toMatchObject({ isAllowed: false });
  });
});
