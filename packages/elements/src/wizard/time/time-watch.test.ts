import { describe, expect, it } from "vitest";
import { createManualTimers } from "../../../test/manual-timers.ts";
import type { TimeLimit } from "./time-limit.ts";
import { TimeWatch } from "./time-watch.ts";

const now = 1_800_000_000;
const minute = 60;
const limit = (endsIn: number, change: Partial<TimeLimit> = {}): TimeLimit => ({
  of: "flow",
  endsAt: now + endsIn,
  now,
  canExtend: true,
  ...change,
});

/** A watch whose server answers as a test says; what it told, in seconds left, and how often it asked. */
function watchOver(onCheck: (watch: TimeWatch) => void | Promise<void> = () => undefined) {
  const timers = createManualTimers();
  const told: (number | null)[] = [];
  let checks = 0;
  let sleptMilliseconds = 0;
  const watch = new TimeWatch({
    // A phone that sleeps stops its timers, not its clock.
    timers: { ...timers, now: () => timers.now() + sleptMilliseconds },
    check: async () => {
      checks += 1;
      await onCheck(watch);
    },
    onWarn: (secondsLeft) => {
      if (secondsLeft !== told.at(-1)) told.push(secondsLeft);
    },
  });
  return {
    watch,
    told,
    checks: () => checks,
    pass: (seconds: number) => timers.advance(seconds * 1000),
    sleep: (seconds: number) => {
      sleptMilliseconds += seconds * 1000;
    },
    pending: () => timers.pending(),
  };
}

describe("TimeWatch (WCAG 2.2.1)", () => {
  it("warns two minutes and one minute before the end, and says no more once it is over", async () => {
    const { watch, told, pass, pending } = watchOver();
    watch.follow(limit(30 * minute));
    await pass(28 * minute - 1);
    expect(told).toEqual([null]);
    await pass(1);
    await pass(0);
    expect(told).toEqual([null, 120]);
    await pass(59);
    expect(told).toEqual([null, 120]);
    await pass(1);
    expect(told).toEqual([null, 120, 60]);
    await pass(60);
    await pass(0);
    expect(told).toEqual([null, 120, 60, null]);
    expect(pending()).toBe(0);
  });

  it("asks the server before it says anything: who was given more time elsewhere is not warned", async () => {
    const extended = limit(90 * minute, { now: now + 28 * minute });
    const { watch, told, checks, pass } = watchOver((self) => self.follow(extended));
    watch.follow(limit(30 * minute));
    await pass(60 * minute);
    expect([told, checks()]).toEqual([[null], 1]);
  });

  it("warns all the same, within seconds, where the server does not answer", async () => {
    const { watch, told, pass } = watchOver(() => new Promise(() => undefined));
    watch.follow(limit(30 * minute));
    await pass(28 * minute + 5);
    expect(told).toEqual([null, 115]);
  });

  it("goes straight to the end after a sleep through it, without a warning that comes too late", async () => {
    const { watch, told, checks, pass, sleep } = watchOver();
    watch.follow(limit(30 * minute));
    sleep(3_600);
    await pass(28 * minute);
    await pass(0);
    expect([told, checks()]).toEqual([[null], 1]);
  });

  it("after a short sleep says how long there is in truth", async () => {
    const { watch, told, pass, sleep } = watchOver();
    watch.follow(limit(30 * minute));
    sleep(85);
    await pass(28 * minute);
    await pass(0);
    expect(told).toEqual([null, 35]);
  });

  it("sets its clock by whatever the server said last", async () => {
    const { watch, told, pass } = watchOver();
    watch.follow(limit(30 * minute));
    // Ten minutes went by at the server, of which this page's timers know nothing.
    watch.follow(limit(30 * minute, { now: now + 10 * minute }));
    watch.follow(limit(30 * minute));
    await pass(18 * minute);
    await pass(0);
    expect(told).toEqual([null, 120]);
  });

  it("takes its warning back once more time is given, and warns again in the end", async () => {
    const { watch, told, pass } = watchOver();
    watch.follow(limit(30 * minute));
    await pass(29 * minute);
    watch.follow(limit(59 * minute, { now: now + 29 * minute }));
    // An older answer, late on its way.
    watch.follow(limit(30 * minute, { now: now + 28 * minute }));
    await pass(28 * minute);
    await pass(0);
    expect(told).toEqual([null, 120, 60, null, 120]);
  });

  it("falls silent where nothing is left to end", async () => {
    const { watch, told, pass, pending } = watchOver();
    watch.follow(limit(minute));
    await pass(1);
    watch.follow(null);
    expect([told.at(-1), pending()]).toEqual([null, 0]);
    watch.follow(limit(90, { of: "session", canExtend: false }));
    await pass(1);
    expect([watch.of, watch.canExtend, told.at(-1)]).toEqual(["session", false, 90]);
    watch.stop();
    expect(pending()).toBe(0);
  });
});
