import { FranceConnectError } from "../ports/france-connect.ts";
import { encodeBase64url } from "../security/base64url.ts";
import { isEqualInConstantTime } from "../security/constant-time.ts";
import type { FranceConnectLevel } from "./france-connect-options.ts";

/** What the claims of an ID token are checked against, beyond what any token's are. */
export interface ExpectedIdToken {
  readonly clientId: string;
  readonly nonce: string;
  readonly acr: FranceConnectLevel;
  readonly accessToken: string;
}

const levels: readonly string[] = ["eidas1", "eidas2", "eidas3"] satisfies FranceConnectLevel[];

/** OpenID Connect Core 1.0, section 2: `sub` is no longer than 255 ASCII characters. */
const subject = /^[\x20-\x7e]{1,255}$/;

/**
 * Checks what an ID token says once its signature, issuer and times are right (OpenID Connect Core 1.0, section 3.1.3.7).
 *
 * @returns its `sub`
 * @throws {FranceConnectError} `refused`
 */
export async function checkIdToken(
  claims: Readonly<Record<string, unknown>>,
  expected: ExpectedIdToken,
): Promise<string> {
  checkAudience(claims["aud"], expected.clientId, "id_token");
  const { sub, azp, nonce, acr, iat, exp, at_hash: hash } = claims;
  if (azp !== undefined && azp !== expected.clientId) refuse("id_token_azp");
  if (typeof iat !== "number" || typeof exp !== "number" || exp <= iat) refuse("id_token_exp");
  if (typeof nonce !== "string" || !isEqualInConstantTime(nonce, expected.nonce)) refuse("id_token_nonce");
  // A level unknown to us comes out as -1, below all.
  if (typeof acr !== "string" || levels.indexOf(acr) < levels.indexOf(expected.acr)) refuse("id_token_acr");
  if (hash !== undefined && hash !== (await hashHalf(expected.accessToken))) refuse("id_token_at_hash");
  if (typeof sub !== "string" || !subject.test(sub)) refuse("id_token_sub");
  return sub;
}

/** Whoever else a token was meant for could present it here as theirs, so it is for us alone. */
export function checkAudience(audience: unknown, clientId: string, name: "id_token" | "userinfo"): void {
  const audiences: readonly unknown[] = Array.isArray(audience) ? audience : [audience];
  if (audiences.length !== 1 || audiences[0] !== clientId) refuse(`${name}_aud`);
}

/** `at_hash` (OpenID Connect Core 1.0, section 3.1.3.6); SHA-256 for ES256 and RS256 alike. */
async function hashHalf(accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(accessToken));
  return encodeBase64url(new Uint8Array(digest, 0, 16));
}

function refuse(reason: string): never {
  throw new FranceConnectError("refused", reason);
}
