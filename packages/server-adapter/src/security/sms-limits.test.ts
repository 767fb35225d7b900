import { describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createKeyRing, generateMasterKey } from "./keys.ts";
import { createRateLimits } from "./rate-limits.ts";
import { createSmsLimits, type SmsLimitOptions } from "./sms-limits.ts";
import { createVault } from "./vault.ts";

const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));
const hour = 3_600;
const number = (index: number) => `+336${String(10_000_000 + index)}`;

function open(options: SmsLimitOptions) {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now };
  const store = createMemoryStore();
  const logged: unknown[][] = [];
  const logger = { log: (...entry: unknown[]) => void logged.push(entry) };
  const parts = { rateLimits: createRateLimits(store, clock), vault, random: webRandom, clock, logger };
  return { time, store, logged, limits: createSmsLimits(parts, options) };
}

const takeMany = async (limits: ReturnType<typeof open>["limits"], count: number, from = 0) =>
  Promise.all(Array.from({ length: count }, (_, index) => limits.take(number(from + index))));

describe("the breaker of all texts", () => {
  it("opens at its limit, says so once a minute, and closes again by itself", async () => {
    const { time, limits, logged } = open({ inAllAnHour: 20 });
    expect((await takeMany(limits, 20)).every(({ isAllowed }) => isAllowed)).toBe(true);
    for (let index = 0; index < 3; index += 1) {
      expect(await limits.take(number(100))).toEqual({
        isAllowed: false,
        of: "all",
        until: 1_000_000 + hour,
      });
    }
    expect(logged).toEqual([["error", "sms_breaker_open", { inAllAnHour: 20 }]]);
    time.now += 60;
    await limits.take(number(100));
    expect(logged).toHaveLength(2);
    time.now += hour - 60;
    expect(await limits.take(number(100))).toMatchObject({ isAllowed: true });
  });

  it("takes nothing from a number while it is open", async () => {
    const { time, limits } = open({ inAllAnHour: 1 });
    await limits.take(number(1));
    for (let index = 0; index < 9; index += 1) await limits.take(number(2));
    time.now += hour;
    expect(await limits.take(number(2))).toMatchObject({ isAllowed: true });
  });

  it("spread over several counters, lets no more through in all, and not many fewer", async () => {
    const { limits, store } = open({ inAllAnHour: 1_200 });
    const results = [];
    for (let batch = 0; batch < 15; batch += 1) results.push(...(await takeMany(limits, 100, batch * 100)));
    const allowed = results.filter(({ isAllowed }) => isAllowed).length;
    expect(allowed).toBeLessThanOrEqual(1_200);
    expect(allowed).toBeGreaterThan(1_100);
    const shards = (await store.find("rate_limits", { where: {} })).filter(({ key }) =>
      key.startsWith("texts-in-all"),
    );
    expect(shards).toHaveLength(4);
  });
});

describe("the limits of one number", () => {
  it("are 3 an hour and 5 a day, and hold no number in clear", async () => {
    const { time, limits, store, logged } = open({});
    const pattern = [];
    for (let index = 0; index < 14; index += 1) {
      pattern.push((await limits.take(number(1))).isAllowed);
      time.now += 20 * 60;
    }
    expect(pattern.map(Number).join("")).toBe("11111000000000");
    expect(logged.every(([level, event]) => level === "info" && event === "sms_limit_reached")).toBe(true);
    const rows = JSON.stringify(await store.find("rate_limits", { where: {} }));
    expect(rows + JSON.stringify(logged)).not.toContain("10000001");
  });
});
