import type { FlowView, Issue, Problem, ProblemCode } from "@educonnect-activation/core";
import type { SetCookie } from "./cookies.ts";
import type { PlainResponse } from "./message.ts";

/** Every problem the wire can carry, with its status and title. */
export const problems: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  request_malformed: [400, "The body is not one plain JSON object"],
  request_invalid: [400, "A field is missing, unknown or of the wrong kind"],
  content_type_unsupported: [415, "The body must be application/json in UTF-8, not compressed"],
  body_too_large: [413, "The body is larger than 64 KiB"],
  origin_refused: [403, "The request does not come from this site's own pages"],
  endpoint_unknown: [404, "There is nothing at this address"],
  method_not_allowed: [405, "This address does not take that method"],
  idempotency_key_missing: [400, "An Idempotency-Key header of 16 to 64 characters is needed"],
  idempotency_key_reused: [422, "This Idempotency-Key was used for another request"],
  credentials_refused: [401, "The identifier or the password is wrong"],
  credentials_locked: [429, "Too many wrong passwords"],
  address_refused: [429, "Too many requests of this kind came from this address"],
  provisional_password_expired: [403, "The provisional password is no longer valid"],
  flow_in_progress: [409, "Another activation is under way in this browser"],
  method_closed: [409, "This method of activation is not offered here"],
  return_url_refused: [400, "The return address is not one of this deployment's"],
  france_connect_unavailable: [503, "FranceConnect can't be reached"],
  sms_unavailable: [503, "Too many SMS are asked for at the moment"],
  receipt_refused: [401, "The receipt is not signed by the gateway"],
  flow_missing: [404, "No activation is under way in this browser"],
  flow_moved: [409, "The activation goes on in another browser"],
  revision_stale: [409, "The activation has moved on"],
  event_not_accepted: [409, "The activation does not accept this now"],
  step_locked: [429, "The step is locked after too many failures"],
  resend_too_soon: [429, "The last message was sent a moment ago"],
  sends_exhausted: [429, "No more messages can be sent"],
  confirmation_link_unknown: [404, "This link is not one of ours"],
  confirmation_link_expired: [410, "This link is too old"],
  confirmation_link_used: [410, "This link was used already"],
  confirmation_link_disowned: [410, "Whoever holds the address has said that it is not theirs"],
  confirmation_link_replaced: [410, "A newer link was sent"],
  session_missing: [401, "Nobody is signed in"],
  server_busy: [503, "The server is busy"],
  server_unavailable: [503, "The server can't reach its data"],
  server_error: [500, "The server failed"],
};

/** The problems that may say in `Retry-After` when to try again. */
export const problemsWithRetryAfter: readonly ProblemCode[] = [
  "credentials_locked",
  "address_refused",
  "step_locked",
  "resend_too_soon",
  "sends_exhausted",
  "sms_unavailable",
  "france_connect_unavailable",
  "server_busy",
  "server_unavailable",
];

/** What a problem carries besides its code. */
export interface ProblemDetails {
  readonly issues?: readonly Issue[];
  readonly flow?: FlowView;
  readonly retryAfterSeconds?: number;
  readonly cookies?: readonly SetCookie[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the client; thrown by whatever finds the reason, answered as problem details (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Answers with problem details; `type` is a URN made of the code, for there is nothing to dereference. */
export function problemResponse(code: ProblemCode, details: ProblemDetails = {}): PlainResponse {
  const { issues, flow, retryAfterSeconds, cookies, headers } = details;
  const [status, title] = problems[code];
  const body: Problem = {
    type: `urn:educonnect-activation:problem:${code}`,
    title,
    status,
    code,
    ...(issues && { issues }),
    ...(flow && { flow }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return {
    status,
    body,
    headers: {
      "content-type": "application/problem+json",
      ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
      ...headers,
    },
    ...(cookies && { cookies }),
  };
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** Every code a problem can have. */
export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isProblemCode);
