import type { ProblemCode } from "@educonnect-activation/core";
import { z } from "zod";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody, type Body } from "../http/read-body.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Who may call an endpoint: the portal's own pages, which prove it by their origin; a gateway, which signs what it sends; a relying party,
 * which shows credentials of its own; or anybody.
 */
export type Caller = "ownPages" | "gateway" | "relyingParty" | "anybody";

/** What an endpoint is, for routing and for the API document. */
export interface EndpointDescription {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path below the base path; `:name` stands for one segment. */
  readonly path: `/${string}`;
  readonly caller: Caller;
  readonly body: Body<unknown>;
  readonly requires: Requirement<object>;
  /** What a success holds: JSON of this schema, a page, a redirect or nothing. */
  readonly response: z.ZodType | "html" | "redirect" | "nothing";
  /** Why the endpoint itself refuses, besides what its body, its caller and its requirement can be refused for. */
  readonly problems?: readonly ProblemCode[];
  /** The problems that take the flow's cookie away. */
  readonly problemsWithCookie?: readonly ProblemCode[];
  /** Set where nothing can fail, so that the API document lists no failure of the server. */
  readonly neverFails?: boolean;
  readonly summary: string;
  readonly description?: string;
  /** The headers that change the answer. */
  readonly headers?: readonly ("IdempotencyKey" | "AcceptLanguage")[];
  /** The cookies that are looked at, besides the one that is required. */
  readonly cookies?: readonly ("flow" | "session")[];
  /** When a success sets cookies, or takes them away. */
  readonly setCookie?: string;
}

/** A request on its way to an endpoint. */
export interface RoutedRequest {
  readonly request: PlainRequest;
  /** The segments that the path's parameters stand for, decoded. */
  readonly segments: Readonly<Record<string, string>>;
  /** Every endpoint that is served, by name. */
  readonly endpoints: Endpoints;
}

/** One address of the wire. */
export interface Endpoint extends EndpointDescription {
  /** The shapes of the path's parameters; null for a path without any. */
  readonly params: z.ZodType | null;
  /**
   * Reads a request and carries it out, in this order: the body, the requirement, the handler.
   *
   * @throws {ProblemError} for what is refused; anything else is a failure.
   */
  answer(context: Context, routed: RoutedRequest): Promise<PlainResponse>;
}

/** The endpoints of a deployment by name; the name is the `operationId` of the API document. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

/** What a handler works with: a request, read and checked, and what the requirement found. */
type Call<BodyValue, Found> = Omit<RoutedRequest, "segments"> & { readonly body: BodyValue } & Found;

interface Definition<BodyValue, Found extends object> extends EndpointDescription {
  readonly body: Body<BodyValue>;
  readonly requires: Requirement<Found>;
  readonly handle: (context: Context, call: Call<BodyValue, Found>) => PlainResponse | Promise<PlainResponse>;
}

interface DefinitionWithParams<BodyValue, Found extends object, Params> extends EndpointDescription {
  readonly body: Body<BodyValue>;
  readonly requires: Requirement<Found>;
  /** One member for each parameter of the path. A path that does not fit is unknown. */
  readonly params: z.ZodType<Params>;
  readonly handle: (
    context: Context,
    call: Call<BodyValue, Found> & { readonly params: Params },
  ) => PlainResponse | Promise<PlainResponse>;
}

/**
 * Makes an endpoint of its definition.
 *
 * @throws {TypeError} when a cookie would count in a request that any site can send.
 */
export function defineEndpoint<BodyValue, Found extends object, Params>(
  definition: DefinitionWithParams<BodyValue, Found, Params>,
): Endpoint;
export function defineEndpoint<BodyValue, Found extends object>(
  definition: Definition<BodyValue, Found>,
): Endpoint;
export function defineEndpoint<BodyValue, Found extends object, Params>(
  definition: Definition<BodyValue, Found> | DefinitionWithParams<BodyValue, Found, Params>,
): Endpoint {
  checkCaller(definition);
  return "params" in definition
    ? { ...definition, answer: answerWith(definition) }
    : { ...definition, params: null, answer: answerWith({ ...definition, params: noParams }) };
}

const noParams = z.object({});

function answerWith<BodyValue, Found extends object, Params>({
  params,
  body,
  requires,
  handle,
}: DefinitionWithParams<BodyValue, Found, Params>): Endpoint["answer"] {
  return async (context, { request, segments, endpoints }) => {
    const parsed = params.safeParse(segments);
    if (!parsed.success) throw new ProblemError("endpoint_unknown");
    const value = readBody(request, body);
    const found = await requires.find(context, request);
    return handle(context, { ...found, request, endpoints, body: value, params: parsed.data });
  };
}

/** Only the origin of a request tells that the browser's cookie came with its owner's will (ASVS 3.5.1). */
function checkCaller({ method, path, caller, requires }: EndpointDescription): void {
  if (method !== "GET" && caller !== "ownPages" && requires.cookie !== null) {
    throw new TypeError(
      `${method} ${path} needs the ${requires.cookie}'s cookie, so only own pages may call it.`,
    );
  }
}

/** Every reason that an endpoint refuses for, each once: what its description leads to, then its own. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const { method, caller, body, requires, params, problems = [], neverFails = false } = endpoint;
  const isRead = method !== "GET";
  const all: readonly ProblemCode[] = [
    ...(params === null ? [] : ["endpoint_unknown" as const]),
    ...(isRead ? body.problems : []),
    ...(isRead && caller === "ownPages" ? ["origin_refused" as const] : []),
    ...requires.problems,
    ...problems,
    ...(neverFails ? [] : (["server_unavailable", "server_error"] as const)),
  ];
  return [...new Set(all)];
}
