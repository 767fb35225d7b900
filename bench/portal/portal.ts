import { createHash } from "node:crypto";
import {
  createEnvironment,
  createKeyRing,
  createOutboxDispatcher,
  createVault,
  issueLetter,
  createStoredDirectoryWriter,
  silentLogger,
  systemClock,
  webRandom,
  type EduconnectOptions,
  type Environment,
  type IssuedLetter,
  type OutboxDispatcher,
  type PasswordHasher,
  type SmsGateway,
  type Store,
} from "@educonnect-activation/server-adapter";
import { nodeCryptoEngine } from "@educonnect-activation/server-adapter/node";
import { inParallel } from "../measure/clients.ts";
import { createGuardians, fileId } from "./guardians.ts";
import { instantHash } from "./instant-hasher.ts";
import { childId, createFamilies, guardianId } from "./people.ts";

/** A letter, and the child its guardian answers for. */
export interface Letter extends IssuedLetter {
  readonly childId: string;
  readonly email: string;
}

/** A whole back end, as a deployment on Node puts it together, and what it takes to drive it. */
export interface Portal {
  readonly options: EduconnectOptions;
  readonly environment: Environment;
  readonly dispatcher: OutboxDispatcher;
  /** Confirmation codes mailed, by address. */
  readonly codes: ReadonlyMap<string, string>;
  /** Loads so many families and issues their guardians a letter each. */
  issue(count: number): Promise<readonly Letter[]>;
  /** Loads so many guardians of every case, once, and gives the identifiers of those with an account. */
  loadGuardians(count: number): Promise<GuardianIdentifiers>;
}

/** Identifiers of accounts with a chosen password, and of accounts without one. */
export interface GuardianIdentifiers {
  readonly active: readonly string[];
  readonly withoutPassword: readonly string[];
}

/** What a portal is put together from. */
export interface PortalParts {
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  readonly publicOrigin?: string;
  /** Opens the method of the SMS, as many texts as are asked for. */
  readonly smsGateway?: SmsGateway;
}

const unlimited = 1_000_000;

/** The same in every process, as in a deployment of several. */
const masterKey = { id: "bench", secret: createHash("sha256").update("bench").digest("base64url") };

/** Puts a portal together over a store. */
export function createPortal({ store, passwordHasher, publicOrigin, smsGateway }: PortalParts): Portal {
  const vault = createVault(createKeyRing({ current: masterKey }, nodeCryptoEngine));
  const codes = new Map<string, string>();
  const dispatcher = createOutboxDispatcher({
    store,
    vault,
    clock: systemClock,
    random: webRandom,
    logger: silentLogger,
    mailer: {
      send({ to, text }) {
        const code = /^\s*(\d{8})\s*$/m.exec(text.replaceAll(" ", ""))?.[1];
        if (code !== undefined) codes.set(to, code);
        return Promise.resolve();
      },
    },
    ...(smsGateway !== undefined && { smsGateway }),
  });
  const options: EduconnectOptions = {
    publicOrigin: publicOrigin ?? "https://ent.example",
    allowInsecureOrigins: publicOrigin !== undefined,
    confirmationLink: { elementsModule: "/elements.js" },
    store,
    vault,
    passwordHasher,
    outbox: dispatcher,
    ...(smsGateway !== undefined && {
      methods: { sms: { gateway: smsGateway } },
      rateLimits: {
        sms: { perNumberAnHour: unlimited, perNumberADay: unlimited, inAllAnHour: unlimited },
      },
    }),
  };
  const environment = createEnvironment(options);
  /** Opens an account as the journey does, and gives it a password unless it is to have none. */
  async function openAccount(personId: string, isActive: boolean): Promise<string> {
    const { accounts, directory, clock } = environment;
    const person = await directory.findPerson(personId);
    if (person === null) throw new Error(`${personId} is not in the directory`);
    const account = await accounts.open(person);
    const activate = {
      type: "activate",
      at: clock.now(),
      children: [],
      email: null,
      emailStatus: "none",
    } as const;
    const password = {
      type: "password",
      secret: instantHash,
      lookupKeys: [],
      createdAt: clock.now(),
      expiresAt: null,
    } as const;
    if (isActive)
      await accounts.apply(account, [{ type: "saveCredential", credential: password }, activate], personId);
    return account.identifier ?? "";
  }
  let issued = 0;
  return {
    options,
    environment,
    dispatcher,
    codes,
    async issue(count) {
      const first = issued;
      issued += count;
      await createStoredDirectoryWriter(store, vault).upsert(createFamilies(first, count));
      const letters: Letter[] = [];
      const indexes = Array.from({ length: count }, (_, place) => first + place);
      // No more at once than are hashed at once: on a busy machine the hasher refuses what would wait too long.
      await inParallel(4, indexes, async (index) => {
        const letter = await issueLetter(environment, guardianId(index));
        letters.push({ ...letter, childId: childId(index), email: `claire.${index}@example.org` });
      });
      return letters;
    },
    async loadGuardians(count) {
      await createStoredDirectoryWriter(store, vault).upsert(createGuardians(count));
      const active: string[] = [];
      const withoutPassword: string[] = [];
      const indexes = Array.from({ length: count }, (_, index) => index);
      await inParallel(16, indexes, async (index) => {
        active.push(await openAccount(fileId("active", index), true));
        // One who typed another name has the account; it is never asked for by name.
        withoutPassword.push(await openAccount(fileId("wrong name", index), false));
      });
      return { active, withoutPassword };
    },
  };
}

/** Opens the store at a file's path or a `postgres:` address, and loads the code of that one alone. */
export async function openStore(place: string): Promise<Store> {
  if (place.startsWith("postgres:")) {
    const { createPostgresStore } = await import("@educonnect-activation/server-adapter/stores/postgres");
    return createPostgresStore({ connectionString: place });
  }
  const { createSqliteStore } = await import("@educonnect-activation/server-adapter/stores/sqlite");
  return createSqliteStore({ path: place });
}
