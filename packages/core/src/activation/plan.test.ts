import { describe, expect, it } from "vitest";
import { InvalidPlanError } from "../errors.ts";
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

const letter = { route: "letter", audience: "guardian" } as const;
const sms = { route: "sms", audience: "guardian" } as const;

describe("createPlan", () => {
  it("writes bare names as required steps, and keeps nothing that its caller could change", () => {
    const email = { name: "email" as const, optional: true };
    const plan = createPlan({
      route: "pupil",
      audience: "pupil",
      steps: ["credentials", "password", "birthDate", email],
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
      { ...letter, steps: ["credentials", "email", "children", "emailConfirmation"] },
      [{ code: "step_missing", step: "password" }],
    ],
    [
      "a step asked for twice",
      { ...sms, steps: ["identity", "mobileCode", "children", "password", "password"] },
      [{ code: "step_repeated", step: "password" }],
    ],
    [
      "an optional proof",
      { ...sms, steps: ["identity", "mobileCode", { name: "children", optional: true }, "password"] },
      [{ code: "step_not_optional", step: "children" }],
    ],
    [
      "a password before the proof",
      { ...sms, steps: ["password", "identity", "mobileCode", "children"] },
      [
        { code: "proof_not_first", step: "identity" },
        { code: "proof_not_first", step: "mobileCode" },
      ],
    ],
    [
      "an address confirmed before it is given",
      { ...letter, steps: ["credentials", "emailConfirmation", "email", "password", "children"] },
      [{ code: "step_misplaced", step: "emailConfirmation" }],
    ],
    [
      "a confirmation of an address that may be left out",
      {
        route: "pupil",
        audience: "pupil",
        steps: [
          "credentials",
          "password",
          "birthDate",
          { name: "email", optional: true },
          "emailConfirmation",
        ],
      },
      [{ code: "step_not_optional", step: "email" }],
    ],
    [
      "a step of another route",
      { ...sms, steps: ["identity", "mobileCode", "children", "password", "birthDate"] },
      [{ code: "step_foreign", step: "birthDate" }],
    ],
    [
      "a mobile code after what it protects",
      { route: "franceConnect", audience: "guardian", steps: ["franceConnect", "children", "mobileCode"] },
      [{ code: "step_misplaced", step: "mobileCode" }],
    ],
    [
      "a password chosen by what may be somebody of the same name",
      { route: "franceConnect", audience: "guardian", steps: ["franceConnect", "password", "children"] },
      [{ code: "step_misplaced", step: "password" }],
    ],
    [
      "a mail to what may be somebody of the same name",
      {
        route: "franceConnect",
        audience: "guardian",
        steps: ["franceConnect", "email", "emailConfirmation", "children", "password"],
      },
      [
        { code: "step_misplaced", step: "email" },
        { code: "step_misplaced", step: "emailConfirmation" },
      ],
    ],
  ])("refuses %s", (_title, description, defects) => {
    expect(defectsOf(description)).toEqual(defects);
  });

  it("names every defect at once, in an error with a stable code", () => {
    expect(() => createPlan({ ...letter, steps: [] })).toThrow(
      expect.objectContaining({
        code: "plan_invalid",
        message: expect.stringMatching(/credentials.*children/),
      }),
    );
  });

  it.each([
    { ...letter, route: "lettre", steps: [] },
    { ...letter, audience: "teacher", steps: [] },
    { ...letter, steps: ["credentials", "captcha"] },
    { ...letter, steps: ["constructor"] },
  ])("takes a name that there is not for a caller's mistake: %j", (description) => {
    const untyped: (description: never) => unknown = createPlan;
    expect(() => Reflect.apply(untyped, null, [description])).toThrow(TypeError);
  });
});
