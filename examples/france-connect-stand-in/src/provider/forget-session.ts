import type { Middleware } from "./middleware.ts";

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
