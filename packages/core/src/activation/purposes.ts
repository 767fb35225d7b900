import type { StepName } from "./step.ts";

/** Who activates: a pupil's legal guardian ("Représentant légal") or the pupil ("Élève"). */
export type Audience = "guardian" | "pupil";

/** The four ways of proving who one is, as in the deck. */
export type ActivationMethod = "letter" | "pupil" | "sms" | "franceConnect";

/** What a flow is for: it decides how the flow may start, which steps its plan needs, and what its completion does. */
export type Purpose = "activation" | "recovery";

/** What a purpose asks of the plans of one method. */
export interface MethodRules {
  /**
   * How a flow starts. An `open` one belongs to nobody until its own steps prove who the person is; a `proven` one begins with a proof
   * given before it, and `proofs` names the steps that this proof stands for.
   */
  readonly start: "open" | "proven";
  /** The steps that prove who a person is; all must be in the plan, and first. */
  readonly proofs: readonly StepName[];
  /** The other steps that the plan must have. */
  readonly required: readonly StepName[];
  /** The steps that have no place in the plan. */
  readonly foreign: readonly StepName[];
}

/** What distinguishes one purpose from another; the machine itself is the same for all. */
export interface PurposeRules {
  /** The rules for each method that the purpose can be served by. */
  readonly methods: Readonly<Partial<Record<ActivationMethod, MethodRules>>>;
  /** What completing the last step does to the account. */
  readonly completion: "activate" | "reset";
}

/** Every purpose, as data. */
export const purposes: Readonly<Record<Purpose, PurposeRules>> = {
  activation: {
    completion: "activate",
    methods: {
      letter: {
        start: "proven",
        proofs: ["login"],
        // Choosing a password ends the provisional one, so a method that begins with it must choose one.
        required: ["children", "password", "email", "emailSent"],
        foreign: ["franceConnect", "identity", "smsCode", "birthDate"],
      },
      pupil: {
        start: "proven",
        proofs: ["login"],
        required: ["birthDate", "password"],
        foreign: ["franceConnect", "identity", "smsCode", "children"],
      },
      sms: {
        start: "open",
        proofs: ["identity", "smsCode"],
        required: ["children", "password"],
        foreign: ["login", "franceConnect", "birthDate"],
      },
      franceConnect: {
        start: "open",
        proofs: ["franceConnect"],
        required: ["children"],
        foreign: ["login", "identity", "birthDate"],
      },
    },
  },
  recovery: {
    completion: "reset",
    methods: {
      sms: {
        start: "open",
        proofs: ["identity", "smsCode"],
        required: ["password"],
        foreign: ["login", "franceConnect", "birthDate", "children", "email", "emailSent"],
      },
    },
  },
};

/** The rules for the plans of a purpose and a method; null where the purpose has no such method. */
export function methodRules(purpose: Purpose, method: ActivationMethod): MethodRules | null {
  return purposes[purpose].methods[method] ?? null;
}
