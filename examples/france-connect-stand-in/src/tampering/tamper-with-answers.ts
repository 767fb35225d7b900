import {
  type Forge,
  type IssuedToken,
  type JsonMembers,
  createForge,
  readToken,
  type KeyRing,
} from "./forge.ts";
import type { Context, Middleware } from "../provider/middleware.ts";

type Either<Value> = Value | Promise<Value>;

/** Changes to what the real provider has answered, each made just before the answer leaves. */
export interface Tampering {
  /** The ID token, in the answer of the token endpoint. */
  readonly idToken?: (issued: IssuedToken, forge: Forge) => Either<string>;
  /** The whole answer of the token endpoint, after {@link idToken}. */
  readonly token?: (body: JsonMembers) => Either<JsonMembers>;
  /** The userinfo token; members instead of a text leave as unsigned JSON. */
  readonly userinfo?: (issued: IssuedToken, forge: Forge) => Either<string | JsonMembers>;
  readonly discovery?: (document: JsonMembers) => Either<JsonMembers>;
  readonly jwks?: (keys: JsonMembers) => Either<JsonMembers>;
  /** The address that the browser is sent back to, with its code or error. */
  readonly callback?: (location: URL) => Either<URL>;
}

/** What the answers are changed by, read anew at each of them. */
interface TamperingSource {
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
