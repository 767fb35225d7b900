import type { Environment } from "../environment.ts";
import type { PlainRequest } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import type { Logger } from "../ports/logger.ts";
import type { PasswordHasher } from "../ports/password-hasher.ts";
import { createToken } from "../security/tokens.ts";

/** What one request works with: the deployment's environment, and what is known of the request alone. */
export interface Context extends Environment {
  /** Names the request in its answer's `X-Request-Id` and in each entry of its log; made here, never taken from the client. */
  readonly requestId: string;
  /** The trace that the request belongs to, 32 hexadecimal digits; null outside any. */
  readonly traceId: string | null;
  /** When nobody waits for the answer any more (epoch seconds); null when the host has set no end. */
  readonly deadline: number | null;
}

/** Version, trace, parent and flags; only a later version may add to them (W3C Trace Context, 3.2.2 and 4). */
const traceparentShape =
  /^(?<version>(?!ff)[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<more>-.*)?$/;

/** Reads the trace's id from a `traceparent` header; null without one, and for one that is not written by the rules. */
export function readTraceId(header: string | null): string | null {
  const groups = traceparentShape.exec(header ?? "")?.groups;
  if (groups === undefined || (groups["version"] === "00" && groups["more"] !== undefined)) return null;
  return groups["trace"] ?? null;
}

/** Makes each entry say which request it is about. */
function tellRequest(logger: Logger, requestId: string, traceId: string | null): Logger {
  const about = { requestId, ...(traceId !== null && { traceId }) };
  return {
    log(...[level, event, fields]) {
      const entry = [level, event, { ...fields, ...about }] as const;
      logger.log(...entry);
    },
  };
}

/**
 * Refuses work for which it is too late.
 *
 * @throws {ProblemError} `server_busy`
 */
export function checkDeadline({ deadline, clock }: Pick<Context, "deadline" | "clock">): void {
  if (deadline !== null && clock.now() >= deadline) {
    throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  }
}

/** Hashing is the long part of a request, so none is begun that would be too late. */
function hashInTime(hasher: PasswordHasher, end: Pick<Context, "deadline" | "clock">): PasswordHasher {
  return {
    async hash(password) {
      checkDeadline(end);
      return hasher.hash(password);
    },
    async verify(phc, password) {
      checkDeadline(end);
      return hasher.verify(phc, password);
    },
    needsRehash: (phc) => hasher.needsRehash(phc),
  };
}

/** Makes the context of a request. */
export function createContext(environment: Environment, { traceparent, deadline }: PlainRequest): Context {
  const { random, logger, passwordHasher, clock } = environment;
  const requestId = createToken(random, 16);
  const traceId = readTraceId(traceparent);
  return {
    ...environment,
    requestId,
    traceId,
    deadline,
    logger: tellRequest(logger, requestId, traceId),
    passwordHasher: deadline === null ? passwordHasher : hashInTime(passwordHasher, { deadline, clock }),
  };
}
