import { SnapshotError } from "@educonnect-activation/core";
import { checkDeadline, createContext, type Context } from "./endpoints/context.ts";
import type { Endpoints } from "./endpoints/define-endpoint.ts";
import { endpoints } from "./endpoints/endpoints.ts";
import { createEndpointFinder } from "./endpoints/find-endpoint.ts";
import type { Environment } from "./environment.ts";
import type { PlainRequest, PlainResponse } from "./http/message.ts";
import { checkOrigin } from "./http/origin.ts";
import { ProblemError, problemResponse } from "./http/problem.ts";
import { nameError, type Logger } from "./ports/logger.ts";
import { HasherBusyError } from "./ports/password-hasher.ts";
import { StoreUnavailableError } from "./ports/store-errors.ts";
import { Refusal } from "./refusal.ts";

/** Answers one request of a deployment, plain data both ways. */
export type Handle = (environment: Environment, request: PlainRequest) => Promise<PlainResponse>;

const outageRetrySeconds = 2;

/** The store can't be reached, or a newer version of the kit wrote what it holds and another process must answer. */
const isOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailableError ||
  (error instanceof SnapshotError && error.code === "snapshot_version_unknown");

/** Tells an error as the problem that it is on the wire, and logs it when it is a failure of the server. */
function toProblem(error: unknown, path: string, logger: Logger): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Refusal) return new ProblemError(error.code, error.details);
  if (error instanceof HasherBusyError) {
    return new ProblemError("server_busy", { retryAfterSeconds: error.retryAfterSeconds });
  }
  if (isOutage(error)) {
    logger.log("error", "store_unavailable", { path, error: nameError(error) });
    return new ProblemError("server_unavailable", { retryAfterSeconds: outageRetrySeconds });
  }
  logger.log("error", "request_failed", { path, error: nameError(error) });
  return new ProblemError("server_error");
}

/**
 * Makes a handle that serves some endpoints.
 *
 * @throws {TypeError} when two of them stand at one address.
 */
export function createHandle(served: Endpoints): Handle {
  const findEndpoint = createEndpointFinder(served);

  async function answer(context: Context, request: PlainRequest): Promise<PlainResponse> {
    try {
      checkDeadline(context);
      const { endpoint, segments } = findEndpoint(request);
      // GET and HEAD change nothing, and callers other than our own pages are authenticated in other ways.
      if (endpoint.method !== "GET" && endpoint.caller === "ownPages") {
        checkOrigin(request, context.publicOrigin);
      }
      return await endpoint.answer(context, { request, segments, endpoints: served });
    } catch (error) {
      const { code, details } = toProblem(error, request.path, context.logger);
      return problemResponse(code, details);
    }
  }

  return async (environment, request) => {
    const context = createContext(environment, request);
    const response = await answer(context, request);
    return { ...response, headers: { ...response.headers, "x-request-id": context.requestId } };
  };
}

/**
 * Answers one request, plain data both ways: the heart of the adapter, for servers and pages alike.
 *
 * Never throws: a refusal is a problem by its code, a failure nobody foresaw is `server_error` and one line in the log with its name alone.
 */
export const handle: Handle = createHandle(endpoints);
