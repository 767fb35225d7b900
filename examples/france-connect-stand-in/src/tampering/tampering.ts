import type { Forge, IssuedToken, JsonMembers } from "./forge.ts";

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
