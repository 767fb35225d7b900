import type { PasswordHasher } from "../../src/ports/password-hasher.ts";
import { decodeBase64url, encodeBase64url } from "../../src/security/base64url.ts";

/** Few enough that a page under test stays quick; this hasher never guards a real account. */
const iterations = 1_000;

async function derive(password: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, [
    "deriveBits",
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    key,
    256,
  );
  return encodeBase64url(new Uint8Array(bits));
}

/** A password hasher for pages, where argon2 is not at hand: PBKDF2 of Web Cryptography with a token cost. For stories and tests only. */
export function createPageHasher(): PasswordHasher {
  return {
    async hash(password) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      return `$page$${encodeBase64url(salt)}$${await derive(password, salt)}`;
    },
    async verify(phc, password) {
      const [, , salt, hash] = phc.split("$");
      const bytes = decodeBase64url(salt ?? "");
      return bytes !== null && (await derive(password, bytes)) === hash;
    },
    needsRehash: () => false,
  };
}
