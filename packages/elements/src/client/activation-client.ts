import {
  endpoints,
  type EndpointName,
  type EventRequest,
  type FlowView,
  type ConfirmationLinkAnswerRequest,
  type ConfirmationLinkAnswerResponse,
  type ConfirmationLinkRequest,
  type ConfirmationLinkResponse,
  type ServicesResponse,
  type SessionView,
  type SignInRequest,
  type SignInResponse,
  type SignOutResponse,
  type StartFlowRequest,
  type StartFranceConnectRequest,
  type StartFranceConnectResponse,
  type StatusResponse,
} from "@educonnect-activation/core";
import { isRetriable, type ClientErrorCode } from "./client-error.ts";
import {
  isConfirmationLinkAnswerResponse,
  isConfirmationLinkResponse,
  isServicesResponse,
  isSignInResponse,
  isSignOutResponse,
  isStartFranceConnectResponse,
} from "./response-shapes.ts";
import { sendRequest, type Fetch, type RequestContext } from "./send-request.ts";
import { isFlowView, isSessionView, isStatusResponse } from "./status-shape.ts";
import { browserTimers, type Timers } from "./timers.ts";
import {
  defaultRetryPolicy,
  refusedUnseen,
  retriableByItself,
  withRetries,
  type RetryPolicy,
} from "./with-retries.ts";

/** How to build a client; only `baseUrl` is needed. */
export interface ActivationClientOptions {
  /** Where the handler is mounted, a path or an absolute address, with or without its last slash. */
  readonly baseUrl: string;
  /** Default: the page's own. */
  readonly fetch?: Fetch;
  readonly timers?: Timers;
  /** A number in [0, 1) that spreads retries; default `Math.random`. */
  readonly random?: () => number;
  readonly retry?: RetryPolicy;
  /** Milliseconds before a try is given up; default 15,000. */
  readonly timeoutMilliseconds?: number;
  /** Whose `lang`, read at each request, asks for the language of a confirmation mail; by default the browser does. */
  readonly speaker?: { readonly lang: string };
}

/** The options that every call takes in addition to its request. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * The wire's client half: one typed call for each endpoint a page uses.
 *
 * Every call rejects with a `ClientError`, or with the signal's reason when aborted. Calls may run at once; nothing is kept but, in memory
 * and until its outcome is known, the last event sent.
 */
export interface ActivationClient {
  readStatus(options?: CallOptions): Promise<StatusResponse>;
  signIn(request: SignInRequest, options?: CallOptions): Promise<SignInResponse>;
  /** Gives the session more time; sent twice, it gives no more than once. */
  extendSession(options?: CallOptions): Promise<SessionView>;
  signOut(options?: CallOptions): Promise<SignOutResponse>;
  /** Begins an activation that needs no sign-in; sent twice, it goes on with the one begun. */
  startFlow(request: StartFlowRequest, options?: CallOptions): Promise<FlowView>;
  /** Begins a sign-in at FranceConnect and returns the address to go to. If it is sent twice, the second one counts. */
  startFranceConnect(
    request: StartFranceConnectRequest,
    options?: CallOptions,
  ): Promise<StartFranceConnectResponse>;
  /**
   * Sends a command. The same request sent again after a failure of unknown outcome carries the same `Idempotency-Key`, so that it is
   * carried out once whatever was lost on the way.
   */
  sendEvent(request: EventRequest, options?: CallOptions): Promise<FlowView>;
  readConfirmationLink(
    request: ConfirmationLinkRequest,
    options?: CallOptions,
  ): Promise<ConfirmationLinkResponse>;
  answerConfirmationLink(
    request: ConfirmationLinkAnswerRequest,
    options?: CallOptions,
  ): Promise<ConfirmationLinkAnswerResponse>;
  readServices(options?: CallOptions): Promise<ServicesResponse>;
}

/** Creates a client of the handler mounted at `baseUrl`. */
export function createActivationClient(options: ActivationClientOptions): ActivationClient {
  const { retry = defaultRetryPolicy, random = Math.random, timers = browserTimers } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const context: RequestContext = {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timers,
    timeoutMilliseconds: options.timeoutMilliseconds ?? 15_000,
    speaker: options.speaker,
  };
  let unsettled: { readonly body: string; readonly key: string } | null = null;

  const call = <Answer>(
    endpoint: EndpointName,
    isAnswer: (value: unknown) => value is Answer,
    { signal }: CallOptions = {},
    body: string | null = null,
    retriable: readonly ClientErrorCode[] = retriableByItself,
    idempotencyKey: string | null = null,
  ): Promise<Answer> => {
    const { method, path } = endpoints[endpoint];
    const request = { url: baseUrl + path, method, body, idempotencyKey, signal, isAnswer };
    return withRetries(() => sendRequest(context, request), retriable, retry, timers, random, signal);
  };

  return {
    readStatus: (options) => call("readStatus", isStatusResponse, options),
    // A wrong password counts against its budget, so what may have arrived is not sent twice unasked.
    signIn: (request, options) =>
      call("signIn", isSignInResponse, options, JSON.stringify(request), refusedUnseen),
    extendSession: (options) => call("extendSession", isSessionView, options, "{}"),
    signOut: (options) => call("signOut", isSignOutResponse, options, "{}"),
    startFlow: (request, options) => call("startFlow", isFlowView, options, JSON.stringify(request)),
    startFranceConnect: (request, options) =>
      call("startFranceConnect", isStartFranceConnectResponse, options, JSON.stringify(request)),
    sendEvent: async (request, options) => {
      const body = JSON.stringify(request);
      const key = unsettled?.body === body ? unsettled.key : createIdempotencyKey();
      unsettled = { body, key };
      try {
        const view = await call("sendEvent", isFlowView, options, body, retriableByItself, key);
        unsettled = null;
        return view;
      } catch (error) {
        // An abort leaves the outcome unknown too.
        if (!isRetriable(error) && !options?.signal?.aborted) unsettled = null;
        throw error;
      }
    },
    readConfirmationLink: (request, options) =>
      call("readConfirmationLink", isConfirmationLinkResponse, options, JSON.stringify(request)),
    answerConfirmationLink: (request, options) =>
      call(
        "answerConfirmationLink",
        isConfirmationLinkAnswerResponse,
        options,
        JSON.stringify(request),
        refusedUnseen,
      ),
    readServices: (options) => call("readServices", isServicesResponse, options),
  };
}

/** Draws the key that lets the server tell a repeated request from a new one: 128 random bits, as four numbers. */
export function createIdempotencyKey(): string {
  // Not randomUUID, which pages served over plain HTTP from anything but localhost lack.
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
