import { describe, expect, it } from "vitest";
import type { Command, Fact } from "./events.ts";
import { createPlan, defaultPlans } from "./plan.ts";
import { defaultActivationPolicy as policy } from "./policy.ts";
import { startFlow, startProvenFlow, transition } from "./transition.ts";
import {
  answerChildren,
  back,
  choosePassword,
  confirmed,
  giveEmail,
  later,
  play,
  proceed,
  start,
  times,
  toChildren,
  toMail,
  typeMailCode,
  wrongChildren,
  wrongMailCode,
  type Played,
} from "../../test/activation/play-events.ts";

const day = 86_400;

describe("the letter method", () => {
  const { letter } = defaultPlans;

  it("goes from the letter to the services, each effect in its place", () => {
    const whole = [
      ...toMail,
      { type: "emailConfirmed", generation: 1 },
      { type: "servicesRequested" },
    ] as const;
    const effects = whole.map((_played, index) =>
      play(letter, whole.slice(0, index + 1)).effects.map(({ type }) => type),
    );
    expect(effects).toEqual([
      ["saveEmail", "reserveIdentifier"],
      ["hashPassword"],
      ["savePassword"],
      ["checkChildren"],
      ["rotateFlow", "reportChildren", "sendConfirmationMail"],
      ["activateAccount", "notifyGuardians"],
      ["openSession"],
    ]);
    expect(play(letter, whole).state.condition).toBe("finished");
  });

  it("starts with a proof, and lives seven days", () => {
    const { state, effects } = startProvenFlow(letter, "p1", start, policy);
    expect(state).toMatchObject({ step: "email", subject: "p1", isProven: true, expiresAt: start + 7 * day });
    expect(effects).toEqual([]);
    expect(() => startFlow(letter, start, policy)).toThrow(TypeError);
  });

  it("saves an address in its normal form, and keeps it out of the state", () => {
    const { state, effects } = play(letter, [
      { type: "emailSubmitted", email: " mailto:Claire.Martin@EXAMPLE.org " },
    ]);
    expect(effects[0]).toEqual({ type: "saveEmail", email: "Claire.Martin@example.org", generation: 1 });
    expect(JSON.stringify(state)).not.toMatch(/claire/i);
  });

  it("refuses what is no address, at its field", () => {
    expect(play(letter, [{ type: "emailSubmitted", email: "claire@" }]).state).toMatchObject({
      step: "email",
      issues: [{ code: "email_invalid", field: "email" }],
    });
  });

  it("tells why a password is refused and takes another", () => {
    const rejected: Fact = {
      type: "passwordRejected",
      issues: [{ code: "password_too_short", field: "password" }],
    };
    const events: readonly Played[] = [giveEmail, { type: "passwordSubmitted", password: "x" }, rejected];
    expect(play(letter, events).state).toMatchObject({
      step: "password",
      asking: null,
      issues: rejected.issues,
    });
    expect(play(letter, [...events, ...choosePassword]).state).toMatchObject({ step: "children" });
  });

  it("locks the children for a day at the third wrong answer, and closes at the ninth", () => {
    const third = [...toChildren, ...times(3, ...wrongChildren)];
    expect(play(letter, third).state).toMatchObject({ lock: { step: "children", until: start + day } });
    expect(play(letter, [...third, answerChildren]).rejection).toBe("step_locked");
    expect(play(letter, [...third, later(day, answerChildren)]).effects).toHaveLength(1);
    const rounds = times(
      3,
      later(day, answerChildren),
      { type: "childrenMismatched" },
      ...times(2, ...wrongChildren),
    );
    expect(play(letter, [...toChildren, ...rounds]).state).toMatchObject({
      condition: "closed",
      step: "children",
    });
  });

  it("keeps a lock however one leaves and comes back", () => {
    const around = [...toChildren, ...times(3, ...wrongChildren), back, proceed];
    expect(play(letter, around).state).toMatchObject({
      step: "children",
      lock: { step: "children", until: start + day },
      issues: [{ code: "step_locked" }],
    });
    expect(play(letter, [...around, answerChildren]).rejection).toBe("step_locked");
    const corrected = [
      ...toMail,
      ...times(5, ...wrongMailCode),
      { type: "emailCorrectionRequested" },
      giveEmail,
    ] as const;
    expect(play(letter, [...corrected, typeMailCode]).rejection).toBe("step_locked");
    expect(play(letter, [...corrected, { type: "emailConfirmed", generation: 3 }]).state.condition).toBe(
      "completed",
    );
  });

  it("refuses who claims no child, tells the school once, and lets the answer be taken back", () => {
    const none: Fact = { type: "childrenMatched", confirmed: [], refused: ["c1", "c2"], unrecorded: [] };
    const refused = play(letter, [...toChildren, answerChildren, none]);
    expect(refused).toMatchObject({
      state: { condition: "refused", reason: "allRefused" },
      effects: [{ type: "reportChildren", refused: ["c1", "c2"], unrecorded: [] }],
    });
    const again = [...toChildren, answerChildren, none, back, answerChildren] as const;
    expect(play(letter, [...again, none]).effects).toEqual([]);
    expect(play(letter, [...again, confirmed]).state).toMatchObject({ step: "emailSent" });
  });

  it("waits for the school where no date is recorded", () => {
    const unrecorded: Fact = { type: "childrenMatched", confirmed: [], refused: [], unrecorded: ["c1"] };
    expect(play(letter, [...toChildren, answerChildren, unrecorded]).state).toMatchObject({
      reason: "awaitingSchool",
    });
  });

  it("replaces a mail by another one only after a minute, five in all", () => {
    const again: Command = { type: "emailResendRequested" };
    expect(play(letter, [...toMail, again]).rejection).toBe("resend_too_soon");
    expect(play(letter, [...toMail, later(60, again)]).effects).toEqual([
      { type: "sendConfirmationMail", generation: 1 },
    ]);
    expect(play(letter, [...toMail, ...times(5, later(60, again))]).rejection).toBe("sends_exhausted");
  });

  it("drops the answer to a code that another mail has replaced", () => {
    const events = [...toMail, typeMailCode, later(60, { type: "emailResendRequested" })] as const;
    expect(play(letter, [...events, { type: "emailCodeMatched" }]).rejection).toBe("event_not_accepted");
  });

  it("takes no code once an address was corrected and no mail is left to send to it", () => {
    const correct: readonly Played[] = [{ type: "emailCorrectionRequested" }, giveEmail];
    const events = [...toMail, ...times(5, ...correct)];
    const { state } = play(letter, events);
    expect(state).toMatchObject({ step: "emailSent", issues: [{ code: "sends_exhausted" }] });
    expect(play(letter, [...events, typeMailCode]).rejection).toBe("sends_exhausted");
    expect(
      play(letter, [...events, { type: "emailConfirmed", generation: state.emailGeneration }]).rejection,
    ).toBe("event_not_accepted");
  });

  it("knows the link of an older address, and one that was disowned", () => {
    const corrected = [...toMail, { type: "emailCorrectionRequested" }, giveEmail] as const;
    expect(play(letter, [...corrected, { type: "emailConfirmed", generation: 1 }]).rejection).toBe(
      "event_not_accepted",
    );
    const disowned = play(letter, [...toMail, { type: "emailDisowned", generation: 1 }]);
    expect(disowned).toMatchObject({
      state: { step: "email", email: "none", issues: [{ code: "email_disowned", field: "email" }] },
      effects: [{ type: "forgetEmail" }],
    });
  });

  it("settles the address when its link is confirmed while it is looked at again", () => {
    const plan = createPlan({
      method: "letter",
      audience: "guardian",
      steps: ["login", "email", "emailSent", "password", "children"],
    });
    const link: Fact = { type: "emailConfirmed", generation: 1 };
    const settled = play(plan, [giveEmail, back, link]).state;
    expect(settled).toMatchObject({ step: "password", email: "confirmed" });
    expect(transition(settled, { type: "backRequested", at: start }, policy).rejection).toBe(
      "event_not_accepted",
    );
  });

  it("activates when the link is confirmed and nothing else is left", () => {
    const link: Fact = { type: "emailConfirmed", generation: 1 };
    expect(play(letter, [...toMail, back, link]).state.condition).toBe("completed");
  });
});
