import {
  endpoints,
  type EndpointName,
  type EventRequest,
  type FlowView,
  type LinkAnswerRequest,
  type LinkAnswerResponse,
  type LinkRequest,
  type LinkResponse,
  type ServicesResponse,
  type SignInRequest,
  type SignInResponse,
  type StatusResponse,
} from "@educonnect-activation/core";
import { isRetriable, type ClientErrorCode } from "./client-error.ts";
import { createIdempotencyKey } from "./create-idempotency-key.ts";
import {
  isFlowView,
  isLinkAnswerResponse,
  isLinkResponse,
  isServicesResponse,
  isSignInResponse,
  isStatusResponse,
} from "./response-shapes.ts";
import { sendRequest, type Fetch, type RequestContext } from "./send-request.ts";
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
}

/** What every call takes besides its request. */
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
  signOut(options?: CallOptions): Promise<StatusResponse>;
  /**
   * Sends a command. The same request sent again after a failure of unknown outcome carries the same `Idempotency-Key`, so that it is
   * carried out once whatever was lost on the way.
   */
  sendEvent(request: EventRequest, options?: CallOptions): Promise<FlowView>;
  readLink(request: LinkRequest, options?: CallOptions): Promise<LinkResponse>;
  answerLink(request: LinkAnswerRequest, options?: CallOptions): Promise<LinkAnswerResponse>;
  readServices(options?: CallOptions): Promise<ServicesResponse>;
}

interface Call<Answer> {
  readonly endpoint: EndpointName;
  readonly isAnswer: (value: unknown) => value is Answer;
  readonly retriable: readonly ClientErrorCode[];
  readonly body?: string;
  readonly idempotencyKey?: string;
  readonly options?: CallOptions | undefined;
}

/** Creates a client of the handler mounted at `baseUrl`. */
export function createActivationClient(options: ActivationClientOptions): ActivationClient {
  const { retry = defaultRetryPolicy, random = Math.random, timers = browserTimers } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const context: RequestContext = {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timers,
    timeoutMilliseconds: options.timeoutMilliseconds ?? 15_000,
  };
  let unsettled: { readonly body: string; readonly key: string } | null = null;

  const call = <Answer>({
    endpoint,
    retriable,
    options: callOptions,
    ...description
  }: Call<Answer>): Promise<Answer> => {
    const { method, path } = endpoints[endpoint];
    const signal = callOptions?.signal;
    const request = { ...description, method, url: baseUrl + path, signal };
    return withRetries(() => sendRequest(context, request), retriable, retry, timers, random, signal);
  };

  return {
    readStatus: (callOptions) =>
      call({
        endpoint: "readStatus",
        isAnswer: isStatusResponse,
        retriable: retriableByItself,
        options: callOptions,
      }),
    // A wrong password counts against its budget, so what may have arrived is not sent twice unasked.
    signIn: (request, callOptions) =>
      call({
        endpoint: "signIn",
        isAnswer: isSignInResponse,
        retriable: refusedUnseen,
        body: JSON.stringify(request),
        options: callOptions,
      }),
    signOut: (callOptions) =>
      call({
        endpoint: "signOut",
        isAnswer: isStatusResponse,
        retriable: retriableByItself,
        body: "{}",
        options: callOptions,
      }),
    sendEvent: async (request, callOptions) => {
      const body = JSON.stringify(request);
      const key = unsettled?.body === body ? unsettled.key : createIdempotencyKey();
      unsettled = { body, key };
      try {
        const view = await call({
          endpoint: "sendEvent",
          isAnswer: isFlowView,
          retriable: retriableByItself,
          body,
          idempotencyKey: key,
          options: callOptions,
        });
        unsettled = null;
        return view;
      } catch (error) {
        // An abort leaves the outcome unknown too.
        if (!isRetriable(error) && !callOptions?.signal?.aborted) unsettled = null;
        throw error;
      }
    },
    readLink: (request, callOptions) =>
      call({
        endpoint: "readLink",
        isAnswer: isLinkResponse,
        retriable: retriableByItself,
        body: JSON.stringify(request),
        options: callOptions,
      }),
    answerLink: (request, callOptions) =>
      call({
        endpoint: "answerLink",
        isAnswer: isLinkAnswerResponse,
        retriable: refusedUnseen,
        body: JSON.stringify(request),
        options: callOptions,
      }),
    readServices: (callOptions) =>
      call({
        endpoint: "readServices",
        isAnswer: isServicesResponse,
        retriable: retriableByItself,
        options: callOptions,
      }),
  };
}
