import { FranceConnectError } from "../ports/france-connect.ts";

/** What was being done when something failed; begins the reason. */
export type Stage = "discovery" | "token" | "userinfo";

/** Error codes of the token endpoint (RFC 6749, section 5.2) and of bearer tokens (RFC 6750, section 3.1). */
const refusals = new Set([
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
  "invalid_token",
  "insufficient_scope",
]);
const passing = new Set(["server_error", "temporarily_unavailable"]);

/** Claims of an ID token that the library requires, and others that it checks, before we do. */
const requiredClaims = ["iss", "sub", "aud", "iat", "exp", "nonce"];
const checkedClaims = new Set([...requiredClaims, "azp", "nbf"]);

/** Codes of the library, and what becomes of them. */
const libraryReasons: Readonly<Record<string, readonly ["unavailable" | "refused", string]>> = {
  OAUTH_RESPONSE_IS_NOT_JSON: ["unavailable", "answer_malformed"],
  OAUTH_RESPONSE_IS_NOT_CONFORM: ["unavailable", "status_unexpected"],
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: ["refused", "issuer_mismatch"],
  OAUTH_HTTP_REQUEST_FORBIDDEN: ["refused", "endpoint_insecure"],
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: ["refused", "endpoint_insecure"],
};

/**
 * Says what a failure of `openid-client` means for whoever signs in; what is not known to pass is refused, a `TypeError` over what the
 * provider sent included.
 */
export function describeFailure(error: unknown, stage: Stage): FranceConnectError {
  for (const link of causesOf(error)) {
    // Thrown by our own fetch, and wrapped on its way.
    if (link instanceof FranceConnectError) return link;
  }
  const { code = "", error: oauthError, cause } = readMembers(error);
  const named = typeof oauthError === "string" ? oauthError : challengeOf(cause);
  if (named !== undefined) {
    const isKnown = refusals.has(named) || passing.has(named);
    const reason = `${stage}_${isKnown ? named : "error_unknown"}`;
    return new FranceConnectError(passing.has(named) ? "unavailable" : "refused", reason, { cause: error });
  }
  const [outcome, reason] = libraryReasons[String(code)] ?? ["refused", describeToken(error)];
  const fullReason = reason.startsWith("id_token") ? reason : `${stage}_${reason}`;
  return new FranceConnectError(outcome, fullReason, { cause: error });
}

/** The error of a `WWW-Authenticate` challenge, which is how 401 is told (RFC 6750, section 3). */
function challengeOf(challenges: unknown): string | undefined {
  if (!Array.isArray(challenges)) return undefined;
  const { parameters } = readMembers(challenges[0]);
  const { error } = readMembers(parameters);
  return typeof error === "string" ? error : "error_unknown";
}

/** What of an ID token was wrong, as far as the library tells. */
function describeToken(error: unknown): string {
  for (const link of causesOf(error)) {
    const { claim, claims, header } = readMembers(link);
    if (typeof claim === "string" && checkedClaims.has(claim)) return `id_token_${claim}`;
    if (typeof header === "object" && header !== null) return "id_token_algorithm";
    if (typeof claims === "object" && claims !== null) {
      const present = readMembers(claims);
      const missing = requiredClaims.find((name) => present[name] === undefined);
      return missing === undefined ? "id_token_malformed" : `id_token_${missing}`;
    }
  }
  return "response_invalid";
}

/** An error, its cause, and so on; never more than there is any sense in. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let link = error;
  while (link !== undefined && link !== null && causes.length < 8) {
    causes.push(link);
    link = readMembers(link)["cause"];
  }
  return causes;
}

function readMembers(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return {};
  // Those of an error are its own but not enumerable, so a copy would lose them.
  return Object.fromEntries(
    Object.getOwnPropertyNames(value).map((name) => [name, Reflect.get(value, name)]),
  );
}
