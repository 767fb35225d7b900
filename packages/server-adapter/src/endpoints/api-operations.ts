import type { EndpointName } from "@educonnect-activation/core";
import type { SchemaName } from "./api-components.ts";

/** What an endpoint takes and gives, for the document. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly request?: SchemaName;
  readonly response: SchemaName | "html" | "openapi" | "redirect" | "nothing";
  /** Shared parameters, besides the `Origin` of every POST. */
  readonly parameters?: readonly ("IdempotencyKey" | "AcceptLanguage")[];
  /** The cookies that are read; `needs` answers with a problem without it. */
  readonly cookies?: { readonly [Cookie in "flow" | "session"]?: "needs" | "looks" };
  /** When a success sets cookies, or takes them away. */
  readonly setCookie?: string;
}

/** The operations of the document, by endpoint. */
export const operations: Readonly<Record<EndpointName, Operation>> = {
  readStatus: {
    summary: "What is under way in this browser",
    description:
      "What a page asks when it opens, and after `revision_stale` without `flow`. A flow that has ended is null here.",
    response: "StatusResponse",
    cookies: { flow: "looks", session: "looks" },
  },
  signIn: {
    summary: "Sign in with a letter's or a chosen password",
    description:
      "An account still to be activated leads to its flow: a new one, or the one under way, which moves here and leaves the browser it was in (that one gets `flow_moved`). An active account leads to a session. An unknown identifier takes as long and gets the same `credentials_refused` as a wrong password. Another person's flow awaiting an answer in this browser is `flow_in_progress` until `replace` is true; another person's session ends.",
    request: "SignInRequest",
    response: "SignInResponse",
    cookies: { flow: "looks", session: "looks" },
    setCookie:
      "A fresh flow cookie and the session's taken away, or a fresh session cookie and another person's flow's taken away",
  },
  extendSession: {
    summary: "Give the session more time",
    description:
      "Moves `expiresAt` to the deployment's length of a session from now, up to `endsAt`; asked for again, or at the end, it changes nothing more. To be sent when a person asks, not by a page for itself.",
    request: "EmptyRequest",
    response: "Session",
    cookies: { session: "needs" },
    setCookie: "The session cookie, with the value it has and its new lifetime",
  },
  signOut: {
    summary: "End the session",
    description: "Ending one that is over is no error. The flow goes on.",
    request: "EmptyRequest",
    response: "SignOutResponse",
    cookies: { flow: "looks", session: "looks" },
    setCookie: "The session cookie taken away",
  },
  startFlow: {
    summary: "Begin an activation by SMS",
    description:
      "The one of that method this browser has begun, still unproven, is gone on with. One proved to be somebody's is `flow_in_progress` until `replace` is true. `method_closed` where it is not offered. What follows is alike for people known and unknown, up to the code that only a known person gets.",
    request: "StartFlowRequest",
    response: "FlowView",
    cookies: { flow: "looks", session: "looks" },
    setCookie: "A fresh flow cookie; the session's taken away",
  },
  startFranceConnect: {
    summary: "Begin an activation, or sign in, at FranceConnect",
    description:
      "The page goes to `location` in the same window. An attempt begun anew ends the one before. `return_url_refused` for an address that is neither of the portal's own origin nor on the deployment's list.",
    request: "StartFranceConnectRequest",
    response: "StartFranceConnectResponse",
    cookies: { flow: "looks", session: "looks" },
    setCookie: "A fresh flow cookie, unless one is gone on with; the session's taken away",
  },
  franceConnectCallback: {
    summary: "Where FranceConnect sends the browser back to",
    description:
      "303 to the return address of the attempt, whatever came of it: `GET /status` there tells the flow and its issues, or the session of somebody whose account this identity activated before. When no attempt of this browser is found, 303 with the fragment `#educonnect=france_connect_late`. The one GET that changes something: bound to the flow's cookie and to `state`, once. `query`: `code` and `state`, or `error` and `state`.",
    response: "redirect",
    cookies: { flow: "looks" },
    setCookie: "A fresh flow cookie and the session's taken away, or a session's and the flow's taken away",
  },
  smsReceipt: {
    summary: "What became of SMS",
    description:
      "For the SMS gateway, which signs it (Standard Webhooks); 404 where the gateway sends no receipts. Sending one again changes nothing.",
    response: "nothing",
  },
  sendEvent: {
    summary: "Send an event to the activation",
    description:
      "In this order: the body's shape; the cookie (`flow_missing`, `flow_moved`); the `Idempotency-Key`, where the same request seen before gets the same answer, cookies included, and another request `idempotency_key_reused`; the revision (`revision_stale`, with `flow`); then the machine (`event_not_accepted`, `step_locked`, `resend_too_soon`, `sends_exhausted`; with `flow`, but for a limit that holds across flows). A wrong answer of the person is no problem: it is 200 with `issues`. The change and the kept answer are committed together, so that of two requests with one revision one wins. A confirmation mail that the event causes is written in the best language that `Accept-Language` asks for, with the French after it; the header changes nothing else.",
    request: "EventRequest",
    response: "FlowView",
    parameters: ["IdempotencyKey", "AcceptLanguage"],
    cookies: { flow: "needs" },
    setCookie:
      "A fresh flow cookie at each proof; the flow's taken away when it ends; a session cookie after `servicesRequested`",
  },
  readConfirmationLink: {
    summary: "What a confirmation link is about",
    description:
      "Changes nothing, however often it is asked. POST, so that the token is in no URL and no log.",
    request: "ConfirmationLinkRequest",
    response: "ConfirmationLinkResponse",
  },
  answerConfirmationLink: {
    summary: "Confirm or disown an address",
    description:
      "Works in any browser and sets no cookie: holding the mail gives no session. The flow that asked moves on by itself; its page sees it in `GET /status`.",
    request: "ConfirmationLinkAnswerRequest",
    response: "ConfirmationLinkAnswerResponse",
    cookies: { flow: "looks" },
  },
  readServices: {
    summary: "The services of who is signed in",
    response: "ServicesResponse",
    cookies: { session: "needs" },
  },
  confirmationLinkPage: {
    summary: "The page a confirmation link opens",
    description:
      "The link is this address, `#` and the token. The page reads the token from the fragment, asks `POST /confirmation-link/read`, and posts `/confirmation-link/answer` only when a button is pressed: mail scanners open links. 404 where the deployment has a page of its own.",
    response: "html",
  },
  openApi: { summary: "This document", response: "openapi" },
  health: { summary: "Whether the server can serve", response: "HealthResponse" },
};

/** The protocol, for whoever writes the other side of the wire in another language. */
export const protocol = [
  "The wire between the activation elements and a back end. A back end that does what this document says can take the place of this one.",
  "**State.** The server holds the flow and decides; the page shows `FlowView.step` and offers the commands in `accepts`. Instants are epoch seconds. Answers may gain members; requests with members not listed are refused.",
  "**Requests.** GET and HEAD change nothing on the server, but for FranceConnect's callback. Every POST carries `Content-Type: application/json`, one JSON object of at most 64 KiB (UTF-8, not compressed, no name twice), and an `Origin` equal to the server's own; without `Origin`, `Sec-Fetch-Site: same-origin` stands in. All else is `origin_refused`.",
  "**Order.** An event is judged by its idempotency key first, then its revision, then the machine. So a repetition gets its first answer even though the revision has moved on since. 409 `revision_stale` carries `flow`, to show in place of the old one; with a cookie rotated away it carries none, and the page asks `GET /status`.",
  "**Cookies.** Two opaque random values, `HttpOnly; SameSite=Lax; Path=/`, over HTTPS `Secure` with the `__Host-` prefix; the server keeps only keyed hashes. The flow's is replaced at sign-in and at each later proof of identity, in the same commit. For 600 seconds the old one still gets the kept answer to the same request (whose `Set-Cookie` may have been lost), and `revision_stale` for any other; after that, `flow_missing`. A flow that signed in elsewhere is `flow_moved`.",
  "**Time.** A flow ends at `expiresAt`, a session too. Before that the page warns, by the answer's `now` and not the browser's clock, and gives more time when the person presses for it, never by itself: `moreTimeRequested` where `accepts` has it, `POST /session/extend` while `expiresAt` is before `endsAt` (WCAG 2.2.1). An end that would not move by a minute stays.",
  "**Problems.** RFC 9457 with a stable `code`. A path that is none is 404 `endpoint_unknown`, a wrong method 405 `method_not_allowed` with `Allow`. After a network failure, repeat the same body with the same key; wait for `Retry-After` when there is one.",
  "**Headers.** Every answer has `Cache-Control: no-store` and `X-Content-Type-Options: nosniff`.",
].join("\n\n");
