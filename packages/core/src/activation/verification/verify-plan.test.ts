import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidPlanError } from "../../errors.ts";
import { createPlan, defaultPlans, stepTraits, type Plan, type Route, type StepName } from "../plan.ts";
import { defaultActivationPolicy } from "../policy.ts";
import { smallPolicy } from "./small-policy.ts";
import { verifyPlan } from "./verify-plan.ts";

const routes: readonly Route[] = ["letter", "pupil", "sms", "franceConnect"];
const stepNames = Object.keys(stepTraits).filter((name): name is StepName => name in stepTraits);
const audienceOf = (route: Route) => (route === "pupil" ? ("pupil" as const) : ("guardian" as const));

const configured: readonly Plan[] = [
  createPlan({
    route: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "mobileCode", "children", "password"],
  }),
  createPlan({ route: "franceConnect", audience: "guardian", steps: ["franceConnect", "children"] }),
  createPlan({
    route: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "children", "email", "emailConfirmation", "password"],
  }),
  createPlan({
    route: "letter",
    audience: "guardian",
    steps: ["credentials", "password", "email", "emailConfirmation", "children"],
  }),
  createPlan({
    route: "sms",
    audience: "guardian",
    steps: ["identity", "mobileCode", "password", { name: "email", optional: true }, "children"],
  }),
  createPlan({
    route: "pupil",
    audience: "pupil",
    steps: ["credentials", "email", "birthDate", "emailConfirmation", "password"],
  }),
];

const titleOf = ({ route, steps }: Plan) => `${route}: ${steps.map(({ name }) => name).join(", ")}`;

describe("verifyPlan", () => {
  it.each(routes)("finds every rule kept in every state of the default plan of route %s", (route) => {
    const report = verifyPlan(defaultPlans[route], defaultActivationPolicy);
    expect(report.route).toBe(route);
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
    const plausible = fc.constantFrom(...routes).chain((route) => {
      const known = defaultPlans[route].steps.map(({ name }) => name);
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
            fc.constant(route),
            fc.oneof(
              { weight: 3, arbitrary: fc.constant<readonly StepName[]>(names) },
              { weight: 1, arbitrary: fc.tuple(...names.map(step)) },
            ),
          ),
        );
    });
    const ordered = fc.constantFrom(...routes).chain((route) => {
      const [first = "credentials", ...others] = defaultPlans[route].steps.map(({ name }) => name);
      const fixed: readonly StepName[] = route === "sms" ? [first, "mobileCode"] : [first];
      const rest = others.filter((name) => !fixed.includes(name));
      const extra = fc.constantFrom<readonly StepName[]>([], ["email"], ["email", "emailConfirmation"]);
      return extra
        .chain((names) => fc.shuffledSubarray([...new Set([...rest, ...names])], { minLength: rest.length }))
        .map((names) => [route, [...fixed, ...names]] as const);
    });
    fc.assert(
      fc.property(fc.oneof(plausible, ordered), ([route, steps]) => {
        const description = { route, audience: audienceOf(route), steps };
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
