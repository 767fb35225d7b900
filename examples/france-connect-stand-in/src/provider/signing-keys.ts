import { randomUUID } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, type CryptoKey } from "jose";
import type { JWK } from "oidc-provider";
import type { SigningAlgorithm } from "../options.ts";

export interface SigningKey {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly privateKey: CryptoKey;
  /** With its private part: what the provider is configured with. */
  readonly jwk: JWK;
  /** The public half as PEM, what a confused verifier would take for a shared secret. */
  readonly publicPem: string;
}

export type SigningKeys = Readonly<Record<SigningAlgorithm, SigningKey>>;

/** Makes a key of each algorithm that FranceConnect v2 signs with. */
export async function generateSigningKeys(): Promise<SigningKeys> {
  const [ES256, RS256] = await Promise.all([generateSigningKey("ES256"), generateSigningKey("RS256")]);
  return { ES256, RS256 };
}

async function generateSigningKey(algorithm: SigningAlgorithm): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = `${algorithm.toLowerCase()}:${randomUUID()}`;
  const { kty, ...parameters } = await exportJWK(privateKey);
  return {
    kid,
    algorithm,
    privateKey,
    jwk: { ...parametersOf(parameters), ...(kty !== undefined && { kty }), kid, alg: algorithm, use: "sig" },
    publicPem: await exportSPKI(publicKey),
  };
}

/** The two libraries type the parameters differently: only texts matter here. */
const parametersOf = (parameters: object): JWK =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => typeof value === "string"));
