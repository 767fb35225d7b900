import { decodeBase64url, encodeBase64url, type Bytes } from "./base64url.ts";

/**
 * Encrypts texts with one key: AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D).
 *
 * An encrypted text is the base64url of the nonce, the ciphertext of the UTF-8 and the tag, in this order. The context is authenticated and not
 * written. Texts are well-formed Unicode.
 */
export interface FieldCipher {
  /** @param nonce 12 bytes, never given twice with one key */
  encrypt(nonce: Bytes, context: string, text: string): string | Promise<string>;
  /**
   * Gives null when the nonce, the ciphertext, the tag or the context is not what was encrypted.
   *
   * @param encrypted base64url of at least 28 bytes
   */
  decrypt(context: string, encrypted: string): string | null | Promise<string | null>;
}

/** Authenticates well-formed texts with one key: HMAC-SHA-256 (FIPS 198-1) of the UTF-8, in base64url. */
export type Authenticator = (message: string) => string | Promise<string>;

/** Where the cryptography is done; every engine gives the same results, so that a database can be read by any runtime. */
export interface CryptoEngine {
  /** Derives 32 bytes by HKDF-SHA-256 without salt (RFC 5869). */
  deriveKey(secret: Bytes, info: Bytes): Bytes | Promise<Bytes>;
  createCipher(key: Bytes): FieldCipher | Promise<FieldCipher>;
  createAuthenticator(key: Bytes): Authenticator | Promise<Authenticator>;
}

/** NIST SP 800-38D, 8.2.2: a random nonce has 96 bits; one key then serves 2³² texts, hence one per table. */
export const nonceByteLength = 12;
export const tagByteLength = 16;

/** The engine of any modern runtime, a page included; in Node each call crosses threads, see `nodeCryptoEngine`. */
export const webCryptoEngine: CryptoEngine = {
  async deriveKey(secret, info) {
    const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
    const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
  },

  async createCipher(key) {
    const encoder = new TextEncoder();
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
    const parametersOf = (nonce: Bytes, context: string) => ({
      name: "AES-GCM",
      iv: nonce,
      additionalData: encoder.encode(context),
    });
    return {
      async encrypt(nonce, context, text) {
        const parameters = parametersOf(nonce, context);
        const encrypted = await crypto.subtle.encrypt(parameters, imported, encoder.encode(text));
        const joined = new Uint8Array(nonce.length + encrypted.byteLength);
        joined.set(nonce);
        joined.set(new Uint8Array(encrypted), nonce.length);
        return encodeBase64url(joined);
      },
      async decrypt(context, encrypted) {
        const bytes = decodeBase64url(encrypted);
        if (bytes === null) return null;
        try {
          const parameters = parametersOf(bytes.slice(0, nonceByteLength), context);
          const plain = await crypto.subtle.decrypt(parameters, imported, bytes.slice(nonceByteLength));
          return decoder.decode(plain);
        } catch (error) {
          if (error instanceof DOMException && error.name === "OperationError") return null;
          throw error;
        }
      },
    };
  },

  async createAuthenticator(key) {
    const encoder = new TextEncoder();
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
    return async (message) =>
      encodeBase64url(new Uint8Array(await crypto.subtle.sign("HMAC", imported, encoder.encode(message))));
  },
};
