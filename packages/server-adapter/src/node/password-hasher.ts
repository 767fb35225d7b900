import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { importOptional } from "../optional-package.ts";
import { HasherBusyError, PasswordHashError, type PasswordHasher } from "../ports/password-hasher.ts";
import { createBoundedQueue } from "./bounded-queue.ts";
import { verifyScrypt } from "./scrypt-hash.ts";

/** How passwords are hashed and how many at once; every value has a default. */
export interface Argon2HasherOptions {
  /** 19,456 KiB (OWASP Password Storage, ASVS 11.4.2). */
  readonly memoryKib?: number;
  /** 2. */
  readonly iterations?: number;
  /** Lanes of one hash: 1. */
  readonly parallelism?: number;
  /**
   * Hashes handed to Node's thread pool at once: as many as run there (cores or threads, whichever are fewer), and half as many again, so
   * that no thread idles while the event loop is busy elsewhere.
   */
  readonly concurrency?: number;
  /** Hashes that may wait behind those: 24 for each, about half a second of work. */
  readonly maxQueue?: number;
  /** How long a password may be expected to wait for its turn, going by those before it, however few they are: 0.5 s, for an answer within 1 s. */
  readonly maxWaitSeconds?: number;
}

/** What an imported hash may ask for; a stored hash must not be able to stop the server. */
const mostMemoryKib = 262_144;
const mostIterations = 64;
const mostLanes = 16;
const mostBcryptCost = 15;

/**
 * Hashes with argon2id on Node's thread pool, never on the event loop; also checks imported argon2i and argon2d, bcrypt (`$2a$`, `$2b$`, `$2y$`, of
 * which only the first 72 bytes ever counted) and scrypt. A bcrypt hash needs the package `@node-rs/bcrypt`; without it, checking one throws
 * `MissingPackageError`.
 *
 * The pool is shared with file access and DNS, which wait while every thread hashes: start Node with `UV_THREADPOOL_SIZE` at
 * the number of cores plus 4 where that matters.
 *
 * @throws TypeError for parameters out of range
 */
export function createArgon2Hasher(options: Argon2HasherOptions = {}): PasswordHasher {
  const {
    memoryKib = 19_456,
    iterations = 2,
    parallelism = 1,
    concurrency = Math.ceil(1.5 * Math.min(availableParallelism(), readThreadPoolSize())),
    maxQueue = 24 * concurrency,
    maxWaitSeconds = 0.5,
  } = options;
  checkWithin("memoryKib", memoryKib, 8 * parallelism, mostMemoryKib);
  checkWithin("iterations", iterations, 1, mostIterations);
  checkWithin("parallelism", parallelism, 1, mostLanes);
  checkWithin("concurrency", concurrency, 1, 1024);
  checkWithin("maxQueue", maxQueue, 0, 1_000_000);
  if (!(maxWaitSeconds > 0)) throw new TypeError(`maxWaitSeconds must be above 0, not ${maxWaitSeconds}`);

  const parameters = { memoryCost: memoryKib, timeCost: iterations, parallelism };
  const queue = createBoundedQueue(concurrency, maxQueue, maxWaitSeconds);

  async function enqueue<Result>(password: string, task: () => Promise<Result>): Promise<Result> {
    // Encoded, every lone surrogate would become the same character.
    if (!password.isWellFormed()) throw new TypeError("a password with a lone surrogate can't be hashed");
    const running = queue.run(task);
    if (running === null) throw new HasherBusyError(Math.max(1, Math.ceil(queue.estimateWaitSeconds())));
    return running;
  }

  return {
    hash: (password) => enqueue(password, () => hash(password, parameters)),
    verify: (phc, password) => enqueue(password, () => verifyAny(phc, password)),
    needsRehash(phc) {
      if (!phc.startsWith("$argon2id$v=19$")) return true;
      const used = readArgon2(phc);
      return used.memoryCost < memoryKib || used.timeCost < iterations || used.parallelism < parallelism;
    },
  };
}

async function verifyAny(phc: string, password: string): Promise<boolean> {
  if (phc.startsWith("$argon2")) {
    const { memoryCost, timeCost, parallelism } = readArgon2(phc);
    if (memoryCost > mostMemoryKib || timeCost > mostIterations || parallelism > mostLanes) {
      throw new PasswordHashError("password_hash_invalid", "an argon2 hash asks for too much memory or time");
    }
    return verify(phc, password);
  }
  if (/^\$2[aby]\$/.test(phc)) return verifyBcrypt(phc, password);
  if (phc.startsWith("$scrypt$")) return verifyScrypt(phc, password);
  throw new PasswordHashError("password_hash_unknown", "a hash is in a format that is not imported");
}

function readArgon2(phc: string): ReturnType<typeof parseOptions> {
  try {
    return parseOptions(phc);
  } catch (error) {
    throw new PasswordHashError("password_hash_invalid", "an argon2 hash is malformed", { cause: error });
  }
}

async function verifyBcrypt(phc: string, password: string): Promise<boolean> {
  const cost = /^\$2[aby]\$(?<cost>\d\d)\$[./A-Za-z0-9]{53}$/.exec(phc)?.groups?.["cost"];
  if (cost === undefined || Number(cost) < 4 || Number(cost) > mostBcryptCost) {
    throw new PasswordHashError(
      "password_hash_invalid",
      "a bcrypt hash is malformed or asks for too much time",
    );
  }
  const bcrypt = await importOptional(
    "@node-rs/bcrypt",
    "A password that was imported as a bcrypt hash",
    () => import("@node-rs/bcrypt"),
  );
  return bcrypt.verify(password, phc);
}

/** As libuv reads it: 4 unless told, at most 1024. */
function readThreadPoolSize(): number {
  const size = Number.parseInt(process.env["UV_THREADPOOL_SIZE"] ?? "4", 10);
  return Number.isNaN(size) ? 4 : Math.min(Math.max(size, 1), 1024);
}

function checkWithin(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new TypeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
  }
}
