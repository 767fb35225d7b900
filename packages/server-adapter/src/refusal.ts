import type { FlowView, ProblemCode } from "@educonnect-activation/core";

/** What a refusal tells besides its code. */
export interface RefusalDetails {
  /** The flow as it stands, for a refusal that is about one. */
  readonly flow?: FlowView;
  /** Seconds after which the same may be tried again. */
  readonly retryAfterSeconds?: number;
}

/**
 * An outcome that stops what was asked for, by its code.
 *
 * Domain code throws it from wherever the reason is found; how it is told over HTTP is known to `http/problem.ts` alone.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Refuses until an instant (epoch seconds). */
export function refuseUntil(code: ProblemCode, until: number, now: number): Refusal {
  return new Refusal(code, { retryAfterSeconds: Math.max(1, until - now) });
}

/** Refuses because others kept changing the same rows at the same moment; worth trying again at once. */
export const refuseBusy = (): Refusal => new Refusal("server_busy", { retryAfterSeconds: 1 });
