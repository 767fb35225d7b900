import type { Bytes } from "../../security/base64url.ts";
import { isEqualInConstantTime } from "../../security/constant-time.ts";

/** The content that a signature covers. */
export interface SignedContent {
  /** The message's id. It contains no full stop, because that separates the parts. */
  readonly id: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly body: Uint8Array;
}

/** Signs and verifies with the same secrets. */
export interface WebhookSigner {
  /** Makes the value of `webhook-signature`: one `v1` signature for each secret. */
  sign(content: SignedContent): Promise<string>;
  /** Tells whether one of the signatures was made with one of the secrets, in a time that does not depend on which. */
  verify(content: SignedContent, signatures: string): Promise<boolean>;
}

const secretPrefix = "whsec_";
/** There are two while secrets change; more would only cost time. */
const mostSignatures = 8;

/**
 * Creates a signer according to Standard Webhooks 1.0.0: HMAC-SHA-256 over `id.timestamp.body`.
 *
 * @param secrets at least one secret as `isWebhookSecret` describes it; several while secrets change
 * @throws TypeError for no secret, or for one of another form
 */
export function createWebhookSigner(secrets: readonly string[]): WebhookSigner {
  if (secrets.length === 0) throw new TypeError("There is no secret to sign with.");
  const bytes = secrets.map((secret) => {
    const read = readSecret(secret);
    if (read === null) throw new TypeError("A secret is whsec_ and 24 to 64 bytes in base64.");
    return read;
  });
  let imported: Promise<CryptoKey[]> | undefined;

  async function signAll({ id, timestamp, body }: SignedContent): Promise<string[]> {
    const head = new TextEncoder().encode(`${id}.${timestamp}.`);
    const signed = new Uint8Array(head.length + body.length);
    signed.set(head);
    signed.set(body, head.length);
    imported ??= Promise.all(bytes.map(importSecret));
    const keys = await imported;
    return Promise.all(keys.map(async (key) => `v1,${encodeBase64(await hmac(key, signed))}`));
  }

  return {
    sign: async (content) => (await signAll(content)).join(" "),
    async verify(content, signatures) {
      const expected = await signAll(content);
      const given = signatures.split(" ").slice(0, mostSignatures);
      let isValid = false;
      for (const signature of given) {
        for (const one of expected) isValid = isEqualInConstantTime(signature, one) || isValid;
      }
      return isValid;
    },
  };
}

/** Tells whether a value is `whsec_` and 24 to 64 bytes in base64. */
export function isWebhookSecret(value: unknown): value is string {
  return typeof value === "string" && readSecret(value) !== null;
}

function readSecret(secret: string): Bytes | null {
  const [, encoded = ""] = new RegExp(`^${secretPrefix}([A-Za-z0-9+/]+={0,2})$`).exec(secret) ?? [];
  const bytes = decodeBase64(encoded);
  return bytes !== null && bytes.length >= 24 && bytes.length <= 64 ? bytes : null;
}

function decodeBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function importSecret(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

async function hmac(key: CryptoKey, message: Bytes): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
}
