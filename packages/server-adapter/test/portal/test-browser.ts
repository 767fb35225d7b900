import type { Command, FlowView, Problem } from "@educonnect-activation/core";
import { endpoints, type EndpointName } from "../../src/endpoints/endpoints.ts";
import { handle } from "../../src/handle.ts";
import type { Environment } from "../../src/environment.ts";
import type { PlainRequest, PlainResponse } from "../../src/http/message.ts";
import { createToken } from "../../src/security/tokens.ts";
import { checkDocumented } from "./check-documented.ts";

/** What a test may change in a request before it is sent. */
export type RequestChanges = Partial<PlainRequest>;

/** A browser with a cookie jar, at the portal's own pages. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  /** Sends a request as the portal's page would; `body` becomes JSON. */
  request(endpoint: EndpointName, body?: unknown, changes?: RequestChanges): Promise<PlainResponse>;
  signIn(identifier: string, password: string, replace?: boolean): Promise<PlainResponse>;
  /** Sends a command on the flow as the last answer showed it. */
  send(event: Command, changes?: RequestChanges & { readonly revision?: number }): Promise<PlainResponse>;
  /** The flow as the last answer showed it. */
  view(): FlowView;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isView(value: unknown): value is FlowView {
  return isRecord(value) && "revision" in value && "step" in value;
}

/** Reads a problem from an answer. */
export function problemOf(response: PlainResponse): Problem {
  const isProblem = (value: unknown): value is Problem =>
    isRecord(value) && typeof value["code"] === "string";
  if (!isProblem(response.body)) throw new TypeError(`The answer is no problem but ${response.status}.`);
  return response.body;
}

/** Takes away what names the request and makes each answer unlike any other, so that tests can compare answers. */
function withoutRequestId({ headers, ...response }: PlainResponse): PlainResponse {
  const { "x-request-id": requestId, ...others } = headers ?? {};
  if (requestId === undefined) throw new TypeError("The answer does not name its request.");
  return Object.keys(others).length > 0 ? { ...response, headers: others } : response;
}

/** Opens a browser at a handler's inside. */
export function createTestBrowser(environment: Environment): TestBrowser {
  const cookies = new Map<string, string>();
  let view: FlowView | null = null;

  function remember(response: PlainResponse): PlainResponse {
    for (const { name, value } of response.cookies ?? []) {
      if (value === null) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { body } = response;
    const shown = isRecord(body) && "flow" in body ? body["flow"] : body;
    if (isView(shown)) view = shown;
    return response;
  }

  const browser: TestBrowser = {
    cookies,
    async request(endpoint, body, changes = {}) {
      const { method, path } = endpoints[endpoint];
      const request: PlainRequest = {
        method,
        path,
        query: "",
        acceptLanguage: null,
        userAgent: null,
        webhookHeaders: new Map(),
        contentType: body === undefined ? null : "application/json",
        contentEncoding: null,
        body: body === undefined ? null : new TextEncoder().encode(JSON.stringify(body)),
        cookies: new Map(cookies),
        origin: method === "POST" ? environment.publicOrigin : null,
        fetchSite: "same-origin",
        idempotencyKey: null,
        clientAddress: null,
        traceparent: null,
        deadline: null,
        ...changes,
      };
      const response = withoutRequestId(await handle(environment, request));
      checkDocumented(request, response);
      return remember(response);
    },
    signIn: (identifier, password, replace) =>
      browser.request("signIn", { identifier, password, ...(replace !== undefined && { replace }) }),
    async send(event, { revision, ...changes } = {}) {
      return browser.request(
        "sendEvent",
        { revision: revision ?? browser.view().revision, event },
        { idempotencyKey: createToken(environment.random), ...changes },
      );
    },
    view() {
      if (view === null) throw new TypeError("No answer has shown a flow yet.");
      return view;
    },
  };
  return browser;
}
