import { createHmac } from "node:crypto";
import { base64url, SignJWT } from "jose";
import type { SigningKey, SigningKeys } from "../provider/signing-keys.ts";

export type JsonMembers = Readonly<Record<string, unknown>>;

/** A token as the provider issued it. */
export interface IssuedToken {
  readonly header: JsonMembers;
  readonly claims: JsonMembers;
  /** The token itself. */
  readonly compact: string;
}

/**
 * Makes tokens a client must refuse. Every token has the header of the one that was issued, but for what `header` changes;
 * a member that is undefined is left out.
 */
export interface Forge {
  /** Signs with the provider's current key: only the claims are wrong. */
  sign(claims: JsonMembers, header?: JsonMembers): Promise<string>;
  /** Signs, under the same `kid`, with a key that the provider never published. */
  signWithForeignKey(claims: JsonMembers, header?: JsonMembers): Promise<string>;
  /** Signs with the key that was the provider's before the last rotation. */
  signWithPreviousKey(claims: JsonMembers, header?: JsonMembers): Promise<string>;
  /** HS256, keyed with the PEM of the public key that anybody can read. */
  signWithPublicKey(claims: JsonMembers, header?: JsonMembers): string;
  /** HS256, keyed with a secret, such as the client's own. */
  signWithSecret(claims: JsonMembers, secret: string, header?: JsonMembers): string;
  /** `alg: none` and no signature. */
  leaveUnsigned(claims: JsonMembers, header?: JsonMembers): string;
  /** Flips a bit of the signature. */
  breakSignature(compact: string): string;
}

export interface KeyRing {
  readonly current: SigningKeys;
  readonly previous: SigningKeys;
  readonly foreign: SigningKeys;
}

/** A forge for one issued token. */
export function createForge(issued: IssuedToken, keys: KeyRing): Forge {
  const sign = (
    from: SigningKeys,
    claims: JsonMembers,
    header: JsonMembers,
    kid?: string,
  ): Promise<string> => {
    const key = issued.header["alg"] === "RS256" ? from.RS256 : from.ES256;
    return signWith(key, claims, { ...issued.header, ...(kid !== undefined && { kid }), ...header });
  };
  const key = (): SigningKey => (issued.header["alg"] === "RS256" ? keys.current.RS256 : keys.current.ES256);
  return {
    sign: (claims, header = {}) => sign(keys.current, claims, header),
    signWithForeignKey: (claims, header = {}) => sign(keys.foreign, claims, header),
    signWithPreviousKey: (claims, header = {}) => {
      const { kid } = issued.header["alg"] === "RS256" ? keys.previous.RS256 : keys.previous.ES256;
      return sign(keys.previous, claims, header, kid);
    },
    signWithPublicKey: (claims, header = {}) =>
      signWithSecret(claims, key().publicPem, { ...issued.header, ...header }),
    signWithSecret: (claims, secret, header = {}) =>
      signWithSecret(claims, secret, { ...issued.header, ...header }),
    leaveUnsigned: (claims, header = {}) =>
      `${encode({ ...issued.header, alg: "none", kid: undefined, ...header })}.${encode(claims)}.`,
    breakSignature: (compact) => {
      const [header, claims, signature = ""] = compact.split(".");
      const bytes = base64url.decode(signature);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return [header, claims, base64url.encode(bytes)].join(".");
    },
  };
}

/** Reads a token without judging it. */
export function readToken(compact: string): IssuedToken {
  const [header = "", claims = ""] = compact.split(".");
  return { header: decode(header), claims: decode(claims), compact };
}

function signWith(key: SigningKey, claims: JsonMembers, header: JsonMembers): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ ...header, alg: key.algorithm })
    .sign(key.privateKey);
}

function signWithSecret(claims: JsonMembers, secret: string, header: JsonMembers): string {
  const content = `${encode({ ...header, alg: "HS256" })}.${encode(claims)}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

const encode = (value: JsonMembers): string => base64url.encode(JSON.stringify(value));

function decode(part: string): JsonMembers {
  const members: JsonMembers = JSON.parse(new TextDecoder().decode(base64url.decode(part)));
  return members;
}
