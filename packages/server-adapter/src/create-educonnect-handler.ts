import { createEnvironment } from "./create-environment.ts";
import type { EduconnectOptions } from "./options/educonnect-options.ts";
import { handle } from "./handle.ts";
import { toResponse, toWireRequest } from "./http/fetch.ts";
import {
  toPlainRequest,
  toWireResponse,
  type RequestContext,
  type WireRequest,
  type WireResponse,
} from "./http/message.ts";

/** The handler of a deployment: a Fetch handler, and the same without `Request` and `Response` for servers that know how. */
export interface EduconnectHandler {
  (request: Request, context?: RequestContext): Promise<Response>;
  readonly answer: (request: WireRequest) => Promise<WireResponse>;
}

/**
 * Creates the handler that connects the elements to a back end.
 *
 * Mount it under the portal's own origin, at `basePath`. It keeps nothing between requests: any number of handlers in any number of
 * processes may serve one store. Every answer is a response; it never throws.
 *
 * @throws {TypeError} when an option is missing or can't be right, naming it.
 * @throws {InvalidPlanError} when a plan would activate without its proofs, or needs a method that is not wired.
 */
export function createEduconnectHandler(options: EduconnectOptions): EduconnectHandler {
  const environment = createEnvironment(options);
  const isSecure = !options.allowInsecureOrigins;
  const answer = async (request: WireRequest): Promise<WireResponse> => {
    const plain = await handle(environment, toPlainRequest(request, environment.basePath));
    return toWireResponse(plain, isSecure);
  };
  const fetch = async (request: Request, context?: RequestContext): Promise<Response> =>
    toResponse(await answer(await toWireRequest(request, context)), request.method);
  return Object.assign(fetch, { answer });
}
