import type { Context, Middleware } from "../provider/middleware.ts";
import { createForge, readToken, type JsonMembers, type KeyRing } from "./forge.ts";
import type { Tampering } from "./tampering.ts";

/** What the answers are changed by, read anew at each of them. */
export interface TamperingSource {
  readonly tampering: () => Tampering;
  readonly keys: () => KeyRing;
}

/** Lets the provider answer, then changes the answer as the tests ask; what it refuses leaves as it is. */
export function tamperWithAnswers({ tampering, keys }: TamperingSource): Middleware {
  return async (ctx, next) => {
    await next();
    if (ctx.path.startsWith("/authorize")) return changeCallback(ctx, tampering());
    if (ctx.status !== 200) return undefined;
    switch (ctx.path) {
      case "/token":
        return changeToken(ctx, tampering(), keys());
      case "/userinfo":
        return changeUserinfo(ctx, tampering(), keys());
      case "/jwks":
        return changeDocument(ctx, tampering().jwks);
      case "/.well-known/openid-configuration":
        return changeDocument(ctx, tampering().discovery);
      default:
        return undefined;
    }
  };
}

async function changeCallback(ctx: Context, { callback }: Tampering): Promise<void> {
  const redirect = ctx.response.get("location");
  if (callback === undefined || redirect === "") return;
  const location = new URL(redirect, ctx.href);
  // Redirects to the pages stay as they are.
  if (location.origin === new URL(ctx.href).origin) return;
  ctx.response.set("location", (await callback(location)).href);
}

async function changeToken(ctx: Context, { idToken, token }: Tampering, keys: KeyRing): Promise<void> {
  let body: JsonMembers = Object(ctx.body);
  if (idToken !== undefined) {
    const issued = readToken(String(body["id_token"]));
    body = { ...body, id_token: await idToken(issued, createForge(issued, keys)) };
  }
  ctx.body = token === undefined ? body : await token(body);
}

async function changeUserinfo(ctx: Context, { userinfo }: Tampering, keys: KeyRing): Promise<void> {
  if (userinfo === undefined) return;
  const issued = readToken(String(ctx.body));
  const answer = await userinfo(issued, createForge(issued, keys));
  ctx.body = answer;
  ctx.type = `${typeof answer === "string" ? "application/jwt" : "application/json"}; charset=utf-8`;
}

async function changeDocument(ctx: Context, change: Tampering["jwks"]): Promise<void> {
  if (change !== undefined) ctx.body = await change(Object(ctx.body));
}
