import type {
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
  Problem,
  ServicesResponse,
  SignInResponse,
  SignOutResponse,
  StartFranceConnectResponse,
} from "@educonnect-activation/core";
import { isFlowView, isSessionView, isShape, isStatusResponse } from "./status-shape.ts";

export function isProblem(value: unknown): value is Problem {
  return isShape(value) && typeof value["code"] === "string" && typeof value["status"] === "number";
}

/** Accepts only web addresses, because the page is sent there. */
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

export function isConfirmationLinkResponse(value: unknown): value is ConfirmationLinkResponse {
  return isShape(value) && typeof value["identifier"] === "string";
}

export function isConfirmationLinkAnswerResponse(value: unknown): value is ConfirmationLinkAnswerResponse {
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
