import type { Middleware } from "./middleware.ts";

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
