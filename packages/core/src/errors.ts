import type { StepName } from "./activation/plan.ts";

/**
 * The base of every error that the kit throws, with a stable `code` to switch on.
 *
 * The `message` is for developers; texts for people are in the catalogues. A caller's mistake (a wrong argument) is a
 * `TypeError` instead.
 */
export class ActivationError extends Error {
  override readonly name: string = "ActivationError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
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

/** Thrown for a stored state that this version of the kit cannot read. */
export class SnapshotError extends ActivationError {
  override readonly name = "SnapshotError";

  constructor(code: "snapshot_version_unknown" | "snapshot_malformed", message: string) {
    super(code, message);
  }
}
