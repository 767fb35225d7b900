import { createHash } from "node:crypto";
import type { Provider } from "oidc-provider";
import { createForge, readToken, type KeyRing } from "../tampering/forge.ts";

/** A step of the provider's own request chain. */
export type Middleware = Parameters<Provider["use"]>[0];
export type Context = Parameters<Middleware>[0];

/** FranceConnect signs in and asks for consent every time, whatever a service asks: the address with that `prompt`. */
export function forcePrompt(address: string): string {
  const start = address.indexOf("?");
  if (start === -1 || !address.slice(0, start).endsWith("/authorize")) return address;
  const parameters = new URLSearchParams(address.slice(start));
  parameters.set("prompt", "login consent");
  return `${address.slice(0, start)}?${parameters}`;
}

/** Begins every sign-in as if the browser had none before, so that another person may follow; a log-out still finds the last one. */
export const forgetSession: Middleware = (ctx, next) => {
  const { cookie } = ctx.req.headers;
  if (cookie !== undefined && ctx.path.startsWith("/authorize")) {
    ctx.req.headers.cookie = cookie
      .split("; ")
      .filter((pair) => !pair.startsWith("_session"))
      .join("; ");
  }
  return next();
};

/** Takes `iss` (RFC 9207) out of what the provider answers at the callback, and out of what it announces. */
export const omitIssuer: Middleware = async (ctx, next) => {
  await next();
  const redirect = ctx.response.get("location");
  if (ctx.path.startsWith("/authorize") && redirect !== "") {
    const location = new URL(redirect, ctx.href);
    location.searchParams.delete("iss");
    ctx.response.set("location", location.href);
  } else if (ctx.path === "/.well-known/openid-configuration") {
    ctx.body = { ...Object(ctx.body), authorization_response_iss_parameter_supported: false };
  }
};

/** FranceConnect documents no Basic authentication; the provider would take it for the same as a secret in the body. */
export const refuseBasic: Middleware = (ctx, next) => {
  if (ctx.path !== "/token" || !/^basic /iu.test(ctx.get("authorization"))) return next();
  ctx.status = 401;
  ctx.body = { error: "invalid_client", error_description: "client authentication failed" };
  return Promise.resolve();
};

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
