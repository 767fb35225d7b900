import { deviceKind, type DeviceKind } from "../sessions/device.ts";
import type { PlainRequest } from "./message.ts";
import { ProblemError } from "./problem.ts";

/**
 * Lets a state-changing request through only when a page of this site sent it (ASVS 3.5.1).
 *
 * Browsers send `Origin` with every POST; where a privacy tool strips it, `Sec-Fetch-Site` says the same. An opaque origin (`null`) is
 * refused like any other.
 *
 * @throws {ProblemError} `origin_refused`
 */
export function checkOrigin(request: PlainRequest, publicOrigin: string): void {
  const isOwn =
    request.origin === null ? request.fetchSite === "same-origin" : request.origin === publicOrigin;
  if (!isOwn || (request.fetchSite !== null && request.fetchSite !== "same-origin")) {
    throw new ProblemError("origin_refused");
  }
}

/** What a request tells of the page and the browser that it comes from. */
export interface RequestOrigin {
  readonly clientAddress: string | null;
  readonly acceptLanguage: string | null;
  readonly device: DeviceKind;
}

/** Reads what a request tells of the page and the browser that it comes from. */
export function originOf({ clientAddress, acceptLanguage, userAgent }: PlainRequest): RequestOrigin {
  return { clientAddress, acceptLanguage, device: deviceKind(userAgent) };
}
