import { InvalidPlanError, type PlanDefect } from "../errors.ts";

/** Who activates: a pupil's legal guardian ("Représentant légal") or the pupil ("Élève"). */
export type Audience = "guardian" | "pupil";

/** The four ways of proving who one is, as in the deck. */
export type Route = "letter" | "pupil" | "sms" | "franceConnect";

/**
 * What one step of a plan asks for.
 *
 * `credentials` the letter's identifier and provisional password; `franceConnect` a FranceConnect identity; `identity` names and
 * mobile; `mobileCode` the code sent by SMS; `children` the legal link to each child; `birthDate` a pupil's own date;
 * `password` the new password; `email` an address; `emailConfirmation` its confirmation by link or code.
 */
export type StepName =
  | "credentials"
  | "franceConnect"
  | "identity"
  | "mobileCode"
  | "children"
  | "birthDate"
  | "password"
  | "email"
  | "emailConfirmation";

/** One step of a plan; an optional step may be skipped by the person. */
export interface PlanStep {
  readonly name: StepName;
  readonly optional: boolean;
}

/** An activation route as data: the ordered steps that lead to an active account. */
export interface Plan {
  readonly route: Route;
  readonly audience: Audience;
  readonly steps: readonly PlanStep[];
}

/** A plan as a deployment writes it: a bare name is a required step. */
export interface PlanDescription {
  readonly route: Route;
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
  credentials: { provesIdentity: true, revisable: false },
  franceConnect: { provesIdentity: true, revisable: false },
  identity: { provesIdentity: false, revisable: true },
  mobileCode: { provesIdentity: true, revisable: false },
  children: { provesIdentity: false, revisable: false },
  birthDate: { provesIdentity: false, revisable: false },
  password: { provesIdentity: false, revisable: true },
  email: { provesIdentity: false, revisable: true },
  emailConfirmation: { provesIdentity: false, revisable: false },
};

/** The steps that prove who a person is on each route; all must be in its plan, and first. */
const identityProofs: Readonly<Record<Route, readonly StepName[]>> = {
  letter: ["credentials"],
  pupil: ["credentials"],
  sms: ["identity", "mobileCode"],
  franceConnect: ["franceConnect"],
};

const requiredSteps: Readonly<Record<Route, readonly StepName[]>> = {
  // The provisional password dies when a new one is chosen, so a route that begins with it must choose one.
  letter: ["children", "password", "email", "emailConfirmation"],
  pupil: ["birthDate", "password"],
  sms: ["children", "password"],
  franceConnect: ["children"],
};

/** The steps that have no place on a route. */
const foreignSteps: Readonly<Record<Route, readonly StepName[]>> = {
  letter: ["franceConnect", "identity", "mobileCode", "birthDate"],
  pupil: ["franceConnect", "identity", "mobileCode", "children"],
  sms: ["credentials", "franceConnect", "birthDate"],
  franceConnect: ["credentials", "identity", "birthDate"],
};

function planDefects(plan: Plan): PlanDefect[] {
  const names = plan.steps.map((step) => step.name);
  const required = [...identityProofs[plan.route], ...requiredSteps[plan.route]];
  const defects: PlanDefect[] = [];
  if ((plan.route === "pupil") !== (plan.audience === "pupil")) defects.push({ code: "audience_mismatch" });
  for (const step of required) {
    if (!names.includes(step)) defects.push({ code: "step_missing", step });
  }
  for (const [index, step] of plan.steps.entries()) {
    if (names.indexOf(step.name) !== index) defects.push({ code: "step_repeated", step: step.name });
    if (step.optional && step.name !== "email") defects.push({ code: "step_not_optional", step: step.name });
  }
  identityProofs[plan.route].forEach((step, index) => {
    if (names.includes(step) && names[index] !== step) defects.push({ code: "proof_not_first", step });
  });
  const isBefore = (first: StepName, second: StepName) => names.indexOf(first) < names.indexOf(second);
  if (names.includes("emailConfirmation")) {
    if (!names.includes("email")) defects.push({ code: "step_missing", step: "email" });
    else if (!isBefore("email", "emailConfirmation")) {
      defects.push({ code: "step_misplaced", step: "emailConfirmation" });
    }
    if (plan.steps.some((step) => step.name === "email" && step.optional)) {
      defects.push({ code: "step_not_optional", step: "email" });
    }
  }
  for (const step of foreignSteps[plan.route]) {
    if (names.includes(step)) defects.push({ code: "step_foreign", step });
  }
  if (names.includes("mobileCode") && names.includes("children") && !isBefore("mobileCode", "children")) {
    defects.push({ code: "step_misplaced", step: "mobileCode" });
  }
  // FranceConnect alone may have found somebody of the same name: they must not choose the password of the one it is about.
  if (plan.route === "franceConnect" && isBefore("password", "children") && names.includes("password")) {
    defects.push({ code: "step_misplaced", step: "password" });
  }
  // Nor get mail that names that person, nor end the mail that they wait for; a code by mobile rules them out.
  const isSure = plan.route !== "franceConnect" || names.includes("mobileCode");
  for (const step of isSure ? [] : (["email", "emailConfirmation"] as const)) {
    if (names.includes(step) && isBefore(step, "children")) defects.push({ code: "step_misplaced", step });
  }
  return defects;
}

/** A plan often comes from a configuration file, where a name may be mistyped. */
function checkNames({ route, audience, steps }: PlanDescription): void {
  if (!Object.hasOwn(identityProofs, route)) throw new TypeError(`There is no route "${route}".`);
  if (audience !== "guardian" && audience !== "pupil") {
    throw new TypeError(`There is no audience "${String(audience)}".`);
  }
  for (const step of steps) {
    const name = typeof step === "string" ? step : step.name;
    if (!Object.hasOwn(stepTraits, name)) throw new TypeError(`There is no step "${name}".`);
  }
}

/**
 * Creates a plan, and refuses one that could activate somebody without the proofs of its route.
 *
 * These are the static rules; `verifyPlan` also visits every state the plan can reach.
 *
 * @throws {InvalidPlanError} naming every defect found.
 * @throws {TypeError} when the route, the audience or a step is none of those there are.
 */
export function createPlan(description: PlanDescription): Plan {
  checkNames(description);
  const plan: Plan = {
    route: description.route,
    audience: description.audience,
    steps: description.steps.map((step) =>
      typeof step === "string"
        ? { name: step, optional: false }
        : { name: step.name, optional: step.optional },
    ),
  };
  const defects = planDefects(plan);
  if (defects.length > 0) throw new InvalidPlanError(plan.route, defects);
  return plan;
}

/** The plans of the deck, in its order of screens. */
export const defaultPlans: Readonly<Record<Route, Plan>> = {
  letter: createPlan({
    route: "letter",
    audience: "guardian",
    steps: ["credentials", "email", "password", "children", "emailConfirmation"],
  }),
  pupil: createPlan({
    route: "pupil",
    audience: "pupil",
    steps: ["credentials", "password", "birthDate", { name: "email", optional: true }],
  }),
  sms: createPlan({
    route: "sms",
    audience: "guardian",
    steps: ["identity", "mobileCode", "children", "password"],
  }),
  franceConnect: createPlan({
    route: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "children", "password"],
  }),
};
