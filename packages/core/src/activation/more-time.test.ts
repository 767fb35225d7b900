import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { educonnectPasswordPolicy } from "../password/policy.ts";
import { defaultPlans } from "./plan.ts";
import { defaultActivationPolicy as policy } from "./policy.ts";
import type { ActivationState } from "./state.ts";
import { later, play, start, times, type Played } from "../../test/activation/play-events.ts";
import { transition } from "./transition.ts";
import { createView } from "./view.ts";

const minute = 60;
const hour = 60 * minute;
const { sms, letter, franceConnect } = defaultPlans;
const moreTime = { type: "moreTimeRequested" } as const;
const ceiling = start + policy.unprovenCeilingSeconds;

const typed: Played = { type: "identitySubmitted", givenName: "Claire", familyName: "Martin", phone: "06" };
const known: readonly Played[] = [typed, { type: "guardianMatched", subject: "p1" }];
const unknown: readonly Played[] = [typed, { type: "guardianUnmatched" }];
const wrongCode: readonly Played[] = [
  { type: "smsCodeSubmitted", code: "12345678" },
  { type: "smsCodeMismatched" },
];

const viewOf = (state: ActivationState, at: number) =>
  createView(
    state,
    1,
    {
      identifier: null,
      children: [],
      maskedEmail: null,
      maskedPhone: null,
      personal: [],
      contact: null,
      passwordPolicy: educonnectPasswordPolicy,
    },
    at,
    policy,
  );

/** Asks for more time two minutes before each end, as the wizard's warning does, until no more can be had. */
function askToTheEnd(begun: ActivationState): { readonly state: ActivationState; readonly asked: number } {
  let state = begun;
  for (let asked = 0; ; asked += 1) {
    const at = state.expiresAt - 2 * minute;
    if (!viewOf(state, at).accepts.includes("moreTimeRequested")) return { state, asked };
    state = transition(state, { ...moreTime, at }, policy).state;
  }
}

describe("more time (WCAG 2.2.1)", () => {
  it("is given from when it is asked for, and never takes away what there was", () => {
    expect(play(sms, [later(28 * minute, moreTime)]).state.expiresAt).toBe(start + 58 * minute);
    expect(play(sms, [later(minute, moreTime)]).state.expiresAt).toBe(start + 31 * minute);
    // A code on its way has already lengthened the flow's life to an hour.
    expect(play(sms, [...known, later(minute, moreTime)]).state.expiresAt).toBe(start + hour);
    expect(play(sms, [...known, later(59 * minute, moreTime)]).state.expiresAt).toBe(start + 89 * minute);
  });

  it("is refused where the end would not move by a minute, and the view says so", () => {
    const { state } = play(sms, [later(2 * minute, moreTime)]);
    for (const [after, moves] of [
      [0, false],
      [59, false],
      [60, true],
    ] as const) {
      const at = start + 2 * minute + after;
      expect(viewOf(state, at).accepts.includes("moreTimeRequested")).toBe(moves);
      const { rejection } = transition(state, { ...moreTime, at }, policy);
      expect(rejection).toBe(moves ? undefined : "event_not_accepted");
    }
    const nearCeiling = { ...state, expiresAt: ceiling - 59 };
    expect(transition(nearCeiling, { ...moreTime, at: ceiling - 90 }, policy).rejection).toBe(
      "event_not_accepted",
    );
    // Asked for each second of an hour: once a minute, from the first minute on.
    const asked = play(sms, times(3_600, later(1, moreTime)));
    expect(asked.state.expiresAt).toBe(start + hour + 30 * minute);
  });

  it("can be had at least ten times, and for longer than 20 hours in all", () => {
    const { state, asked } = askToTheEnd(play(sms, []).state);
    expect(asked).toBeGreaterThanOrEqual(10);
    expect(state.expiresAt - start).toBeGreaterThan(20 * hour);
  });

  it("ends at the ceiling, and the view says so", () => {
    const { state } = askToTheEnd(play(sms, known).state);
    expect(state.expiresAt).toBe(ceiling);
    expect(viewOf(state, ceiling - 1).accepts).not.toContain("moreTimeRequested");
    expect(transition(state, { ...moreTime, at: ceiling - 1 }, policy)).toEqual({
      state,
      effects: [],
      rejection: "event_not_accepted",
    });
  });

  it("changes nothing else: budgets, locks, cooldowns and issues stay as they are", () => {
    const cases: readonly (readonly Played[])[] = [
      [],
      known,
      [...known, ...wrongCode],
      [...known, ...times(5, ...wrongCode)],
      [...known, { type: "smsCodeSubmitted", code: "12345678" }],
      [...known, { type: "backRequested" }],
    ];
    for (const events of cases) {
      const before = play(sms, events).state;
      const at = before.expiresAt - 1;
      const { state, effects, rejection } = transition(before, { ...moreTime, at }, policy);
      expect([effects, rejection]).toEqual([[], undefined]);
      expect(state).toEqual({ ...before, expiresAt: at + policy.unprovenTtlSeconds });
    }
  });

  it("is not for a flow that a proof gave seven days, nor for one that has ended", () => {
    for (const { state } of [
      play(letter, []),
      play(franceConnect, [{ type: "franceConnectMatched", subject: "p1" }]),
      play(sms, [{ type: "abandonRequested" }]),
      play(sms, [later(30 * minute, moreTime)]),
    ]) {
      const at = state.expiresAt - 1;
      expect(transition(state, { ...moreTime, at }, policy).rejection).toBe("event_not_accepted");
      expect(viewOf(state, at).accepts).not.toContain("moreTimeRequested");
    }
  });

  it("is alike whether or not anybody was matched, whenever it is asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * hour }), { maxLength: 30 }), (waits) => {
        const asked = waits.map((wait) => later(wait, moreTime));
        const [one, other] = [play(sms, [...known, ...asked]), play(sms, [...unknown, ...asked])];
        expect({ ...one, state: { ...one.state, subject: null } }).toEqual(other);
        const at = start + waits.reduce((sum, wait) => sum + wait, 0);
        expect(viewOf(one.state, at)).toEqual(viewOf(other.state, at));
        expect(one.state.expiresAt).toBeLessThanOrEqual(ceiling);
      }),
      { numRuns: 300 },
    );
  });
});
