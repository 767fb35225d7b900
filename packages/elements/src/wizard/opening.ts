import type { StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "../client/activation-client.ts";
import { isStatusResponse } from "../client/status-shape.ts";

const timeoutMilliseconds = 15_000;

/**
 * Asks where the person is, before the code is there that can deal with any answer.
 *
 * @param client the host's own; null asks the handler at `baseUrl` once.
 * @returns null for whatever that code should ask again; rejects as the host's client does.
 */
export async function readOpening(
  client: Pick<ActivationClient, "readStatus"> | null,
  baseUrl: string,
): Promise<StatusResponse | null> {
  if (client !== null) return client.readStatus();
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/status`, {
      headers: { Accept: "application/json" },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const status: unknown = response.ok ? await response.json() : null;
    return isStatusResponse(status) ? status : null;
  } catch {
    return null;
  }
}

/** Tells whether there is nothing to show but the sign-in: no activation, no session, nobody back from FranceConnect, no cookie refused. */
export function hasNobody({ flow, session }: StatusResponse): boolean {
  return (
    flow === null && session === null && navigator.cookieEnabled && !location.hash.startsWith("#educonnect=")
  );
}
