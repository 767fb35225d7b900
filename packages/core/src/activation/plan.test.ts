import { describe, expect, it } from "vitest";
import { InvalidPlanError } from "./plan.ts";
import { createPlan, defaultPlans, type PlanDescription } from "./plan.ts";

function defectsOf(description: PlanDescription) {
  try {
    createPlan(description);
  } catch (error) {
    if (error instanceof InvalidPlanError) return error.defects;
    throw error;
  }
  return [];
}

const letter = { method: "letter", audience: "guardian" } as const;
const sms = { method: "sms", audience: "guardian" } as const;

describe("createPlan", () => {
  it("writes bare names as required steps, and keeps nothing that its caller could change", () => {
    const email = { name: "email" as const, optional: true };
    const plan = createPlan({
      method: "pupil",
      audience: "pupil",
      steps: ["login", "password", "birthDate", email],
    });
    expect(plan).toEqual(defaultPlans.pupil);
    email.optional = false;
    expect(plan.steps[3]).toEqual({ name: "email", optional: true });
  });

  it.each<[string, PlanDescription, readonly object[]]>([
    [
      "the wrong audience",
      { ...letter, audience: "pupil", steps: defaultPlans.letter.steps },
      [{ code: "audience_mismatch" }],
    ],
    [
      "a missing password",
      { ...letter, steps: ["login", "email", "children", "emailSent"] },
      [{ code: "step_missing", step: "password" }],
    ],
    [
      "a step asked for twice",
      { ...sms, steps: ["identity", "smsCode", "children", "password", "password"] },
      [{ code: "step_repeated", step: "password" }],
    ],
    [
      "an optional proof",
      { ...sms, steps: ["identity", "smsCode", { name: "children", optional: true }, "password"] },
      [{ code: "step_not_optional", step: "children" }],
    ],
    [
      "a password before the proof",
      { ...sms, steps: ["password", "identity", "smsCode", "children"] },
      [
        { code: "proof_not_first", step: "identity" },
        { code: "proof_not_first", step: "smsCode" },
      ],
    ],
    [
      "an address confirmed before it is given",
      { ...letter, steps: ["login", "emailSent", "email", "password", "children"] },
      [{ code: "step_misplaced", step: "emailSent" }],
    ],
    [
      "a confirmation of an address that may be left out",
      {
        method: "pupil",
        audience: "pupil",
        steps: ["login", "password", "birthDate", { name: "email", optional: true }, "emailSent"],
      },
      [{ code: "step_not_optional", step: "email" }],
    ],
    [
      "a step of another method",
      { ...sms, steps: ["identity", "smsCode", "children", "password", "birthDate"] },
      [{ code: "step_foreign", step: "birthDate" }],
    ],
    [
      "a mobile code after what it protects",
      { method: "franceConnect", audience: "guardian", steps: ["franceConnect", "children", "smsCode"] },
      [{ code: "step_misplaced", step: "smsCode" }],
    ],
    [
      "a password chosen by what may be somebody of the same name",
      { method: "franceConnect", audience: "guardian", steps: ["franceConnect", "password", "children"] },
      [{ code: "step_misplaced", step: "password" }],
    ],
    [
      "a mail to what may be somebody of the same name",
      {
        method: "franceConnect",
        audience: "guardian",
        steps: ["franceConnect", "email", "emailSent", "children", "password"],
      },
      [
        { code: "step_misplaced", step: "email" },
        { code: "step_misplaced", step: "emailSent" },
      ],
    ],
  ])("refuses %s", (_title, description, defects) => {
    expect(defectsOf(description)).toEqual(defects);
  });

  it("names every defect at once, in an error with a stable code", () => {
    expect(() => createPlan({ ...letter, steps: [] })).toThrow(
      expect.objectContaining({
        code: "plan_invalid",
        message: expect.stringMatching(/login.*children/),
      }),
    );
  });

  it.each([
    { ...letter, method: "lettre", steps: [] },
    { ...letter, audience: "teacher", steps: [] },
    { ...letter, steps: ["login", "captcha"] },
    { ...letter, steps: ["constructor"] },
  ])("takes a name that there is not for a caller's mistake: %j", (description) => {
    const untyped: (description: never) => unknown = createPlan;
    expect(() => Reflect.apply(untyped, null, [description])).toThrow(TypeError);
  });
});
