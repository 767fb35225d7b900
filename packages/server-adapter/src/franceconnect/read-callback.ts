import { FranceConnectError } from "../ports/france-connect.ts";
import { isEqualInConstantTime } from "../security/constant-time.ts";

/** What a callback is checked against. */
export interface ExpectedCallback {
  readonly state: string;
  readonly issuer: string;
  /** Whether the provider promises to name itself (RFC 9207, section 3). */
  readonly isIssuerPromised: boolean;
}

/** A code is 43 characters at FranceConnect; no callback of its comes near this. */
const longestCallback = 8_192;

/** Error codes of a callback (RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6) that mean "later". */
const passingErrors = new Set(["server_error", "temporarily_unavailable"]);
const lastingErrors = new Set([
  "invalid_request",
  "unauthorized_client",
  "unsupported_response_type",
  "invalid_scope",
  "interaction_required",
  "login_required",
  "account_selection_required",
  "consent_required",
  "request_not_supported",
  "registration_not_supported",
]);

/**
 * Checks a callback: who it is from, whom it is for, and that it says yes.
 *
 * @returns its parameters, each of which stands once, `code` among them
 * @throws {FranceConnectError}
 */
export function readCallback(callback: string, expected: ExpectedCallback): URLSearchParams {
  if (callback.length > longestCallback) refuse("callback_too_long");
  const parameters = new URLSearchParams(callback);
  // RFC 6749, section 3.1: one that stands twice could be read one way here and another elsewhere.
  if (new Set(parameters.keys()).size !== parameters.size) refuse("callback_parameter_repeated");
  // Compared without giving away how much of a guess was right (RFC 9700, section 4.7).
  if (!isEqualInConstantTime(parameters.get("state") ?? "", expected.state)) refuse("state_mismatch");
  checkIssuer(parameters.get("iss"), expected);
  const error = parameters.get("error");
  if (error !== null) throw describeError(error);
  if (!parameters.get("code")) refuse("code_missing");
  return parameters;
}

/** RFC 9207, section 2.4: an answer of another provider is refused, errors included. */
function checkIssuer(issuer: string | null, expected: ExpectedCallback): void {
  if (issuer === null ? expected.isIssuerPromised : issuer !== expected.issuer) {
    refuse(issuer === null ? "callback_issuer_missing" : "callback_issuer_mismatch");
  }
}

function describeError(error: string): FranceConnectError {
  if (error === "access_denied") return new FranceConnectError("cancelled", "access_denied");
  if (passingErrors.has(error)) return new FranceConnectError("unavailable", `callback_${error}`);
  // Whatever else a query string says stays out of the log.
  const name = lastingErrors.has(error) ? error : "error_unknown";
  return new FranceConnectError("refused", `callback_${name}`);
}

function refuse(reason: string): never {
  throw new FranceConnectError("refused", reason);
}
