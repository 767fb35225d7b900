import { decodeBase64url } from "../security/base64url.ts";
import type {
  FranceConnectClientAuthentication,
  FranceConnectSigningAlgorithm,
} from "./france-connect-options.ts";

/** Least that RS256 is safe with (RFC 7518, section 3.3). */
const fewestModulusBytes = 256;

/**
 * Checks a client authentication as far as can be told without importing its key.
 *
 * @throws TypeError that names the option
 */
export function checkClientAuthentication(authentication: FranceConnectClientAuthentication): void {
  if (authentication?.method === "client_secret_post") {
    check("secret", typeof authentication.secret === "string" && authentication.secret.length > 0);
    return;
  }
  check("method", authentication?.method === "private_key_jwt");
  const { key, keyId, algorithm } = authentication;
  check("keyId", typeof keyId === "string" && keyId !== "");
  check("algorithm", ["ES256", "RS256"].includes(algorithm));
  check("key", typeof key === "object" && key !== null);
  check("key", key instanceof CryptoKey ? isSigningKey(key, algorithm) : isPrivateJwk(key, algorithm));
}

/** The private key, ready to sign; import again and again is spared by the caller. */
export async function importSigningKey(
  key: JsonWebKey | CryptoKey,
  algorithm: FranceConnectSigningAlgorithm,
): Promise<CryptoKey> {
  if (key instanceof CryptoKey) return key;
  try {
    // Without what a JWK may say of its use, which importKey would hold against `sign` or the algorithm.
    const { alg: _alg, use: _use, key_ops: _operations, ext: _ext, ...members } = key;
    return await crypto.subtle.importKey("jwk", members, parametersOf(algorithm), false, ["sign"]);
  } catch (cause) {
    throw new TypeError("clientAuthentication.key is no usable private key", { cause });
  }
}

function parametersOf(algorithm: FranceConnectSigningAlgorithm): EcKeyImportParams | RsaHashedImportParams {
  return algorithm === "ES256"
    ? { name: "ECDSA", namedCurve: "P-256" }
    : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
}

function isSigningKey(key: CryptoKey, algorithm: FranceConnectSigningAlgorithm): boolean {
  if (key.type !== "private" || !key.usages.includes("sign")) return false;
  const parameters: KeyAlgorithm & { namedCurve?: string; modulusLength?: number; hash?: KeyAlgorithm } =
    key.algorithm;
  return algorithm === "ES256"
    ? parameters.name === "ECDSA" && parameters.namedCurve === "P-256"
    : parameters.name === "RSASSA-PKCS1-v1_5" &&
        parameters.hash?.name === "SHA-256" &&
        (parameters.modulusLength ?? 0) >= fewestModulusBytes * 8;
}

function isPrivateJwk(key: JsonWebKey, algorithm: FranceConnectSigningAlgorithm): boolean {
  if (typeof key.d !== "string" || (key.alg !== undefined && key.alg !== algorithm)) return false;
  if (algorithm === "ES256") return key.kty === "EC" && key.crv === "P-256";
  const modulus = typeof key.n === "string" ? decodeBase64url(key.n) : null;
  return key.kty === "RSA" && modulus !== null && modulus.length >= fewestModulusBytes;
}

function check(name: string, holds: boolean): void {
  if (!holds) throw new TypeError(`clientAuthentication.${name} is missing, malformed or too weak`);
}
