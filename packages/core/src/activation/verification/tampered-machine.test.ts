import { describe, expect, it } from "vitest";
import type { Plan } from "../plan.ts";
import { tamperedMachines } from "../../../test/activation/tampered-machines.ts";
import type { Machine } from "./explore-plan.ts";
import { PlanViolationError } from "./plan-violation-error.ts";
import { smallPolicy } from "./small-policy.ts";
import { verifyPlan } from "./verify-plan.ts";

function violationsOf(plan: Plan, machine: Machine) {
  try {
    verifyPlan(plan, smallPolicy, { machine, mostStates: 4_000 });
  } catch (error) {
    if (error instanceof PlanViolationError) return error.violations;
    throw error;
  }
  return [];
}

describe("a machine that is tampered with", () => {
  it.each(Object.entries(tamperedMachines))("is found out by %s", (invariant, [plan, machine]) => {
    const violation = violationsOf(plan, machine).find((found) => found.invariant === invariant);
    expect(violation?.detail).toBeTypeOf("string");
  });

  it("is reported with a shortest way to where it breaks", () => {
    const [plan, machine] = tamperedMachines.activated_without_birth_date;
    const found = violationsOf(plan, machine).find(
      ({ invariant }) => invariant === "activated_without_birth_date",
    );
    expect(found?.path).toEqual([
      "passwordSubmitted",
      "passwordAccepted",
      "continueRequested",
      "emailSubmitted",
    ]);
  });

  it("makes an error with a stable code that names method, rule and way", () => {
    const [plan, machine] = tamperedMachines.secret_in_state;
    expect(() => verifyPlan(plan, smallPolicy, { machine })).toThrow(
      expect.objectContaining({
        name: "PlanViolationError",
        code: "plan_violation",
        message: expect.stringMatching(/"pupil".*secret_in_state.*passwordSubmitted/s),
      }),
    );
  });
});
