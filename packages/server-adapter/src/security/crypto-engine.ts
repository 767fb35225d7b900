import type { Bytes } from "./base64url.ts";

/** Encrypts with one key: AES-256-GCM with a 96-bit nonce and a 128-bit tag after the text (NIST SP 800-38D). */
export interface FieldCipher {
  encrypt(nonce: Bytes, context: Bytes, plain: Bytes): Bytes | Promise<Bytes>;
  /** Null when the text, its nonce or its context is not what was encrypted. */
  decrypt(nonce: Bytes, context: Bytes, encrypted: Bytes): Bytes | null | Promise<Bytes | null>;
}

/** Authenticates with one key: HMAC-SHA-256 (FIPS 198-1). */
export type Authenticator = (message: Bytes) => Bytes | Promise<Bytes>;

/** Where the cryptography is done; every engine gives the same results, so that a database can be read by any runtime. */
export interface CryptoEngine {
  /** 32 bytes by HKDF-SHA-256 without salt (RFC 5869). */
  deriveKey(secret: Bytes, info: Bytes): Bytes | Promise<Bytes>;
  createCipher(key: Bytes): FieldCipher | Promise<FieldCipher>;
  createAuthenticator(key: Bytes): Authenticator | Promise<Authenticator>;
}

/** The engine of any modern runtime, a page included; in Node each call crosses threads, see `nodeCryptoEngine`. */
export const webCryptoEngine: CryptoEngine = {
  async deriveKey(secret, info) {
    const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
    const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
  },

  async createCipher(key) {
    const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
    return {
      async encrypt(nonce, context, plain) {
        const parameters = { name: "AES-GCM", iv: nonce, additionalData: context };
        return new Uint8Array(await crypto.subtle.encrypt(parameters, imported, plain));
      },
      async decrypt(nonce, context, encrypted) {
        try {
          const parameters = { name: "AES-GCM", iv: nonce, additionalData: context };
          return new Uint8Array(await crypto.subtle.decrypt(parameters, imported, encrypted));
        } catch (error) {
          if (error instanceof DOMException && error.name === "OperationError") return null;
          throw error;
        }
      },
    };
  },

  async createAuthenticator(key) {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
    return async (message) => new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
  },
};
