import type { FlowView, SessionView, StatusResponse } from "@educonnect-activation/core";

/*
 * Just enough of each answer is checked to know that it is ours and not a proxy's; the server's own schemas vouch for the rest.
 */

export type Shape = Readonly<Record<string, unknown>>;

export const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null;

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
    Array.isArray(value["methods"])
  );
}
