import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from "node:crypto";
import { nonceByteLength, tagByteLength, type CryptoEngine } from "../security/crypto-engine.ts";

const algorithm = "aes-256-gcm";
const options = { authTagLength: tagByteLength };

/**
 * The engine for Node: the same results as `webCryptoEngine`, on the calling thread.
 *
 * A field takes a few microseconds; Web Cryptography hands each to the thread pool, where it costs ten times as much and waits behind the password hashes.
 */
export const nodeCryptoEngine: CryptoEngine = {
  deriveKey: (secret, info) => new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(0), info, 32)),

  createCipher(key) {
    // As raw bytes the key would be imported anew for each text, which takes three times as long as encrypting it.
    const imported = createSecretKey(key);
    return {
      encrypt(nonce, context, text) {
        const cipher = createCipheriv(algorithm, imported, nonce, options);
        cipher.setAAD(Buffer.from(context));
        const parts = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
        return Buffer.concat(parts).toString("base64url");
      },
      decrypt(context, encrypted) {
        const bytes = Buffer.from(encrypted, "base64url");
        const tagStart = bytes.length - tagByteLength;
        const decipher = createDecipheriv(algorithm, imported, bytes.subarray(0, nonceByteLength), options);
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(bytes.subarray(tagStart));
        const text = decipher.update(bytes.subarray(nonceByteLength, tagStart), undefined, "utf8");
        try {
          return text + decipher.final("utf8");
        } catch {
          // `final` throws for one reason only: the tag does not match.
          return null;
        }
      },
    };
  },

  createAuthenticator(key) {
    const imported = createSecretKey(key);
    return (message) => createHmac("sha256", imported).update(message).digest("base64url");
  },
};
