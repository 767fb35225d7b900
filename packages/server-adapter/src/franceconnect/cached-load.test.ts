import { describe, expect, it } from "vitest";
import { createCachedLoad } from "./cached-load.ts";

function createCounted() {
  const state = { now: 1_000, loads: 0, fails: false };
  const cache = createCachedLoad(
    async () => {
      state.loads += 1;
      if (state.fails) throw new Error("down");
      return state.loads;
    },
    { now: () => state.now },
    60,
  );
  return { state, cache };
}

describe("createCachedLoad", () => {
  it("loads at first use, and again when the value is too old", async () => {
    const { state, cache } = createCounted();
    expect([await cache.get(), await cache.get()]).toEqual([1, 1]);
    state.now += 59;
    expect(await cache.get()).toBe(1);
    state.now += 1;
    expect(await cache.get()).toBe(2);
  });

  it("loads again after the clock was set back", async () => {
    const { state, cache } = createCounted();
    await cache.get();
    state.now -= 1;
    expect(await cache.get()).toBe(2);
  });

  it("shares one load among concurrent uses", async () => {
    const { cache } = createCounted();
    expect(await Promise.all([cache.get(), cache.get(), cache.refresh(), cache.get()])).toEqual([1, 1, 1, 1]);
    expect(await Promise.all([cache.refresh(), cache.refresh()])).toEqual([2, 2]);
  });

  it("keeps nothing of a failure", async () => {
    const { state, cache } = createCounted();
    state.fails = true;
    const both = await Promise.allSettled([cache.get(), cache.get()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(state.loads).toBe(1);
    state.fails = false;
    expect(await cache.get()).toBe(2);
  });

  it("keeps a fresh value when a refresh fails", async () => {
    const { state, cache } = createCounted();
    await cache.get();
    state.fails = true;
    await expect(cache.refresh()).rejects.toThrow("down");
    expect(await cache.get()).toBe(1);
  });
});
