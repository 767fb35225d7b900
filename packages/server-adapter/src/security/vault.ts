import { ActivationError, type RandomSource } from "@educonnect-activation/core";
import { webRandom } from "../ports/random.ts";
import { decodeBase64url, encodeBase64url, type Bytes } from "./base64url.ts";
import type { KeyRing } from "./keys.ts";

/** NIST SP 800-38D, 8.2.2: a random nonce has 96 bits; one key then serves 2³² texts, hence one per table. */
const nonceByteLength = 12;
const tagByteLength = 16;
const format = "1";

/** Where a encrypted text lives; it opens nowhere else. */
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
  /** Whether a encrypted text was encrypted with the current key, so that a rotation can tell what is left to encrypt again. */
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

/** A text that does not open; which of the reasons is for the developer, never for the client. */
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
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** As JSON, so that no two places share one description. */
  function describePlace(place: Place, id: string): Bytes {
    return encoder.encode(JSON.stringify([format, id, place.table, place.row, place.column]));
  }

  async function hash(id: string, purpose: string, value: string): Promise<string> {
    const authenticate = await keyRing.authenticator(id, purpose);
    if (authenticate === null) throw unknownKey(id);
    // JSON escapes lone surrogates, which the encoder would all turn into the same character.
    return encodeBase64url(await authenticate(encoder.encode(JSON.stringify(value))));
  }

  return {
    async encrypt(place, text) {
      if (!text.isWellFormed()) throw new TypeError("a text with a lone surrogate can't be encrypted");
      const id = keyRing.currentId;
      const cipher = await keyRing.cipher(id, place.table);
      if (cipher === null) throw unknownKey(id);
      const nonce = new Uint8Array(random(nonceByteLength));
      if (nonce.length !== nonceByteLength) throw new TypeError("the random source returned too few bytes");
      const encrypted = await cipher.encrypt(nonce, describePlace(place, id), encoder.encode(text));
      const joined = new Uint8Array(nonceByteLength + encrypted.length);
      joined.set(nonce);
      joined.set(encrypted, nonceByteLength);
      return `${format}.${id}.${encodeBase64url(joined)}`;
    },

    async decrypt(place, encrypted) {
      const { id, bytes } = parse(encrypted);
      const cipher = await keyRing.cipher(id, place.table);
      if (cipher === null) throw unknownKey(id);
      const nonce = bytes.slice(0, nonceByteLength);
      const plain = await cipher.decrypt(nonce, describePlace(place, id), bytes.slice(nonceByteLength));
      if (plain === null)
        throw new VaultError("encrypted_text_refused", "a encrypted text was altered or moved");
      return decoder.decode(plain);
    },

    isCurrent: (encrypted) => encrypted.startsWith(`${format}.${keyRing.currentId}.`),

    lookupKey: (purpose, value) => hash(keyRing.currentId, purpose, value),

    lookupKeys: (purpose, value) => Promise.all(keyRing.ids.map((id) => hash(id, purpose, value))),
  };
}

function parse(encrypted: string): { id: string; bytes: Bytes } {
  const [version, id, encoded, ...rest] = encrypted.split(".");
  const bytes = encoded === undefined ? null : decodeBase64url(encoded);
  if (
    version !== format ||
    id === undefined ||
    bytes === null ||
    rest.length > 0 ||
    bytes.length < nonceByteLength + tagByteLength
  ) {
    throw new VaultError("encrypted_text_malformed", "a encrypted text is malformed");
  }
  return { id, bytes };
}

function unknownKey(id: string): VaultError {
  return new VaultError("encrypted_text_key_unknown", `no key has the id ${JSON.stringify(id.slice(0, 16))}`);
}
