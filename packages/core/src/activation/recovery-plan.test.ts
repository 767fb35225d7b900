import { describe, expect, it } from "vitest";
import { InvalidPlanError } from "./plan.ts";
import { createPlan } from "./plan.ts";
import { back, choosePassword, play, type Played } from "../../test/activation/play-events.ts";
import { explorePlan, flowMachine } from "./verification/explore-plan.ts";
import { smallPolicy } from "./verification/small-policy.ts";
import { verifyPlan } from "./verification/verify-plan.ts";
import { transition } from "./transition.ts";

const recovery = createPlan({
  purpose: "recovery",
  method: "sms",
  audience: "guardian",
  steps: ["identity", "smsCode", "password"],
});

const identify: readonly Played[] = [
  { type: "identitySubmitted", givenName: "Claire", familyName: "Martin", phone: "0612345678" },
  { type: "guardianMatched", subject: "p1" },
];
const giveCode: readonly Played[] = [
  { type: "smsCodeSubmitted", code: "12345678" },
  { type: "smsCodeMatched" },
];

describe("a plan of the purpose recovery", () => {
  it("identifies, proves by a code, takes a password and resets, on the machine of activation", () => {
    const whole = [...identify, ...giveCode, ...choosePassword, { type: "servicesRequested" }] as const;
    const effects = whole.map((_played, index) =>
      play(recovery, whole.slice(0, index + 1)).effects.map(({ type }) => type),
    );
    expect(effects).toEqual([
      ["matchGuardian"],
      ["sendSmsCode"],
      ["checkSmsCode"],
      ["rotateFlow", "reserveIdentifier"],
      ["hashPassword"],
      ["savePassword", "endSessions"],
      ["openSession"],
    ]);
    expect(play(recovery, whole.slice(0, -1)).state).toMatchObject({ condition: "completed", subject: "p1" });
  });

  it("keeps every rule of the machine in every state it can reach, and leads to every condition", () => {
    const report = verifyPlan(recovery, smallPolicy);
    expect(report.states).toBeGreaterThan(50);
    const reached = new Set(explorePlan(recovery, smallPolicy).states.map(({ state }) => state.condition));
    expect([...reached].sort()).toEqual(["abandoned", "awaiting", "closed", "completed", "finished"]);
  });

  it("never activates an account", () => {
    explorePlan(recovery, smallPolicy, {
      visit: (_state, steps) => {
        const effects = steps.flatMap(({ result }) => result.effects.map(({ type }) => type));
        expect(effects).not.toContain("activateAccount");
      },
    });
  });

  it("is found out when its password can be changed without the code", () => {
    const tampered: typeof flowMachine = {
      ...flowMachine,
      transition: (state, event) =>
        state.condition === "awaiting" && state.step === "smsCode" && event.type === "continueRequested"
          ? transition({ ...state, done: [...state.done, "smsCode"] }, event, smallPolicy)
          : transition(state, event, smallPolicy),
    };
    expect(() => verifyPlan(recovery, smallPolicy, { machine: tampered })).toThrow(
      /completed_without_identity/,
    );
  });

  it("gives no way back across the proof", () => {
    expect(play(recovery, [...identify, ...giveCode, back]).rejection).toBe("event_not_accepted");
  });

  it.each([
    ["no proof", ["password"]],
    ["the proof after the password", ["password", "identity", "smsCode"]],
    ["a step of the activation alone", ["identity", "smsCode", "children", "password"]],
  ] as const)("is refused with %s", (_what, steps) => {
    expect(() => createPlan({ purpose: "recovery", method: "sms", audience: "guardian", steps })).toThrow(
      InvalidPlanError,
    );
  });

  it("has only the methods that its purpose knows", () => {
    expect(() =>
      createPlan({ purpose: "recovery", method: "letter", audience: "guardian", steps: ["login"] }),
    ).toThrow('There is no method "letter" for the purpose "recovery".');
  });
});
