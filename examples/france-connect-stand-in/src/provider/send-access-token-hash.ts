import { createHash } from "node:crypto";
import { createForge, readToken, type KeyRing } from "../tampering/forge.ts";
import type { Middleware } from "./middleware.ts";

/**
 * Adds `at_hash` (OpenID Connect Core 3.1.3.6, optional in this flow) to ID tokens.
 *
 * FranceConnect's provider has left it out since its version 9.
 */
export function sendAccessTokenHash(keys: () => KeyRing): Middleware {
  return async (ctx, next) => {
    await next();
    if (ctx.path !== "/token" || ctx.status !== 200) return;
    const body: { id_token: string; access_token: string } = Object(ctx.body);
    const issued = readToken(body.id_token);
    const claims = { ...issued.claims, at_hash: hashAccessToken(body.access_token) };
    ctx.body = { ...body, id_token: await createForge(issued, keys()).sign(claims) };
  };
}

/** The left half of the hash; both ES256 and RS256 go with SHA-256. */
function hashAccessToken(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url");
}
