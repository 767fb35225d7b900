import { ActivationError } from "../../errors.ts";
import type { ActivationMethod } from "../purposes.ts";
import type { Move } from "./explore-plan.ts";
import type { stateInvariants } from "./state-invariants.ts";
import type { stepInvariants } from "./step-invariants.ts";

/** The name of a rule that every plan must keep. */
export type InvariantName =
  | keyof typeof stepInvariants
  | keyof typeof stateInvariants
  /** From some state no accepted command leads to an end. */
  | "no_way_out"
  /** The machine threw. */
  | "machine_failed"
  /** There is no end of states, because something is counted without limit. */
  | "states_endless";

/** One rule that a plan breaks, with a shortest way to where it does. */
export interface PlanViolation {
  readonly invariant: InvariantName;
  /** What happens from the beginning, the offending event last. */
  readonly path: readonly Move[];
  readonly detail: string;
}

/** A plan that breaks a rule of the machine in some state it can reach; code `plan_violation`. */
export class PlanViolationError extends ActivationError {
  override readonly name = "PlanViolationError";
  /** One for each rule broken. */
  readonly violations: readonly PlanViolation[];

  constructor(method: ActivationMethod, violations: readonly PlanViolation[]) {
    const reasons = violations.map(
      ({ invariant, detail, path }) =>
        `${invariant} (${detail}) after ${path.join(" → ") || "the beginning"}`,
    );
    super("plan_violation", `The plan of method "${method}" breaks ${reasons.join("; ")}.`);
    this.violations = violations;
  }
}
