import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type LocalJWKSet,
} from "jose";
import type { Clock } from "../ports/clock.ts";
import { FranceConnectError } from "../ports/france-connect.ts";
import { createCachedLoad } from "./cached-load.ts";
import type { FranceConnectSigningAlgorithm } from "./france-connect-options.ts";

/** What a token must be; anything else is refused. */
export interface ExpectedToken {
  /** Begins the reasons of refusal. */
  readonly name: "id_token" | "userinfo";
  readonly algorithm: FranceConnectSigningAlgorithm;
  readonly issuer: string;
  readonly audience: string;
  /** Beside `iss`, `aud` and `sub`, which always are. */
  readonly requiredClaims: readonly string[];
  /** Refuses a token issued longer ago, or in the future; needs `iat`. */
  readonly maxAgeSeconds?: number;
}

/** Checks signed tokens of one provider. */
export interface TokenVerifier {
  /** @throws {FranceConnectError} */
  verify(token: string, expected: ExpectedToken): Promise<JWTPayload>;
}

/** How far apart the provider's clock and ours may be. */
export const clockToleranceSeconds = 30;

/** A key withdrawn by the provider is trusted no longer than this. */
const keysTtlSeconds = 600;

/** At most so often are keys fetched because a token did not fit them. */
const refetchIntervalSeconds = 30;

/**
 * Makes a verifier over a published key set, which is fetched at first use, and again when a token names an unknown key or a signature does
 * not fit (a key may be replaced under its name): once for all tokens that arrive meanwhile.
 *
 * @param loadKeys fetches the key set as published (RFC 7517, section 5)
 */
export function createTokenVerifier(loadKeys: () => Promise<unknown>, clock: Clock): TokenVerifier {
  const keys = createCachedLoad(async () => readKeys(await loadKeys()), clock, keysTtlSeconds);
  let refetch: { readonly at: number; readonly keys: Promise<LocalJWKSet> } | null = null;

  async function refetchKeys(): Promise<LocalJWKSet> {
    const now = clock.now();
    if (refetch === null || Math.abs(now - refetch.at) >= refetchIntervalSeconds) {
      refetch = { at: now, keys: keys.refresh() };
    }
    try {
      return await refetch.keys;
    } catch (error) {
      refetch = null;
      throw error;
    }
  }

  async function check(token: string, keySet: LocalJWKSet, expected: ExpectedToken): Promise<JWTPayload> {
    const { payload, protectedHeader } = await jwtVerify(token, keySet, {
      algorithms: [expected.algorithm],
      issuer: expected.issuer,
      audience: expected.audience,
      requiredClaims: ["sub", ...expected.requiredClaims],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock.now() * 1000),
      ...(expected.maxAgeSeconds !== undefined && { maxTokenAge: expected.maxAgeSeconds }),
    });
    // Another kind of token under the same key says so here (RFC 8725, section 3.11).
    if (!["jwt", "application/jwt"].includes((protectedHeader.typ ?? "JWT").toLowerCase())) {
      throw new FranceConnectError("refused", `${expected.name}_typ`);
    }
    return payload;
  }

  return {
    async verify(token, expected) {
      const known = await keys.get();
      try {
        return await check(token, known, expected);
      } catch (error) {
        if (!mayBeRotation(error)) throw describeFailure(error, expected.name);
        const fetched = await refetchKeys();
        if (fetched === known) throw describeFailure(error, expected.name);
        try {
          return await check(token, fetched, expected);
        } catch (again) {
          throw describeFailure(again, expected.name);
        }
      }
    },
  };
}

function readKeys(value: unknown): LocalJWKSet {
  try {
    if (isKeySet(value)) return createLocalJWKSet(value);
  } catch (cause) {
    throw new FranceConnectError("unavailable", "keys_malformed", { cause });
  }
  throw new FranceConnectError("unavailable", "keys_malformed");
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return typeof value === "object" && value !== null && "keys" in value && Array.isArray(value.keys);
}

function mayBeRotation(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;
}

const reasons: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: "algorithm",
  ERR_JWKS_NO_MATCHING_KEY: "key_unknown",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "key_ambiguous",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "signature",
};

function describeFailure(cause: unknown, name: ExpectedToken["name"]): FranceConnectError {
  if (cause instanceof FranceConnectError) return cause;
  if (cause instanceof errors.JWTClaimValidationFailed || cause instanceof errors.JWTExpired) {
    return new FranceConnectError("refused", `${name}_${cause.claim}`, { cause });
  }
  const code = cause instanceof errors.JOSEError ? cause.code : "";
  return new FranceConnectError("refused", `${name}_${reasons[code] ?? "malformed"}`, { cause });
}
