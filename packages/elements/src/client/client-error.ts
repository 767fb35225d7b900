import { ActivationError, type Problem, type ProblemCode } from "@educonnect-activation/core";

/**
 * Why a call had no answer: `network` nothing came back, `timeout` nothing came back in time, `unexpected` something came back that is not
 * this protocol's (a proxy's login page, say); otherwise the code of the problem the server named.
 */
export type ClientErrorCode = "network" | "timeout" | "unexpected" | ProblemCode;

/** A call of the client that failed, once every automatic retry was spent. */
export class ClientError extends ActivationError {
  override readonly name = "ClientError";
  override readonly code: ClientErrorCode;
  /** The problem details of the answer (RFC 9457), when there was one. */
  readonly problem: Problem | null;
  /** Seconds the server asked to wait before another try; null when it said nothing. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ClientErrorCode,
    problem: Problem | null = null,
    retryAfterSeconds: number | null = null,
  ) {
    super(code, `The call failed: ${code}.`);
    this.code = code;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const codesOfUnknownOutcome: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>([
  "network",
  "timeout",
  "unexpected",
  "server_busy",
  "server_unavailable",
  "server_error",
]);

/** Tells whether the same request may be sent again: its outcome is unknown, or the server says that it was not carried out. */
export function isRetriable(error: unknown): error is ClientError {
  return error instanceof ClientError && codesOfUnknownOutcome.has(error.code);
}
