import { ActivationError } from "../errors.ts";
import {
  methodRules,
  purposes,
  type ActivationMethod,
  type Audience,
  type MethodRules,
  type Purpose,
} from "./purposes.ts";
import { stepTraits, type StepName } from "./step.ts";

/** One step of a plan; an optional step may be skipped by the person. */
export interface PlanStep {
  readonly name: StepName;
  readonly optional: boolean;
}

/** A flow as data: what it is for, and the ordered steps that lead there. */
export interface Plan {
  readonly purpose: Purpose;
  readonly method: ActivationMethod;
  readonly audience: Audience;
  readonly steps: readonly PlanStep[];
}

/** A plan as a deployment writes it: a bare name is a required step. */
export interface PlanDescription {
  /** `activation` by default. */
  readonly purpose?: Purpose;
  readonly method: ActivationMethod;
  readonly audience: Audience;
  readonly steps: readonly (StepName | PlanStep)[];
}

/** One reason why a plan is refused. */
export interface PlanDefect {
  readonly code:
    | "audience_mismatch"
    | "step_missing"
    | "step_repeated"
    | "step_not_optional"
    | "step_misplaced"
    | "step_foreign"
    | "proof_not_first";
  readonly step?: StepName;
}

/** Thrown for a plan that would break an invariant of the machine; `defects` names each reason. */
export class InvalidPlanError extends ActivationError {
  override readonly name = "InvalidPlanError";
  readonly defects: readonly PlanDefect[];

  constructor(method: string, defects: readonly PlanDefect[]) {
    const reasons = defects.map((defect) => (defect.step ? `${defect.code} (${defect.step})` : defect.code));
    super("plan_invalid", `The plan of method "${method}" is refused: ${reasons.join(", ")}.`);
    this.defects = defects;
  }
}

function planDefects(plan: Plan, { proofs, required, foreign }: MethodRules): PlanDefect[] {
  const names = plan.steps.map((step) => step.name);
  const defects: PlanDefect[] = [];
  if ((plan.method === "pupil") !== (plan.audience === "pupil")) defects.push({ code: "audience_mismatch" });
  for (const step of [...proofs, ...required]) {
    if (!names.includes(step)) defects.push({ code: "step_missing", step });
  }
  for (const [index, step] of plan.steps.entries()) {
    if (names.indexOf(step.name) !== index) defects.push({ code: "step_repeated", step: step.name });
    if (step.optional && step.name !== "email") defects.push({ code: "step_not_optional", step: step.name });
  }
  proofs.forEach((step, index) => {
    if (names.includes(step) && names[index] !== step) defects.push({ code: "proof_not_first", step });
  });
  const isBefore = (first: StepName, second: StepName) => names.indexOf(first) < names.indexOf(second);
  if (names.includes("emailSent")) {
    if (!names.includes("email")) defects.push({ code: "step_missing", step: "email" });
    else if (!isBefore("email", "emailSent")) {
      defects.push({ code: "step_misplaced", step: "emailSent" });
    }
    if (plan.steps.some((step) => step.name === "email" && step.optional)) {
      defects.push({ code: "step_not_optional", step: "email" });
    }
  }
  for (const step of foreign) {
    if (names.includes(step)) defects.push({ code: "step_foreign", step });
  }
  if (names.includes("smsCode") && names.includes("children") && !isBefore("smsCode", "children")) {
    defects.push({ code: "step_misplaced", step: "smsCode" });
  }
  // FranceConnect alone may have found somebody of the same name: they must not choose the password of the one it is about.
  if (plan.method === "franceConnect" && isBefore("password", "children") && names.includes("password")) {
    defects.push({ code: "step_misplaced", step: "password" });
  }
  // Nor get mail that names that person, nor end the mail that they wait for; a code by mobile rules them out.
  const isSure = plan.method !== "franceConnect" || names.includes("smsCode");
  for (const step of isSure ? [] : (["email", "emailSent"] as const)) {
    if (names.includes(step) && isBefore(step, "children")) defects.push({ code: "step_misplaced", step });
  }
  return defects;
}

/** A plan often comes from a configuration file, where a name may be mistyped. */
function checkNames({ purpose = "activation", method, audience, steps }: PlanDescription): MethodRules {
  if (!Object.hasOwn(purposes, purpose)) throw new TypeError(`There is no purpose "${purpose}".`);
  const rules = Object.hasOwn(purposes[purpose].methods, method) ? methodRules(purpose, method) : null;
  if (rules === null) throw new TypeError(`There is no method "${method}" for the purpose "${purpose}".`);
  if (audience !== "guardian" && audience !== "pupil") {
    throw new TypeError(`There is no audience "${String(audience)}".`);
  }
  for (const step of steps) {
    const name = typeof step === "string" ? step : step.name;
    if (!Object.hasOwn(stepTraits, name)) throw new TypeError(`There is no step "${name}".`);
  }
  return rules;
}

/**
 * Creates a plan, and refuses one that could be completed without the proofs of its purpose and method.
 *
 * These are the static rules; `verifyPlan` also visits every state the plan can reach.
 *
 * @throws {InvalidPlanError} naming every defect found.
 * @throws {TypeError} when the purpose, the method, the audience or a step is none of those there are.
 */
export function createPlan(description: PlanDescription): Plan {
  const rules = checkNames(description);
  const plan: Plan = {
    purpose: description.purpose ?? "activation",
    method: description.method,
    audience: description.audience,
    steps: description.steps.map((step) =>
      typeof step === "string"
        ? { name: step, optional: false }
        : { name: step.name, optional: step.optional },
    ),
  };
  const defects = planDefects(plan, rules);
  if (defects.length > 0) throw new InvalidPlanError(plan.method, defects);
  return plan;
}

/** The plans of the deck, in its order of screens. */
export const defaultPlans: Readonly<Record<ActivationMethod, Plan>> = {
  letter: createPlan({
    method: "letter",
    audience: "guardian",
    steps: ["login", "email", "password", "children", "emailSent"],
  }),
  pupil: createPlan({
    method: "pupil",
    audience: "pupil",
    steps: ["login", "password", "birthDate", { name: "email", optional: true }],
  }),
  sms: createPlan({
    method: "sms",
    audience: "guardian",
    steps: ["identity", "smsCode", "children", "password"],
  }),
  franceConnect: createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "children", "password"],
  }),
};
