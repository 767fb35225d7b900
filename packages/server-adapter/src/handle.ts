import { endpoints, SnapshotError, type EndpointName } from "@educonnect-activation/core";
import type { Environment } from "./environment.ts";
import type { PlainRequest, PlainResponse } from "./http/message.ts";
import { nameError } from "./http/name-error.ts";
import { checkOrigin } from "./http/origin.ts";
import { ProblemError, problemResponse } from "./http/problem.ts";
import { HasherBusyError } from "./ports/password-hasher.ts";
import { Refusal } from "./refusal.ts";
import { StoreUnavailableError } from "./ports/store-errors.ts";
import { answerConfirmationLink, readConfirmationLink } from "./endpoints/confirmation-link.ts";
import { extendSession } from "./endpoints/extend-session.ts";
import { franceConnectCallback } from "./endpoints/france-connect-callback.ts";
import { health } from "./endpoints/health.ts";
import { confirmationLinkPage } from "./endpoints/link-page.ts";
import { openApiDocument } from "./endpoints/open-api.ts";
import { readServices } from "./endpoints/read-services.ts";
import { readStatus } from "./endpoints/read-status.ts";
import { sendEvent } from "./endpoints/send-event.ts";
import { smsReceipt } from "./endpoints/sms-receipt.ts";
import { startFlow } from "./endpoints/start-flow.ts";
import { startFranceConnect } from "./endpoints/start-france-connect.ts";
import { signIn } from "./endpoints/sign-in.ts";
import { signOut } from "./endpoints/sign-out.ts";

type Route = (environment: Environment, request: PlainRequest) => PlainResponse | Promise<PlainResponse>;

const routes: Readonly<Record<EndpointName, Route>> = {
  readStatus,
  signIn,
  extendSession,
  signOut,
  startFlow,
  startFranceConnect,
  franceConnectCallback,
  sendEvent,
  smsReceipt,
  readConfirmationLink,
  answerConfirmationLink,
  readServices,
  confirmationLinkPage,
  openApi: ({ publicOrigin, basePath }) => ({
    status: 200,
    body: openApiDocument(publicOrigin + basePath),
  }),
  health,
};

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

interface FoundRoute {
  readonly route: Route;
  readonly isFromGateway: boolean;
}

/** The routes by path, then by method. */
const table = new Map<string, Map<string, FoundRoute>>();
for (const name of Object.keys(endpoints).filter(isEndpointName)) {
  const endpoint = endpoints[name];
  const { method, path } = endpoint;
  const methods = table.get(path) ?? new Map<string, FoundRoute>();
  const found = { route: routes[name], isFromGateway: "caller" in endpoint };
  methods.set(method, found);
  if (method === "GET") methods.set("HEAD", found);
  table.set(path, methods);
}

function findRoute(request: PlainRequest): FoundRoute {
  const methods = table.get(request.path);
  if (!methods) throw new ProblemError("endpoint_unknown");
  const route = methods.get(request.method);
  if (!route)
    throw new ProblemError("method_not_allowed", { headers: { allow: [...methods.keys()].join(", ") } });
  return route;
}

const outageRetrySeconds = 2;

/** The store can't be reached, or a newer version of the kit wrote what it holds and another process must answer. */
const isOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailableError ||
  (error instanceof SnapshotError && error.code === "snapshot_version_unknown");

/**
 * Answers one request, plain data both ways: the heart of the adapter, for servers and pages alike.
 *
 * Never throws: a refusal is a problem by its code, a failure nobody foresaw is `server_error` and one line in the log with its name alone.
 */
export async function handle(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  try {
    const { route, isFromGateway } = findRoute(request);
    // GET and HEAD change nothing, so only the others have to prove where they come from; a gateway does by its signature.
    const isPost = request.method !== "GET" && request.method !== "HEAD";
    if (isPost && !isFromGateway) checkOrigin(request, environment.publicOrigin);
    return await route(environment, request);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof Refusal) {
      return problemResponse(error.code, error.details);
    }
    if (error instanceof HasherBusyError) {
      return problemResponse("server_busy", { retryAfterSeconds: error.retryAfterSeconds });
    }
    if (isOutage(error)) {
      environment.logger.log("error", "store_unavailable", { path: request.path, error: nameError(error) });
      return problemResponse("server_unavailable", { retryAfterSeconds: outageRetrySeconds });
    }
    environment.logger.log("error", "request_failed", {
      path: request.path,
      error: nameError(error),
    });
    return problemResponse("server_error");
  }
}
