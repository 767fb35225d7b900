import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidPlanError } from "../plan.ts";
import { createPlan, defaultPlans, type Plan } from "../plan.ts";
import { stepTraits, type StepName } from "../step.ts";
import { type ActivationMethod } from "../purposes.ts";
import { defaultActivationPolicy } from "../policy.ts";
import { smallPolicy } from "./small-policy.ts";
import { verifyPlan } from "./verify-plan.ts";

const methods: readonly ActivationMethod[] = ["letter", "pupil", "sms", "franceConnect"];
const stepNames = Object.keys(stepTraits).filter((name): name is StepName => name in stepTraits);
const audienceOf = (method: ActivationMethod) =>
  method === "pupil" ? ("pupil" as const) : ("guardian" as const);

const configured: readonly Plan[] = [
  createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "smsCode", "children", "password"],
  }),
  createPlan({ method: "franceConnect", audience: "guardian", steps: ["franceConnect", "children"] }),
  createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "children", "email", "emailSent", "password"],
  }),
  createPlan({
    method: "letter",
    audience: "guardian",
    steps: ["login", "password", "email", "emailSent", "children"],
  }),
  createPlan({
    method: "sms",
    audience: "guardian",
    steps: ["identity", "smsCode", "password", { name: "email", optional: true }, "children"],
  }),
  createPlan({
    method: "pupil",
    audience: "pupil",
    steps: ["login", "email", "birthDate", "emailSent", "password"],
  }),
];

const titleOf = ({ method, steps }: Plan) => `${method}: ${steps.map(({ name }) => name).join(", ")}`;

describe("verifyPlan", () => {
  it.each(methods)("finds every rule kept in every state of the default plan of method %s", (method) => {
    const report = verifyPlan(defaultPlans[method], defaultActivationPolicy);
    expect(report.method).toBe(method);
    expect(report.states).toBeGreaterThan(100);
    expect(report.transitions).toBeGreaterThan(report.states * 40);
    expect(report.invariants.length).toBeGreaterThan(30);
  });

  it.each(configured.map((plan) => [titleOf(plan), plan] as const))(
    "keeps every rule on %s",
    (_title, plan) => {
      expect(verifyPlan(plan, smallPolicy).states).toBeGreaterThan(50);
    },
  );

  it("verifies whatever createPlan lets pass", () => {
    const verified = new Set<string>();
    let refused = 0;
    const step = (name: StepName) => fc.record({ name: fc.constant(name), optional: fc.boolean() });
    const plausible = fc.constantFrom(...methods).chain((method) => {
      const known = defaultPlans[method].steps.map(({ name }) => name);
      const extra = fc.subarray(
        stepNames.filter((name) => !known.includes(name)),
        { maxLength: 2 },
      );
      return extra
        .chain((names) =>
          fc.shuffledSubarray([...known, ...names], { minLength: Math.max(1, known.length - 1) }),
        )
        .chain((names) =>
          fc.tuple(
            fc.constant(method),
            fc.oneof(
              { weight: 3, arbitrary: fc.constant<readonly StepName[]>(names) },
              { weight: 1, arbitrary: fc.tuple(...names.map(step)) },
            ),
          ),
        );
    });
    const ordered = fc.constantFrom(...methods).chain((method) => {
      const [first = "login", ...others] = defaultPlans[method].steps.map(({ name }) => name);
      const fixed: readonly StepName[] = method === "sms" ? [first, "smsCode"] : [first];
      const rest = others.filter((name) => !fixed.includes(name));
      const extra = fc.constantFrom<readonly StepName[]>([], ["email"], ["email", "emailSent"]);
      return extra
        .chain((names) => fc.shuffledSubarray([...new Set([...rest, ...names])], { minLength: rest.length }))
        .map((names) => [method, [...fixed, ...names]] as const);
    });
    fc.assert(
      fc.property(fc.oneof(plausible, ordered), ([method, steps]) => {
        const description = { method, audience: audienceOf(method), steps };
        let plan: Plan;
        try {
          plan = createPlan(description);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidPlanError);
          refused += 1;
          return;
        }
        const key = JSON.stringify(plan);
        if (verified.has(key)) return;
        verifyPlan(plan, smallPolicy);
        verified.add(key);
      }),
      { numRuns: 400 },
    );
    expect(verified.size).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(50);
  });
});
