import {
  createEnvironment,
  createKeyRing,
  createOutboxDispatcher,
  createVault,
  generateMasterKey,
  issueLetter,
  loadDirectory,
  silentLogger,
  systemClock,
  webRandom,
  type EduconnectOptions,
  type Environment,
  type IssuedLetter,
  type OutboxDispatcher,
  type PasswordHasher,
  type Store,
} from "@educonnect-activation/server-adapter";
import { nodeCryptoEngine } from "@educonnect-activation/server-adapter/node";
import { inParallel } from "../measure/in-parallel.ts";
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
}

/** What a portal is put together from. */
export interface PortalParts {
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  readonly publicOrigin?: string;
}

/** Puts a portal together over a store. */
export function createPortal({ store, passwordHasher, publicOrigin }: PortalParts): Portal {
  const masterKey = generateMasterKey(webRandom, "bench");
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
  });
  const options: EduconnectOptions = {
    publicOrigin: publicOrigin ?? "https://ent.example",
    allowInsecureOrigins: publicOrigin !== undefined,
    elementsModule: "/elements.js",
    store,
    vault,
    passwordHasher,
    outbox: dispatcher,
  };
  let issued = 0;
  return {
    options,
    environment: createEnvironment(options),
    dispatcher,
    codes,
    async issue(count) {
      const first = issued;
      issued += count;
      await loadDirectory(store, vault, createFamilies(first, count));
      const letters: Letter[] = [];
      const indexes = Array.from({ length: count }, (_, place) => first + place);
      await inParallel(16, indexes, async (index) => {
        const letter = await issueLetter({ store, passwordHasher }, guardianId(index));
        letters.push({ ...letter, childId: childId(index), email: `claire.${index}@example.org` });
      });
      return letters;
    },
  };
}
