import type { Middleware } from "../provider/middleware.ts";
import { createForge, readToken, type JsonMembers, type KeyRing } from "./forge.ts";
import type { Tampering } from "./tampering.ts";

/** What the answers are changed by, read anew at each of them. */
export interface TamperingSource {
  readonly tampering: () => Tampering;
  readonly keys: () => KeyRing;
}

/** Lets the provider answer, then changes the answer as the tests ask. */
export function tamperWithAnswers({ tampering, keys }: TamperingSource): Middleware {
  return async (ctx, next) => {
    await next();
    const hooks = tampering();
    const { body, status } = ctx;
    if (ctx.path.startsWith("/authorize")) {
      if (hooks.callback === undefined || status < 300 || status > 399) return;
      const location = new URL(ctx.response.get("location"), ctx.href);
      if (location.origin === ctx.origin) return;
      ctx.response.set("location", (await hooks.callback(location)).href);
    } else if (status !== 200) {
      // Refusals leave as they are.
    } else if (ctx.path === "/token" && isMembers(body)) {
      const issued = body["id_token"];
      const isForged = hooks.idToken !== undefined && typeof issued === "string";
      const token = isForged ? readToken(issued) : undefined;
      const idToken = token && (await hooks.idToken?.(token, createForge(token, keys())));
      const answer = idToken === undefined ? body : { ...body, id_token: idToken };
      ctx.body = (await hooks.token?.(answer)) ?? answer;
    } else if (ctx.path === "/userinfo" && typeof body === "string" && hooks.userinfo !== undefined) {
      const issued = readToken(body);
      const answer = await hooks.userinfo(issued, createForge(issued, keys()));
      if (typeof answer === "string") {
        ctx.body = answer;
        ctx.type = "application/jwt; charset=utf-8";
      } else {
        ctx.body = answer;
        ctx.type = "application/json; charset=utf-8";
      }
    } else if (ctx.path === "/jwks" && isMembers(body)) {
      ctx.body = (await hooks.jwks?.(body)) ?? body;
    } else if (ctx.path === "/.well-known/openid-configuration" && isMembers(body)) {
      ctx.body = (await hooks.discovery?.(body)) ?? body;
    }
  };
}

const isMembers = (value: unknown): value is JsonMembers => typeof value === "object" && value !== null;
