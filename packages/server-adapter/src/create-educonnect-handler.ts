import { createEnvironment, type EduconnectOptions } from "./create-environment.ts";
import { handle } from "./handle.ts";
import { toPlainRequest, toResponse } from "./http/fetch.ts";

/**
 * Creates the handler that connects the elements to a back end.
 *
 * Mount it under the portal's own origin, at `basePath`. It keeps nothing between requests: any number of handlers in any number of
 * processes may serve one store. Every answer is a `Response`; it never throws.
 *
 * @throws {TypeError} when an option is missing or can't be right, naming it.
 * @throws {InvalidPlanError} when a plan would activate without its proofs, or needs a route that is not wired.
 */
export function createEduconnectHandler(options: EduconnectOptions): (request: Request) => Promise<Response> {
  const environment = createEnvironment(options);
  const isSecure = !options.allowInsecureOrigins;
  return async (request) => {
    const plain = await toPlainRequest(request, environment.basePath);
    return toResponse(await handle(environment, plain), isSecure, request.method === "HEAD");
  };
}
