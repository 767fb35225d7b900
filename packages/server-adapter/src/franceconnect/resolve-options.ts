import { systemClock } from "../ports/clock.ts";
import { webRandom } from "../ports/random.ts";
import { checkClientAuthentication } from "./check-client-authentication.ts";
import type { FranceConnectOptions } from "./france-connect-options.ts";

/** Whether a URL's host never leaves this machine (RFC 6761, section 6.3; RFC 1122; RFC 4291). */
function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Every option with its default in place. */
export type ResolvedOptions = Required<Omit<FranceConnectOptions, "environment">> & { readonly issuer: URL };

/** FranceConnect v2, "Les environnements" and OpenID Provider configuration; FranceConnect+ is another service. */
const issuers = {
  production: "https://oidc.franceconnect.gouv.fr/api/v2",
  sandbox: "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
};

const defaultScopes = ["openid", "identite_pivot", "preferred_username", "email"];

/** A scope-token (RFC 6749, section 3.3). */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * Checks options as JavaScript may hand them over, types or not.
 *
 * @throws TypeError that names the option
 */
export function resolveOptions(options: FranceConnectOptions): ResolvedOptions {
  const resolved: ResolvedOptions = {
    scopes: defaultScopes,
    acr: "eidas1",
    idTokenAlgorithm: "ES256",
    userinfoAlgorithm: "ES256",
    pkce: true,
    requireAccessTokenHash: false,
    timeoutSeconds: 5,
    allowInsecureIssuer: false,
    clock: systemClock,
    random: webRandom,
    // Looked up at each call, so that instrumentation put in place later is used.
    fetch: (url, init) => globalThis.fetch(url, init),
    ...options,
    issuer: readIssuer(options),
  };
  checkSwitch("pkce", resolved.pkce);
  checkSwitch("requireAccessTokenHash", resolved.requireAccessTokenHash);
  checkSwitch("allowInsecureIssuer", resolved.allowInsecureIssuer);
  checkAddress("redirectUri", resolved.redirectUri, resolved.allowInsecureIssuer);
  checkAddress("postLogoutRedirectUri", resolved.postLogoutRedirectUri, resolved.allowInsecureIssuer);
  // RFC 9700, section 4.1.3: what is compared character by character has no part that varies.
  if (new URL(resolved.redirectUri).search !== "") throw new TypeError("redirectUri has no query");
  check("clientId", typeof resolved.clientId === "string" && /^[\x20-\x7e]{1,255}$/.test(resolved.clientId));
  check("scopes", Array.isArray(resolved.scopes) && resolved.scopes.every(isScope));
  check("scopes", resolved.scopes.includes("openid"));
  check("acr", ["eidas1", "eidas2", "eidas3"].includes(resolved.acr));
  check("idTokenAlgorithm", ["ES256", "RS256"].includes(resolved.idTokenAlgorithm));
  check("userinfoAlgorithm", ["ES256", "RS256"].includes(resolved.userinfoAlgorithm));
  check("timeoutSeconds", resolved.timeoutSeconds >= 1 && resolved.timeoutSeconds <= 20);
  check("clock", typeof resolved.clock.now === "function");
  check("random", typeof resolved.random === "function");
  check("fetch", typeof resolved.fetch === "function");
  checkClientAuthentication(resolved.clientAuthentication);
  return resolved;
}

function readIssuer({ environment, allowInsecureIssuer }: FranceConnectOptions): URL {
  if (environment === "production" || environment === "sandbox") return new URL(issuers[environment]);
  const text = typeof environment === "object" ? String(environment.issuer) : "";
  const issuer = URL.canParse(text) ? new URL(text) : undefined;
  if (issuer === undefined) throw new TypeError("environment is neither production, sandbox nor an issuer");
  // OpenID Connect Discovery 1.0, section 3: no query, no fragment.
  const isBare =
    issuer.search === "" && issuer.hash === "" && issuer.username === "" && issuer.password === "";
  if (!isBare || !isSecure(issuer, allowInsecureIssuer === true)) {
    throw new TypeError("environment has an issuer that is not https, or more than an address");
  }
  return issuer;
}

function checkAddress(name: string, address: string, allowInsecure: boolean): void {
  const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : undefined;
  // Written as URLs are serialized, or else what is sent would differ from what was registered.
  check(name, url !== undefined && url.href === address && url.hash === "" && isSecure(url, allowInsecure));
}

/** Whether an address is https, or on the loopback where development allows it. */
export function isSecure(url: URL, allowInsecure: boolean): boolean {
  return url.protocol === "https:" || (allowInsecure && url.protocol === "http:" && isLoopback(url));
}

function isScope(scope: unknown): boolean {
  return typeof scope === "string" && scopeToken.test(scope);
}

function checkSwitch(name: string, value: unknown): void {
  check(name, typeof value === "boolean");
}

function check(name: string, holds: boolean): void {
  if (!holds) throw new TypeError(`${name} is missing, malformed or out of its range`);
}
