import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a timestamp may be from this clock, in seconds. */
const toleranceSeconds = 300;

/** What the signature of a request is over. */
export interface SignedRequest {
  readonly id: string;
  /** Epoch seconds, as sent. */
  readonly timestamp: string;
  readonly body: string;
}

/** Signs by Standard Webhooks 1.0.0, from its text: the operator shares no code with the kit it serves. */
export function signRequest(secret: string, { id, timestamp, body }: SignedRequest): string {
  const key = Buffer.from(secret.replace(/^whsec_/u, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/** Whether one of the signatures is right, and the request not older than five minutes. */
export function isSignedRequest(
  secret: string,
  request: SignedRequest,
  signatures: string,
  nowSeconds: number,
): boolean {
  if (request.id === "" || !(Math.abs(Number(request.timestamp) - nowSeconds) <= toleranceSeconds)) {
    return false;
  }
  const expected = Buffer.from(signRequest(secret, request));
  return signatures.split(" ").some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
