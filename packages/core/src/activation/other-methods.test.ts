import { describe, expect, it } from "vitest";
import type { Fact } from "./events.ts";
import { createPlan, defaultPlans } from "./plan.ts";
import { startFlow, transition } from "./transition.ts";
import {
  back,
  choosePassword,
  confirmChildren,
  giveEmail,
  play,
  proceed,
  start,
  times,
  toMail,
  type Played,
} from "../../test/activation/play-events.ts";

const day = 86_400;

describe("the pupil's method", () => {
  const { pupil } = defaultPlans;
  const date: Played = { type: "birthDateSubmitted", birthDate: "2010-01-31" };
  const toDate = [...choosePassword];
  const toEmail: readonly Played[] = [...toDate, date, { type: "birthDateMatched" }];

  it("activates without an address, or sends its confirmation afterwards", () => {
    expect(play(pupil, [...toEmail, { type: "emailSkipped" }]).effects).toEqual([
      { type: "activateAccount", children: [], email: "none" },
    ]);
    const { state, effects } = play(pupil, [...toEmail, giveEmail]);
    expect(effects.map(({ type }) => type)).toEqual(["saveEmail", "activateAccount", "sendConfirmationMail"]);
    expect(state.sent.emailSent).toMatchObject({ count: 1 });
  });

  it("locks a pupil's own date for a day at the third wrong one", () => {
    const { state } = play(pupil, [...toDate, ...times(3, date, { type: "birthDateMismatched" })]);
    expect(state).toMatchObject({ lock: { step: "birthDate", until: start + day } });
  });

  it("counts no date that can't be one", () => {
    const issues = [{ code: "birth_date_impossible", field: "birthDate" }] as const;
    const { state } = play(pupil, [...toDate, date, { type: "birthDateIncomplete", issues }]);
    expect(state).toMatchObject({ step: "birthDate", issues, failures: {} });
  });

  it("keeps a lock that the store's own budget asks for", () => {
    const until = start + 2 * day;
    const events = [...toDate, date, { type: "budgetSpent", until }] as const;
    expect(play(pupil, events).state).toMatchObject({ lock: { step: "birthDate", until }, failures: {} });
    expect(play(pupil, [...toDate, { type: "budgetSpent", until }]).rejection).toBe("event_not_accepted");
  });
});

describe("the SMS method", () => {
  const { sms } = defaultPlans;
  const identity: Played = {
    type: "identitySubmitted",
    givenName: "Claire",
    familyName: "Martin",
    phone: "0612345612",
  };
  const matched: Played = { type: "guardianMatched", subject: "p1" };
  const unmatched: Played = { type: "guardianUnmatched" };
  const typeCode: Played = { type: "smsCodeSubmitted", code: "12345678" };

  it("activates on the code, the children and a password", () => {
    const proven: readonly Played[] = [identity, matched, typeCode, { type: "smsCodeMatched" }];
    const { state, effects } = play(sms, [...proven, ...confirmChildren, ...choosePassword]);
    expect(state.condition).toBe("completed");
    expect(effects).toContainEqual({ type: "activateAccount", children: ["c1"], email: "none" });
  });

  it("goes on alike for who is known and who is not, and takes no code for nobody", () => {
    expect(play(sms, [identity, unmatched]).effects).toEqual(play(sms, [identity, matched]).effects);
    const guess = play(sms, [identity, unmatched, typeCode, { type: "smsCodeMatched" }]);
    const wrong = play(sms, [identity, matched, typeCode, { type: "smsCodeMismatched" }]);
    expect({ ...guess.state, subject: "p1" }).toEqual(wrong.state);
  });

  it("takes no code that went to the number given before", () => {
    const renamed = times(6, identity, matched, back);
    const events = [...renamed, proceed];
    expect(play(sms, events).state).toMatchObject({ step: "smsCode", sent: { smsCode: { count: 5 } } });
    expect(play(sms, [...events, typeCode]).rejection).toBe("sends_exhausted");
  });
});

describe("the FranceConnect method", () => {
  const arrive: readonly Played[] = [{ type: "franceConnectMatched", subject: "p1" }];

  it("tells why the person came back without an identity, and lets them go again", () => {
    const failed: Fact = { type: "franceConnectFailed", issue: { code: "france_connect_cancelled" } };
    const { state } = play(defaultPlans.franceConnect, [failed]);
    expect(state).toMatchObject({ step: "franceConnect", issues: [failed.issue] });
  });

  it("reserves an identifier even where no password is asked for", () => {
    const plan = createPlan({
      method: "franceConnect",
      audience: "guardian",
      steps: ["franceConnect", "children"],
    });
    const { effects } = play(plan, [...arrive, ...confirmChildren]);
    expect(effects.map(({ type }) => type)).toEqual([
      "rotateFlow",
      "reportChildren",
      "reserveIdentifier",
      "activateAccount",
      "notifyGuardians",
    ]);
  });
});

describe("any method", () => {
  it("can be given up until the account is active, and not after", () => {
    const activated = [...toMail, { type: "emailConfirmed", generation: 1 }] as const;
    expect(play(defaultPlans.letter, [{ type: "abandonRequested" }]).state.condition).toBe("abandoned");
    expect(play(defaultPlans.letter, [...activated, { type: "abandonRequested" }]).rejection).toBe(
      "event_not_accepted",
    );
  });

  it.each(["constructor", "toString", "__proto__", "passwordAccepted"])(
    "does not take %s for an event",
    (type) => {
      const untyped: (...values: never) => unknown = transition;
      const { state } = play(defaultPlans.pupil, []);
      expect(Reflect.apply(untyped, null, [state, { type, at: start }])).toEqual({
        state,
        effects: [],
        rejection: "event_not_accepted",
      });
    },
  );

  it("needs a step", () => {
    expect(() => startFlow({ ...defaultPlans.sms, steps: [] }, start)).toThrow(TypeError);
  });
});
