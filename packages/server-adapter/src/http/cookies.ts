import type { ActivationPolicy, SessionView } from "@educonnect-activation/core";

/** A cookie to set; a null value removes it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds: number;
}

/** The names of the handler's cookies. */
export interface CookieNames {
  readonly flow: string;
  readonly session: string;
}

/** With the `__Host-` prefix a browser takes the cookie only with Secure, for the whole origin and no other (ASVS 3.3.1). */
export function cookieNames(isSecure: boolean): CookieNames {
  const prefix = isSecure ? "__Host-" : "";
  return { flow: `${prefix}educonnect-flow`, session: `${prefix}educonnect-session` };
}

/** Only spaces and tabs go (RFC 6265, 5.2): a wider trim would make a protected name of one that a sibling site could set. */
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, "");

/** Reads a `Cookie` header (RFC 6265, 5.4); of two cookies with one name the first counts. */
export function parseCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=");
    const name = trim(pair.slice(0, Math.max(0, equals)));
    if (name !== "" && !cookies.has(name)) cookies.set(name, trim(pair.slice(equals + 1)));
  }
  return cookies;
}

/** Writes a `Set-Cookie` header; values are base64url, which needs no quoting. */
export function formatCookie({ name, value, maxAgeSeconds }: SetCookie, isSecure: boolean): string {
  const maxAge = value === null ? 0 : maxAgeSeconds;
  return `${name}=${value ?? ""}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

/** What a browser's cookies are made with. */
interface CookieSettings {
  readonly cookies: CookieNames;
  readonly policy: Pick<ActivationPolicy, "unprovenCeilingSeconds" | "provenTtlSeconds">;
}

/** The cookie that opens a flow; a null token takes it away. It lasts as long as a flow may: the server decides when the flow ends. */
export function flowCookie({ cookies, policy }: CookieSettings, token: string | null): SetCookie {
  const { unprovenCeilingSeconds, provenTtlSeconds } = policy;
  const maxAgeSeconds = token === null ? 0 : Math.max(unprovenCeilingSeconds, provenTtlSeconds);
  return { name: cookies.flow, value: token, maxAgeSeconds };
}

/** The cookie that opens a session, for as long as it lasts; null takes it away. */
export function sessionCookie(
  { cookies }: Pick<CookieSettings, "cookies">,
  session: { readonly token: string; readonly view: Pick<SessionView, "expiresAt" | "now"> } | null,
): SetCookie {
  if (session === null) return { name: cookies.session, value: null, maxAgeSeconds: 0 };
  const { token, view } = session;
  return { name: cookies.session, value: token, maxAgeSeconds: view.expiresAt - view.now };
}
