import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from "node:crypto";
import type { CryptoEngine } from "../security/crypto-engine.ts";
import type { Bytes } from "../security/base64url.ts";

const algorithm = "aes-256-gcm";
const tagByteLength = 16;

/**
 * The engine for Node: the same results as `webCryptoEngine`, on the calling thread.
 *
 * A field takes a few microseconds; Web Cryptography hands each to the thread pool, where it costs ten times as much and waits behind the password hashes.
 */
export const nodeCryptoEngine: CryptoEngine = {
  deriveKey: (secret, info) => new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(0), info, 32)),

  createCipher(key) {
    const imported = createSecretKey(key);
    return {
      encrypt(nonce, context, plain) {
        const cipher = createCipheriv(algorithm, imported, nonce, { authTagLength: tagByteLength });
        cipher.setAAD(context);
        return join([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      },
      decrypt(nonce, context, encrypted) {
        const decipher = createDecipheriv(algorithm, imported, nonce, { authTagLength: tagByteLength });
        decipher.setAAD(context);
        decipher.setAuthTag(encrypted.subarray(encrypted.length - tagByteLength));
        const plain = decipher.update(encrypted.subarray(0, encrypted.length - tagByteLength));
        try {
          return join([plain, decipher.final()]);
        } catch {
          // `final` throws for one reason only: the tag does not match.
          return null;
        }
      },
    };
  },

  createAuthenticator(key) {
    const imported = createSecretKey(key);
    return (message) => join([createHmac("sha256", imported).update(message).digest()]);
  },
};

/** Into memory of its own: small buffers of Node share one. */
function join(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
}
