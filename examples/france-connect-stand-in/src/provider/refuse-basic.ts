import type { Middleware } from "./middleware.ts";

/** FranceConnect documents no Basic authentication; the provider would take it for the same as a secret in the body. */
export const refuseBasic: Middleware = (ctx, next) => {
  if (ctx.path !== "/token" || !/^basic /iu.test(ctx.get("authorization"))) return next();
  ctx.status = 401;
  ctx.body = { error: "invalid_client", error_description: "client authentication failed" };
  return Promise.resolve();
};
