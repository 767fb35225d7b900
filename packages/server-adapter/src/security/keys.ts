import { ActivationError, type RandomSource } from "@educonnect-activation/core";
import { decodeBase64url, encodeBase64url, type Bytes } from "./base64url.ts";
import { webCryptoEngine, type Authenticator, type CryptoEngine, type FieldCipher } from "./crypto-engine.ts";

const secretByteLength = 32;

/** Fewer distinct bytes come out of a fair draw less than once in 2⁸⁰: such a secret is a pattern, or zeros. */
const fewestDistinctBytes = 12;

/** One secret of a deployment, kept outside the database. */
export interface MasterKey {
  /** 1 to 16 letters, digits, `-` or `_`; written beside what the key encrypted, so never used again for another secret. */
  readonly id: string;
  /** 32 random bytes in base64url (43 characters). */
  readonly secret: string;
}

/** The key to encrypt with, and those that were used before it and must still decrypt. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly previous?: readonly MasterKey[];
}

/** Subkeys of each master key, one for every use (ASVS 11.2.2, NIST SP 800-57 5.2), derived once and kept. */
export interface KeyRing {
  readonly currentId: string;
  /** The current key first. */
  readonly ids: readonly string[];
  /** The cipher of one table's fields; null when no key has that id. */
  cipher(id: string, table: string): Promise<FieldCipher> | null;
  /** The keyed hash of one purpose; null when no key has that id. */
  authenticator(id: string, purpose: string): Promise<Authenticator> | null;
}

/** Keys that can't be used; says which by its id, never its secret. */
export class KeyRingError extends ActivationError {
  override readonly name = "KeyRingError";
  declare readonly code: KeyRingErrorCode;

  constructor(code: KeyRingErrorCode, message: string) {
    super(code, message);
  }
}

export type KeyRingErrorCode = "key_id_invalid" | "key_secret_invalid" | "key_secret_weak" | "key_repeated";

/** Makes a new master key, to be stored with the deployment's secrets. */
export function generateMasterKey(random: RandomSource, id: string): MasterKey {
  checkId(id);
  return { id, secret: encodeBase64url(random(secretByteLength)) };
}

/**
 * Checks the keys of a deployment and prepares their subkeys.
 *
 * To rotate: put a new key in `current` and the old one first in `previous`, in every process at once; old rows stay readable, new
 * ones are encrypted with the new key.
 *
 * @param engine where the cryptography is done; `nodeCryptoEngine` is about ten times quicker than the default in Node
 * @throws {KeyRingError} for a malformed or repeated id, a secret that is not 32 bytes, repeated, or plainly not random
 */
export function createKeyRing(keys: MasterKeys, engine: CryptoEngine = webCryptoEngine): KeyRing {
  const secrets = readSecrets([keys.current, ...(keys.previous ?? [])]);
  const keyIds = [...secrets.keys()];

  /** Derives the subkeys of one kind when they are first asked for, and keeps what is made of each. */
  function createSubkeys<Value>(kind: "field" | "look-up", make: (key: Bytes) => Value | Promise<Value>) {
    const kept = new Map(keyIds.map((id) => [id, new Map<string, Promise<Value>>()]));

    async function derive(secret: Bytes, use: string): Promise<Value> {
      // As JSON, so that no two uses share one description.
      const info = JSON.stringify(["educonnect-activation", 1, kind, use]);
      return make(await engine.deriveKey(secret, new TextEncoder().encode(info)));
    }

    return (id: string, use: string): Promise<Value> | null => {
      const subkeys = kept.get(id);
      const secret = secrets.get(id);
      if (subkeys === undefined || secret === undefined) return null;
      const known = subkeys.get(use);
      if (known !== undefined) return known;
      const derived = derive(secret, use);
      subkeys.set(use, derived);
      // The next call tries again.
      derived.catch(() => subkeys.delete(use));
      return derived;
    };
  }

  return {
    currentId: keys.current.id,
    ids: keyIds,
    cipher: createSubkeys("field", (key) => engine.createCipher(key)),
    authenticator: createSubkeys("look-up", (key) => engine.createAuthenticator(key)),
  };
}

function readSecrets(keys: readonly MasterKey[]): Map<string, Bytes> {
  const secrets = new Map<string, Bytes>();
  const spellings = new Set<string>();
  for (const { id, secret } of keys) {
    checkId(id);
    const bytes = decodeBase64url(secret);
    if (bytes?.length !== secretByteLength) {
      throw new KeyRingError("key_secret_invalid", `the secret of key ${id} is not 32 bytes in base64url`);
    }
    if (new Set(bytes).size < fewestDistinctBytes) {
      throw new KeyRingError("key_secret_weak", `the secret of key ${id} is not random`);
    }
    if (secrets.has(id) || spellings.has(secret)) {
      throw new KeyRingError("key_repeated", `key ${id} repeats the id or the secret of another`);
    }
    secrets.set(id, bytes);
    spellings.add(secret);
  }
  return secrets;
}

function checkId(id: string): void {
  if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) {
    throw new KeyRingError("key_id_invalid", "a key's id has 1 to 16 letters, digits, - or _");
  }
}
