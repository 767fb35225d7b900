import { ActivationError, type RandomSource } from "@educonnect-activation/core";
import { webRandom } from "../ports/random.ts";
import { isBase64url } from "./base64url.ts";
import { nonceByteLength, tagByteLength } from "./crypto-engine.ts";
import type { KeyRing } from "./keys.ts";

/** The length in base64url of an encrypted text that is empty. */
const leastLength = Math.ceil(((nonceByteLength + tagByteLength) * 4) / 3);
const format = "1";

/** Where an encrypted text is kept; nowhere else can it be decrypted. */
export interface Place {
  readonly table: string;
  /** The row's primary key. */
  readonly row: string;
  readonly column: string;
}

/** Encrypts what a store holds, and hashes what it looks up, with keys that the store never sees. */
export interface Vault {
  /**
   * Encrypts a text for one place: `1.<key id>.<base64url of nonce, text and tag>`; two of the same text differ.
   *
   * @throws TypeError for a text with a lone surrogate, which could not come back as it was
   */
  encrypt(place: Place, text: string): Promise<string>;
  /**
   * Gives back what was encrypted for this very place, under any key of the ring.
   *
   * @throws {VaultError} when it was not
   */
  decrypt(place: Place, encrypted: string): Promise<string>;
  /** Tells whether a text was encrypted with the current key, so that a rotation knows what is left to encrypt again. */
  isCurrent(encrypted: string): boolean;
  /**
   * Hashes a value with the current key (43 characters), to look it up without storing it.
   *
   * @param purpose from code, never from input; one value has unrelated hashes for two purposes
   * @param value any text, already normalised by the caller
   */
  lookupKey(purpose: string, value: string): Promise<string>;
  /** The hashes of a value under every key of the ring, the current one first: a row written before a rotation has an older one. */
  lookupKeys(purpose: string, value: string): Promise<string[]>;
}

/** A text that can't be decrypted; the reason is for the developer, never for the client. */
export class VaultError extends ActivationError {
  override readonly name = "VaultError";
  declare readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode, message: string) {
    super(code, message);
  }
}

export type VaultErrorCode =
  /** Not something a vault wrote, or cut short. */
  | "encrypted_text_malformed"
  /** Encrypted with a key that the ring does not have. */
  | "encrypted_text_key_unknown"
  /** Altered, or moved from another place. */
  | "encrypted_text_refused";

/**
 * Creates the vault of a deployment.
 *
 * @param random where nonces come from; must never repeat itself
 */
export function createVault(keyRing: KeyRing, random: RandomSource = webRandom): Vault {
  async function hash(id: string, purpose: string, value: string): Promise<string> {
    const authenticate = await keyRing.authenticator(id, purpose);
    if (authenticate === null) throw unknownKey(id);
    // JSON escapes lone surrogates, which UTF-8 would all turn into the same character.
    return authenticate(JSON.stringify(value));
  }

  return {
    async encrypt(place, text) {
      if (!text.isWellFormed()) throw new TypeError("A text with a lone surrogate can't be encrypted.");
      const id = keyRing.currentId;
      const cipher = await keyRing.cipher(id, place.table);
      if (cipher === null) throw unknownKey(id);
      const nonce = new Uint8Array(random(nonceByteLength));
      if (nonce.length !== nonceByteLength) throw new TypeError("The random source returned too few bytes.");
      const encrypted = await cipher.encrypt(nonce, describePlace(place, id), text);
      return `${format}.${id}.${encrypted}`;
    },

    async decrypt(place, text) {
      const { id, encrypted } = parse(text);
      const cipher = await keyRing.cipher(id, place.table);
      if (cipher === null) throw unknownKey(id);
      const decrypted = await cipher.decrypt(describePlace(place, id), encrypted);
      if (decrypted === null) {
        throw new VaultError("encrypted_text_refused", "An encrypted text was altered or moved.");
      }
      return decrypted;
    },

    isCurrent: (encrypted) => encrypted.startsWith(`${format}.${keyRing.currentId}.`),

    lookupKey: (purpose, value) => hash(keyRing.currentId, purpose, value),

    lookupKeys: (purpose, value) => Promise.all(keyRing.ids.map((id) => hash(id, purpose, value))),
  };
}

/** Names a place as JSON, so that no two places share one description; what is no Unicode in it is escaped. */
function describePlace(place: Place, id: string): string {
  return JSON.stringify([format, id, place.table, place.row, place.column]);
}

function parse(text: string): { id: string; encrypted: string } {
  const [version, id, encrypted, ...rest] = text.split(".");
  if (
    version !== format ||
    id === undefined ||
    encrypted === undefined ||
    rest.length > 0 ||
    encrypted.length < leastLength ||
    !isBase64url(encrypted)
  ) {
    throw new VaultError("encrypted_text_malformed", "An encrypted text is malformed.");
  }
  return { id, encrypted };
}

function unknownKey(id: string): VaultError {
  return new VaultError("encrypted_text_key_unknown", `no key has the id ${JSON.stringify(id.slice(0, 16))}`);
}
