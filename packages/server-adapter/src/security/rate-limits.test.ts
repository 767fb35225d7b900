import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createRateLimits, type RateLimit } from "./rate-limits.ts";

const hourly = { most: 3, withinSeconds: 3_600 };
const daily = { most: 5, withinSeconds: 86_400 };

function open(at = 1_000_000) {
  const time = { now: at };
  const store = createMemoryStore();
  return { time, store, limits: createRateLimits(store, { now: () => time.now }) };
}

describe("rate limits", () => {
  it("slide: the next is allowed when the oldest of the window leaves it", async () => {
    const { time, limits } = open();
    for (const seconds of [0, 600, 600]) {
      time.now += seconds;
      expect(await limits.take("a", [hourly, daily])).toMatchObject({ isAllowed: true });
    }
    expect(await limits.take("a", [hourly, daily])).toEqual({ isAllowed: false, until: 1_003_600 });
    time.now = 1_003_599;
    expect(await limits.take("a", [hourly, daily])).toMatchObject({ isAllowed: false });
    time.now = 1_003_600;
    expect(await limits.take("a", [hourly, daily])).toMatchObject({ isAllowed: true });
    expect(await limits.take("b", [hourly, daily])).toMatchObject({ isAllowed: true });
  });

  it("say when the longer window opens, where it is the one that is full", async () => {
    const { time, limits } = open();
    for (let index = 0; index < 5; index += 1) {
      await limits.take("a", [hourly, daily]);
      time.now += 3_600;
    }
    expect(await limits.take("a", [hourly, daily])).toEqual({ isAllowed: false, until: 1_086_400 });
  });

  it("count exactly, however many ask at once", async () => {
    const { limits, store } = open();
    const results = await Promise.all(Array.from({ length: 60 }, () => limits.take("a", [daily])));
    expect(results.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    expect(await store.find("rate_limits", { where: {} })).toHaveLength(1);
  });

  it("refund what was not done, once, and no more than was counted", async () => {
    const { limits, store } = open();
    const taken = await limits.take("a", [hourly]);
    await limits.take("a", [hourly]);
    await limits.take("a", [hourly]);
    if (!taken.isAllowed) throw new TypeError("The first is always allowed.");
    await Promise.all([taken.refund(), limits.take("b", [hourly])]);
    expect(await limits.take("a", [hourly])).toMatchObject({ isAllowed: true });
    expect(await limits.take("a", [hourly])).toMatchObject({ isAllowed: false });
    await store.commit([{ type: "delete", table: "rate_limits", where: { key: "a" } }]);
    await taken.refund();
    expect(await limits.take("a", [hourly])).toMatchObject({ isAllowed: true });
  });

  it("outlive their rows by no more than the longest window", async () => {
    const { limits, store } = open();
    await limits.take("a", [hourly, daily]);
    expect(await store.find("rate_limits", { where: {} })).toMatchObject([{ expires_at: 1_086_400 }]);
  });

  it("of a clock set back hold for a window at most", async () => {
    const { time, limits } = open();
    for (let index = 0; index < 3; index += 1) await limits.take("a", [hourly, daily]);
    time.now -= 7_200;
    expect(await limits.take("a", [hourly, daily])).toMatchObject({ isAllowed: true });
    time.now += 7_200 - 1_800;
    const refused = await limits.take("a", [hourly, daily]);
    expect(refused).toEqual({ isAllowed: false, until: 1_003_600 });
  });

  it("never let any window hold more than it allows, whatever the clock does, and refuse only for a reason", async () => {
    const limit = fc.record({
      most: fc.integer({ min: 1, max: 4 }),
      withinSeconds: fc.integer({ min: 1, max: 40 }),
    });
    const moves = fc.array(fc.integer({ min: -30, max: 60 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(limit, limit, moves, async (one, other, steps) => {
        const { time, limits } = open();
        const both: readonly RateLimit[] = [one, other];
        const longest = Math.max(one.withinSeconds, other.withinSeconds);
        let done: number[] = [];
        for (const step of steps) {
          time.now += step;
          const { now } = time;
          const result = await limits.take("a", both);
          // What a window could hold together with now, of all that was ever done.
          const near = ({ withinSeconds }: RateLimit) =>
            done.filter((at) => Math.abs(at - now) < withinSeconds).length;
          if (!result.isAllowed) {
            expect(both.some((each) => near(each) >= each.most)).toBe(true);
            expect(result.until).toBeGreaterThan(now);
            expect(result.until).toBeLessThan(now + 2 * longest);
            continue;
          }
          // What was once out of every window is forgotten, even by a clock that comes back to it.
          done = [...done.filter((at) => Math.abs(at - now) < longest), now];
          for (const { most, withinSeconds } of both) {
            for (const start of done) {
              const held = done.filter((at) => at >= start && at < start + withinSeconds);
              expect(held.length).toBeLessThanOrEqual(most);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("allow exactly what a naive model does while the clock goes forward", async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, async (gaps) => {
        const { time, limits } = open();
        const both = [
          { most: 2, withinSeconds: 20 },
          { most: 4, withinSeconds: 90 },
        ];
        const done: number[] = [];
        for (const gap of gaps) {
          time.now += gap;
          const isFree = both.every(
            ({ most, withinSeconds }) => done.filter((at) => at > time.now - withinSeconds).length < most,
          );
          const result = await limits.take("a", both);
          expect(result.isAllowed).toBe(isFree);
          if (isFree) done.push(time.now);
        }
      }),
      { numRuns: 200 },
    );
  });
});
