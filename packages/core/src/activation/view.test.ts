import { describe, expect, it } from "vitest";
import { educonnectPasswordPolicy } from "../password/policy.ts";
import type { Command, Fact } from "./events.ts";
import { createPlan, defaultPlans, type Plan } from "./plan.ts";
import { defaultActivationPolicy as policy } from "./policy.ts";
import type { ActivationState } from "./state.ts";
import { transition } from "./transition.ts";
import { explorePlan, startPlan } from "./verification/explore-plan.ts";
import { smallPolicy } from "./verification/small-policy.ts";
import { presentInstant } from "./verification/abstract-state.ts";
import { createView, isIdentityProven, type ViewDetails } from "./view.ts";

const start = 1_800_000_000;

const details: ViewDetails = {
  identifier: "c.martin12",
  children: [
    { id: "c1", givenName: "Léo", familyName: "MARTIN", school: "E.E.PU Les Tilleuls", hasBirthDate: true },
  ],
  maskedEmail: "c•••@example.org",
  maskedPhone: "+33 •• •• •• 12",
  personal: ["Claire", "MARTIN"],
  contact: { name: "Collège Jean Zay", phone: "03 20 00 00 00", email: null },
  passwordPolicy: educonnectPasswordPolicy,
};

function play(plan: Plan, events: readonly (Command | Fact)[]): ActivationState {
  let { state } = startPlan(plan, start);
  for (const event of events) state = transition(state, { ...event, at: start }).state;
  return state;
}

const show = (state: ActivationState, at = start) => createView(state, 3, details, at, policy);

const addressed = [{ type: "emailSubmitted", email: "claire@example.org" }] as const;
const withPassword = [
  ...addressed,
  { type: "passwordSubmitted", password: "Une-phrase-2-passe" },
  { type: "passwordAccepted", credential: "hash" },
] as const;
const withChildren = [
  ...withPassword,
  { type: "childrenSubmitted", answers: [{ childId: "c1", relation: "guardian", birthDate: "2015-04-02" }] },
  { type: "childrenMatched", confirmed: ["c1"], refused: [], unrecorded: [] },
] as const;

describe("createView", () => {
  it("says where the flow is, on whose clock and until when", () => {
    expect(show(play(defaultPlans.letter, []))).toEqual({
      revision: 3,
      purpose: "activation",
      method: "letter",
      audience: "guardian",
      condition: "awaiting",
      step: { name: "email", given: null },
      accepts: ["emailSubmitted", "abandonRequested"],
      back: "abandon",
      issues: [],
      lockedUntil: null,
      progress: { current: 1, total: 4 },
      expiresAt: start + policy.provenTtlSeconds,
      now: start,
      contact: details.contact,
    });
  });

  it("shows each step what it needs and nothing else", () => {
    const shown = [[], addressed, withPassword, withChildren].map(
      (events) => show(play(defaultPlans.letter, events)).step,
    );
    expect(shown).toEqual([
      { name: "email", given: null },
      {
        name: "password",
        identifier: details.identifier,
        policy: details.passwordPolicy,
        personal: details.personal,
      },
      { name: "children", children: details.children },
      {
        name: "emailSent",
        sending: {
          to: details.maskedEmail,
          sendsLeft: 4,
          nextSendAt: start + 60,
          validSeconds: 86_400,
          validUntil: start + 86_400,
          codeLength: 8,
        },
      },
    ]);
  });

  it("shows a child by its initial alone to who may only bear a parent's name", () => {
    const arrived = [{ type: "franceConnectMatched", subject: "p1" }] as const;
    const state = play(defaultPlans.franceConnect, arrived);
    const initial = { id: "c1", givenName: "L.", familyName: "", school: "", hasBirthDate: true };
    expect(show(state).step).toEqual({ name: "children", children: [initial] });
    const certain = createView(state, 3, { ...details, isHomonymRuledOut: true }, start, policy);
    expect(certain.step).toEqual({ name: "children", children: details.children });

    const withCode = createPlan({
      method: "franceConnect",
      audience: "guardian",
      steps: ["franceConnect", "smsCode", "children", "password"],
    });
    const coded = play(withCode, [
      ...arrived,
      { type: "smsCodeSubmitted", code: "12345678" },
      { type: "smsCodeMatched" },
    ]);
    expect(show(coded).step).toEqual({ name: "children", children: details.children });
  });

  it("shows an answer given before, masked, and lets it stand", () => {
    const view = show(play(defaultPlans.letter, [...addressed, { type: "backRequested" }]));
    expect(view.step).toEqual({ name: "email", given: details.maskedEmail });
    expect(view.accepts).toContain("continueRequested");
  });

  it("offers to send again only once the cooldown is over and while sends are left", () => {
    let state = play(defaultPlans.letter, withChildren);
    expect(show(state, start + 59).accepts).not.toContain("emailResendRequested");
    expect(show(state, start + 60).accepts).toContain("emailResendRequested");
    for (let sent = 1; sent < policy.sends.emailSent.sends; sent += 1) {
      state = transition(state, { type: "emailResendRequested", at: start + sent * 60 }).state;
    }
    const view = show(state, start + 3_600);
    expect(view.accepts).not.toContain("emailResendRequested");
    expect(view.step).toMatchObject({ sending: { sendsLeft: 0 } });
  });

  it("says until when a step is locked, and no longer", () => {
    let state = play(defaultPlans.letter, withPassword);
    for (let tried = 0; tried < 3; tried += 1) {
      state = transition(state, { type: "childrenSubmitted", answers: [], at: start }).state;
      state = transition(state, { type: "childrenMismatched", at: start }).state;
    }
    const until = start + 86_400;
    expect(show(state)).toMatchObject({ lockedUntil: until, issues: [{ code: "step_locked" }] });
    expect(show(state).accepts).toEqual(["backRequested", "abandonRequested"]);
    expect(show(state, until)).toMatchObject({ lockedUntil: null, issues: [] });
    expect(show(state, until).accepts).toContain("childrenSubmitted");
  });

  it("is that of an expired flow from the instant it expires, told or not", () => {
    const state = play(defaultPlans.letter, withChildren);
    const view = show(state, state.expiresAt);
    expect(view).toMatchObject({
      condition: "expired",
      step: { name: "expired" },
      accepts: [],
      contact: null,
    });
    expect(show(state, state.expiresAt - 1).condition).toBe("awaiting");
  });

  it("names an address that is still to be confirmed beside the identifier", () => {
    const pupil = [
      { type: "passwordSubmitted", password: "Une-phrase-2-passe" },
      { type: "passwordAccepted", credential: "hash" },
      { type: "birthDateSubmitted", birthDate: "2010-01-31" },
      { type: "birthDateMatched" },
    ] as const;
    const given = play(defaultPlans.pupil, [...pupil, { type: "emailSubmitted", email: "leo@example.org" }]);
    const skipped = play(defaultPlans.pupil, [...pupil, { type: "emailSkipped" }]);
    expect(show(given).step).toEqual({
      name: "success",
      identifier: details.identifier,
      pendingEmail: details.maskedEmail,
    });
    expect(show(skipped).step).toMatchObject({ name: "success", pendingEmail: null });
  });

  it("holds nothing about anybody before a proof, and after the end, in any state of any plan", () => {
    const personal = [details.identifier, "Léo", "Tilleuls", details.maskedEmail, "Claire", "Jean Zay"];
    for (const plan of Object.values(defaultPlans)) {
      for (const { state } of explorePlan(plan, smallPolicy).states) {
        const isOver = ["finished", "abandoned", "expired"].includes(state.condition);
        if (isIdentityProven(state) && !isOver) continue;
        const text = JSON.stringify(createView(state, 1, details, presentInstant, smallPolicy));
        for (const word of personal) expect(text).not.toContain(word);
      }
    }
  });
});
