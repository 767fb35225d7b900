import type { RequestListener } from "node:http";
import {
  createEduconnectHandler,
  createKeyRing,
  createStoredAccounts,
  createStoredDirectory,
  createVault,
  generateMasterKey,
  issueLetter,
  createStoredDirectoryWriter,
  webRandom,
  type IssuedLetter,
} from "@educonnect-activation/server-adapter";
import { createArgon2Hasher, serve, toNodeListener } from "@educonnect-activation/server-adapter/node";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { family } from "./family.ts";
import { respond, type PortalFile } from "./respond.ts";

export { readElements, type ElementsBuild } from "./read-elements.ts";
export type { PortalFile } from "./respond.ts";

/** A portal that serves. */
export interface Portal {
  readonly origin: string;
  /** What the letter to the family's mother says. */
  readonly letter: IssuedLetter;
  close(): Promise<void>;
}

/**
 * Starts the server that a page with the wizard needs: the page's files, and the handler over a database that lives as long as the process.
 *
 * @param files what browsers may load, by path
 * @param port 0 takes any free one
 */
export async function startPortal(files: ReadonlyMap<string, PortalFile>, port = 0): Promise<Portal> {
  const store = await createSqliteStore({ path: ":memory:" });
  const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "example") }));
  const passwordHasher = createArgon2Hasher();
  await createStoredDirectoryWriter(store, vault).upsert(family);
  const directory = createStoredDirectory(store, vault);
  const accounts = createStoredAccounts(store, vault);
  const letter = await issueLetter({ store, directory, accounts, passwordHasher }, "claire");

  // The handler must know its origin, and only a server that listens has one.
  const listeners: RequestListener[] = [];
  const server = await serve((request, response) => listeners[0]?.(request, response), { port });
  const origin = `http://localhost:${server.port}`;
  const handler = createEduconnectHandler({
    publicOrigin: origin,
    confirmationLink: { elementsModule: "/assets/educonnect-activation.js" },
    store,
    vault,
    passwordHasher,
    allowInsecureOrigins: true,
  });
  listeners.push(
    toNodeListener(
      (request) => {
        const { pathname } = new URL(request.url);
        return pathname.startsWith("/educonnect/")
          ? handler(request)
          : Promise.resolve(respond(files.get(pathname)));
      },
      { publicOrigin: origin },
    ),
  );
  return {
    origin,
    letter,
    async close() {
      await server.close(0);
      await store.close();
    },
  };
}
