import type { Command } from "./activation/events.ts";
import type { Audience, ActivationMethod } from "./activation/purposes.ts";
import type { FlowView } from "./activation/view.ts";
import type { Issue, ProblemCode } from "./issue.ts";

interface Endpoint {
  readonly method: "GET" | "POST";
  readonly path: `/${string}`;
}

/**
 * The endpoints that pages call, under the handler's base path: what the browser client and the server must agree on. The server has others,
 * which its OpenAPI document describes with these.
 *
 * Bodies are JSON. State-changing requests need `Content-Type: application/json` and a matching `Origin`. Errors are RFC 9457
 * problem details (`Problem`).
 */
export const endpoints = {
  /** Tells whether a flow or a session is under way in this browser: `StatusResponse`. */
  readStatus: { method: "GET", path: "/status" },
  /** Signs in with the letter's password or a chosen one: `SignInRequest` → `SignInResponse`. */
  signIn: { method: "POST", path: "/sign-in" },
  /** Gives the session more time, up to its upper limit: `{}` → `SessionView`. */
  extendSession: { method: "POST", path: "/session/extend" },
  /** Ends the session: `{}` → `SignOutResponse`. */
  signOut: { method: "POST", path: "/sign-out" },
  /** Starts an activation that needs no sign-in: `StartFlowRequest` → `FlowView`. */
  startFlow: { method: "POST", path: "/flow" },
  /** Begins an activation at FranceConnect: `StartFranceConnectRequest` → `StartFranceConnectResponse`, where the page is to go. */
  startFranceConnect: { method: "POST", path: "/france-connect/start" },
  /** Sends a command to the flow: `EventRequest` with an `Idempotency-Key` header → `FlowView`. */
  sendEvent: { method: "POST", path: "/flow/events" },
  /** Tells what a confirmation link is about: `ConfirmationLinkRequest` → `ConfirmationLinkResponse`. Changes nothing. */
  readConfirmationLink: { method: "POST", path: "/confirmation-link/read" },
  /** Confirms or disowns the address of a link: `ConfirmationLinkAnswerRequest` → `ConfirmationLinkAnswerResponse`. Gives no session. */
  answerConfirmationLink: { method: "POST", path: "/confirmation-link/answer" },
  /** Shows the page of services of the signed-in person: `ServicesResponse`. */
  readServices: { method: "GET", path: "/services" },
} as const satisfies Readonly<Record<string, Endpoint>>;

/** The name of an endpoint that pages call. */
export type EndpointName = keyof typeof endpoints;

/** The answer to the question that a page asks when it opens. */
export interface StatusResponse {
  readonly flow: FlowView | null;
  readonly session: SessionView | null;
  /** The methods that this deployment offers; a link or a button for another would lead nowhere. */
  readonly methods: readonly ActivationMethod[];
}

/** Says that the session is over here. Unless `logoutUrl` is null, the page goes there next, to end FranceConnect's session as well. */
export interface SignOutResponse extends StatusResponse {
  readonly logoutUrl: string | null;
}

/** The fragment in the wizard's address that says that FranceConnect's answer came too late or to another browser. */
export const franceConnectLateFragment = "#educonnect=france_connect_late";

/** Who is signed in, as far as « Mes services » shows it. */
export interface SessionView {
  readonly givenName: string;
  readonly familyName: string;
  /** When the session ends unless it is given more time (epoch seconds). */
  readonly expiresAt: number;
  /** When the session ends however often it is given more time (epoch seconds); once `expiresAt` is as late, it gets no more. */
  readonly endsAt: number;
  /** The server's clock (epoch seconds), so that a wrong clock in the browser does not spoil a countdown. */
  readonly now: number;
}

/**
 * What the login screen asks for. It is no command of a flow: signing in comes before one, and opens a flow or a session
 * (`SignInRequest`).
 */
export interface SignInCommand {
  readonly type: "credentialsSubmitted";
  readonly identifier: string;
  readonly password: string;
}

export interface SignInRequest {
  readonly identifier: string;
  readonly password: string;
  /** True once the person has agreed to give up another activation under way in this browser. */
  readonly replace?: boolean;
}

/** A password that starts or resumes an activation leads to its flow, the password of an active account to a session. */
export type SignInResponse =
  | { readonly outcome: "flow"; readonly flow: FlowView }
  | { readonly outcome: "session"; readonly session: SessionView };

export interface StartFlowRequest {
  /** The only method that starts with neither a sign-in nor a redirect. */
  readonly method: "sms";
  /** True once the person has agreed to give up another activation under way in this browser. */
  readonly replace?: boolean;
}

export interface StartFranceConnectRequest {
  /** The page to which the browser returns: on the portal's own origin, or on the deployment's list; the portal's first page by default. */
  readonly returnUrl?: string;
  readonly replace?: boolean;
}

export interface StartFranceConnectResponse {
  /** FranceConnect's page, to be opened in the same window. */
  readonly location: string;
}

export interface EventRequest {
  /** The revision of the view that the person saw. */
  readonly revision: number;
  readonly event: Command;
}

export interface ConfirmationLinkRequest {
  readonly token: string;
}

/** The account a confirmation link is about. */
export interface ConfirmationLinkResponse {
  /** Whose account it is, which decides how the page addresses the person. */
  readonly audience: Audience;
  readonly identifier: string;
  readonly maskedEmail: string;
}

export interface ConfirmationLinkAnswerRequest {
  readonly token: string;
  readonly answer: "confirm" | "disown";
}

export interface ConfirmationLinkAnswerResponse {
  readonly outcome: "confirmed" | "disowned";
  /** True in the browser of the activation, which may continue; false elsewhere, where nothing more can be done. */
  readonly ownFlow: boolean;
}

/** One card of « Mes services ». */
export interface ServiceCard {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly href: string;
  /** False for a service that is down: it is shown as down, and not as a link. */
  readonly isAvailable: boolean;
}

/** One line of « Actualités ». */
export interface NewsItem {
  readonly title: string;
  readonly body: string | null;
  readonly href: string | null;
  /** ISO calendar date. */
  readonly date: string | null;
}

export interface ServicesResponse {
  readonly session: SessionView;
  readonly services: readonly ServiceCard[];
  /** « Message de l'établissement ». */
  readonly message: string | null;
  readonly news: readonly NewsItem[];
  /** The addresses of the navigation; null hides an entry. */
  readonly links: {
    readonly home: string | null;
    readonly contact: string | null;
    readonly account: string | null;
  };
}

/** Problem details (RFC 9457); `code` is the stable name, `type` the same as a URI. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What is wrong with each field, for `request_invalid`. */
  readonly issues?: readonly Issue[];
  /** The present view of the flow, whenever the problem is about a flow. */
  readonly flow?: FlowView;
  /** How long to wait before another try; also sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
}
