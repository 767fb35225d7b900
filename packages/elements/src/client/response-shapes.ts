import type {
  FlowView,
  LinkAnswerResponse,
  LinkResponse,
  Problem,
  ServicesResponse,
  SessionView,
  SignInResponse,
  SignOutResponse,
  StartFranceConnectResponse,
  StatusResponse,
} from "@educonnect-activation/core";

/*
 * Just enough of each answer is checked to know that it is ours and not a proxy's; the server's own schemas vouch for the rest.
 */

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null;

export function isProblem(value: unknown): value is Problem {
  return isShape(value) && typeof value["code"] === "string" && typeof value["status"] === "number";
}

export function isFlowView(value: unknown): value is FlowView {
  return (
    isShape(value) &&
    typeof value["revision"] === "number" &&
    isShape(value["step"]) &&
    typeof value["step"]["name"] === "string" &&
    Array.isArray(value["accepts"]) &&
    Array.isArray(value["issues"])
  );
}

export function isSessionView(value: unknown): value is SessionView {
  return isShape(value) && typeof value["givenName"] === "string" && typeof value["familyName"] === "string";
}

export function isStatusResponse(value: unknown): value is StatusResponse {
  return (
    isShape(value) &&
    (value["flow"] === null || isFlowView(value["flow"])) &&
    (value["session"] === null || isSessionView(value["session"])) &&
    Array.isArray(value["routes"])
  );
}

/** Pages are led there: what is no page of the web is not ours. */
const isWebAddress = (value: unknown): value is string =>
  typeof value === "string" && /^https?:\/\//u.test(value);

export function isSignOutResponse(value: unknown): value is SignOutResponse {
  return (
    isStatusResponse(value) &&
    "logoutUrl" in value &&
    (value.logoutUrl === null || isWebAddress(value.logoutUrl))
  );
}

export function isStartFranceConnectResponse(value: unknown): value is StartFranceConnectResponse {
  return isShape(value) && isWebAddress(value["location"]);
}

export function isSignInResponse(value: unknown): value is SignInResponse {
  if (!isShape(value)) return false;
  return value["outcome"] === "flow" ? isFlowView(value["flow"]) : isSessionView(value["session"]);
}

export function isLinkResponse(value: unknown): value is LinkResponse {
  return isShape(value) && typeof value["identifier"] === "string";
}

export function isLinkAnswerResponse(value: unknown): value is LinkAnswerResponse {
  return isShape(value) && (value["outcome"] === "confirmed" || value["outcome"] === "disowned");
}

export function isServicesResponse(value: unknown): value is ServicesResponse {
  return (
    isShape(value) &&
    isSessionView(value["session"]) &&
    Array.isArray(value["services"]) &&
    Array.isArray(value["news"])
  );
}
