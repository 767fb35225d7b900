import { z } from "zod";
import { FranceConnectError } from "../ports/france-connect.ts";
import { isEqualInConstantTime } from "../security/constant-time.ts";

const schema = z.strictObject({
  state: z.string().min(22),
  nonce: z.string().min(22),
  codeVerifier: z.string().min(43).nullable(),
  /** Whom the browser was sent to, in case the options change before it comes back. */
  issuer: z.string(),
});

/** What is kept of a request between its beginning and its end. */
export type PendingRequest = Readonly<z.infer<typeof schema>>;

export function writePending(request: PendingRequest): string {
  return JSON.stringify(request);
}

/**
 * Reads what `writePending` wrote, for the request of this state and no other.
 *
 * @throws {FranceConnectError} `refused`
 */
export function readPending(pending: string, state: string): PendingRequest {
  const parsed = schema.safeParse(parseJson(pending));
  if (!parsed.success) throw new FranceConnectError("refused", "pending_malformed");
  if (!isEqualInConstantTime(parsed.data.state, state)) {
    throw new FranceConnectError("refused", "pending_mismatch");
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
