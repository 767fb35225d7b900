import type { EndpointName, ProblemCode } from "@educonnect-activation/core";

/** What any endpoint that reads the store can meet. */
const stored = ["server_unavailable", "server_error"] as const satisfies readonly ProblemCode[];

/** What keeps a body from being read at all. */
const posted = [
  "request_malformed",
  "request_invalid",
  "origin_refused",
  "body_too_large",
  "content_type_unsupported",
  ...stored,
] as const satisfies readonly ProblemCode[];

const links = [
  "confirmation_link_unknown",
  "confirmation_link_expired",
  "confirmation_link_used",
  "confirmation_link_disowned",
  "confirmation_link_replaced",
] as const satisfies readonly ProblemCode[];

/**
 * The problems each endpoint can answer with, for the API document; the test browser holds every answer of every test against it.
 *
 * `endpoint_unknown` and `method_not_allowed` belong to what is no endpoint. A person who left the directory makes a flow `flow_missing`.
 */
export const endpointProblems: Readonly<Record<EndpointName, readonly ProblemCode[]>> = {
  readStatus: ["flow_missing", "flow_moved", ...stored],
  signIn: [
    ...posted,
    "credentials_refused",
    "provisional_password_expired",
    "flow_missing",
    "flow_in_progress",
    "credentials_locked",
    "address_refused",
    "server_busy",
  ],
  extendSession: [...posted, "session_missing"],
  signOut: [...posted, "flow_missing"],
  startFlow: [
    ...posted,
    "flow_missing",
    "flow_in_progress",
    "method_closed",
    "address_refused",
    "server_busy",
  ],
  startFranceConnect: [
    ...posted,
    "return_url_refused",
    "flow_in_progress",
    "method_closed",
    "address_refused",
    "server_busy",
    "france_connect_unavailable",
  ],
  franceConnectCallback: ["endpoint_unknown"],
  smsReceipt: ["endpoint_unknown", "body_too_large", "receipt_refused", ...stored],
  sendEvent: [
    ...posted,
    "idempotency_key_missing",
    "flow_missing",
    "flow_moved",
    "revision_stale",
    "event_not_accepted",
    "idempotency_key_reused",
    "step_locked",
    "resend_too_soon",
    "sends_exhausted",
    "address_refused",
    "sms_unavailable",
    "server_busy",
  ],
  readConfirmationLink: [...posted, ...links],
  answerConfirmationLink: [...posted, ...links, "flow_missing", "event_not_accepted"],
  readServices: ["session_missing", ...stored],
  confirmationLinkPage: ["endpoint_unknown"],
  openApi: [],
  health: [...stored],
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

/** The endpoints whose refusal may take a cookie away: the one of a flow that moved to another browser. */
export const problemsWithCookie: Readonly<Partial<Record<EndpointName, readonly ProblemCode[]>>> = {
  readStatus: ["flow_moved"],
};
