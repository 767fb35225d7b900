import { InvalidPlanError, type PlanDefect } from "../errors.ts";

/** Who activates: a pupil's legal guardian ("Représentant légal") or the pupil ("Élève"). */
export type Audience = "guardian" | "pupil";

/** The four ways of proving who one is, as in the deck. */
export type ActivationMethod = "letter" | "pupil" | "sms" | "franceConnect";

/**
 * What one step of a plan asks for.
 *
 * `credentials` the letter's identifier and provisional password; `franceConnect` a FranceConnect identity; `identity` names and
 * mobile; `smsCode` the code sent by SMS; `children` the legal link to each child; `birthDate` a pupil's own date;
 * `password` the new password; `email` an address; `emailSent` its confirmation by link or code.
 */
export type StepName =
  | "login"
  | "franceConnect"
  | "identity"
  | "smsCode"
  | "children"
  | "birthDate"
  | "password"
  | "email"
  | "emailSent";

/** One step of a plan; an optional step may be skipped by the person. */
export interface PlanStep {
  readonly name: StepName;
  readonly optional: boolean;
}

/** An activation method as data: the ordered steps that lead to an active account. */
export interface Plan {
  readonly method: ActivationMethod;
  readonly audience: Audience;
  readonly steps: readonly PlanStep[];
}

/** A plan as a deployment writes it: a bare name is a required step. */
export interface PlanDescription {
  readonly method: ActivationMethod;
  readonly audience: Audience;
  readonly steps: readonly (StepName | PlanStep)[];
}

interface StepTraits {
  /** Proves that the person is the one the directory knows; nothing personal is shown before one of these. */
  readonly provesIdentity: boolean;
  /** May be shown and answered again with « Précédent ». A proof is never undone, so it never is. */
  readonly revisable: boolean;
}

/** What the machine needs to know of a kind of step, whatever the plan. */
export const stepTraits: Readonly<Record<StepName, StepTraits>> = {
  login: { provesIdentity: true, revisable: false },
  franceConnect: { provesIdentity: true, revisable: false },
  identity: { provesIdentity: false, revisable: true },
  smsCode: { provesIdentity: true, revisable: false },
  children: { provesIdentity: false, revisable: false },
  birthDate: { provesIdentity: false, revisable: false },
  password: { provesIdentity: false, revisable: true },
  email: { provesIdentity: false, revisable: true },
  emailSent: { provesIdentity: false, revisable: false },
};

/** The steps that prove who a person is on each method; all must be in its plan, and first. */
const identityProofs: Readonly<Record<ActivationMethod, readonly StepName[]>> = {
  letter: ["login"],
  pupil: ["login"],
  sms: ["identity", "smsCode"],
  franceConnect: ["franceConnect"],
};

const requiredSteps: Readonly<Record<ActivationMethod, readonly StepName[]>> = {
  // The provisional password dies when a new one is chosen, so a method that begins with it must choose one.
  letter: ["children", "password", "email", "emailSent"],
  pupil: ["birthDate", "password"],
  sms: ["children", "password"],
  franceConnect: ["children"],
};

/** The steps that have no place on a method. */
const foreignSteps: Readonly<Record<ActivationMethod, readonly StepName[]>> = {
  letter: ["franceConnect", "identity", "smsCode", "birthDate"],
  pupil: ["franceConnect", "identity", "smsCode", "children"],
  sms: ["login", "franceConnect", "birthDate"],
  franceConnect: ["login", "identity", "birthDate"],
};

function planDefects(plan: Plan): PlanDefect[] {
  const names = plan.steps.map((step) => step.name);
  const required = [...identityProofs[plan.method], ...requiredSteps[plan.method]];
  const defects: PlanDefect[] = [];
  if ((plan.method === "pupil") !== (plan.audience === "pupil")) defects.push({ code: "audience_mismatch" });
  for (const step of required) {
    if (!names.includes(step)) defects.push({ code: "step_missing", step });
  }
  for (const [index, step] of plan.steps.entries()) {
    if (names.indexOf(step.name) !== index) defects.push({ code: "step_repeated", step: step.name });
    if (step.optional && step.name !== "email") defects.push({ code: "step_not_optional", step: step.name });
  }
  identityProofs[plan.method].forEach((step, index) => {
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
  for (const step of foreignSteps[plan.method]) {
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
function checkNames({ method, audience, steps }: PlanDescription): void {
  if (!Object.hasOwn(identityProofs, method)) throw new TypeError(`There is no method "${method}".`);
  if (audience !== "guardian" && audience !== "pupil") {
    throw new TypeError(`There is no audience "${String(audience)}".`);
  }
  for (const step of steps) {
    const name = typeof step === "string" ? step : step.name;
    if (!Object.hasOwn(stepTraits, name)) throw new TypeError(`There is no step "${name}".`);
  }
}

/**
 * Creates a plan, and refuses one that could activate somebody without the proofs of its method.
 *
 * These are the static rules; `verifyPlan` also visits every state the plan can reach.
 *
 * @throws {InvalidPlanError} naming every defect found.
 * @throws {TypeError} when the method, the audience or a step is none of those there are.
 */
export function createPlan(description: PlanDescription): Plan {
  checkNames(description);
  const plan: Plan = {
    method: description.method,
    audience: description.audience,
    steps: description.steps.map((step) =>
      typeof step === "string"
        ? { name: step, optional: false }
        : { name: step.name, optional: step.optional },
    ),
  };
  const defects = planDefects(plan);
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
