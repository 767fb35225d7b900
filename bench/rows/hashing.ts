import { createArgon2Hasher } from "@educonnect-activation/server-adapter/node";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { createPostgresStore } from "@educonnect-activation/server-adapter/stores/postgres";
import type { PasswordHasher, Store } from "@educonnect-activation/server-adapter";
import { createDatabase, startPostgres } from "@educonnect-activation/test-support/postgres";
import { hash } from "@node-rs/argon2";
import { elapsedMilliseconds, inParallel } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { arriveAtPassword, chosenPassword, choosePassword } from "../portal/password-step.ts";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { createPortal } from "../portal/portal.ts";
import { ratioRow, type Row } from "../report.ts";
import { createBetterAuth } from "../rivals/better-auth.ts";

const clients = 8;
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A portal whose guardians arrive without hashing; only the step that is measured hashes. */
function createLateHashingPortal(store: Store, argon2: PasswordHasher) {
  let current = createInstantHasher();
  const passwordHasher: PasswordHasher = {
    hash: (password) => current.hash(password),
    verify: (phc, password) => current.verify(phc, password),
    needsRehash: (phc) => current.needsRehash(phc),
  };
  const portal = createPortal({ store, passwordHasher });
  return {
    /** Steps per second with so many clients at once. */
    async measure(steps: number): Promise<number> {
      const browsers = await arriveAtPassword(portal, steps);
      current = argon2;
      const total = await elapsedMilliseconds(() => inParallel(clients, browsers, choosePassword));
      current = createInstantHasher();
      return (steps * 1000) / total;
    },
  };
}

/** Password steps at 8 clients against bare hashes at the same parallelism, over SQLite and PostgreSQL; and Better Auth beside them. */
export async function measureHashing({ rounds, size }: Scale): Promise<readonly Row[]> {
  const steps = Math.round(160 * size);
  // No request may be refused on a busy machine: the row measures how many get through.
  const argon2 = createArgon2Hasher({ maxWaitSeconds: 60 });
  const items = Array.from({ length: steps }, (_, step) => step);
  const postgres = await startPostgres({ durable: true });
  const stores = [
    await createSqliteStore({ path: ":memory:" }),
    await createPostgresStore({ connectionString: await createDatabase(postgres.url) }),
  ] as const;
  const [overSqlite, overPostgres] = [
    createLateHashingPortal(stores[0], argon2),
    createLateHashingPortal(stores[1], argon2),
  ];
  const rival = await createBetterAuth(argon2);
  let signedUp = 0;

  const measured = await interleave(
    {
      "SQLite steps/s": () => overSqlite.measure(steps),
      "bare hashes/s": async () => {
        const total = await elapsedMilliseconds(() =>
          inParallel(clients, items, async () => {
            await hash(chosenPassword, parameters);
          }),
        );
        return (steps * 1000) / total;
      },
      "PostgreSQL steps/s": () => overPostgres.measure(steps),
      "Better Auth's sign-ups/s": async () => {
        const total = await elapsedMilliseconds(() =>
          inParallel(clients, items, async () => {
            signedUp += 1;
            const body = {
              name: "Claire",
              email: `claire.${signedUp}@example.org`,
              password: chosenPassword,
            };
            await rival.api.signUpEmail({ body });
          }),
        );
        return (steps * 1000) / total;
      },
    },
    rounds,
  );
  for (const store of stores) await store.close();
  await postgres.stop();
  return [
    ratioRow(
      {
        id: "hashing-sqlite",
        what: "password steps/s at 8 clients ÷ bare hashes/s, SQLite",
        reach: { atLeast: 0.95 },
      },
      measured,
      "SQLite steps/s",
      "bare hashes/s",
    ),
    ratioRow(
      { id: "hashing-postgres", what: "the same over PostgreSQL", reach: { atLeast: 0.9 } },
      measured,
      "PostgreSQL steps/s",
      "bare hashes/s",
    ),
    ratioRow(
      { id: "hashing-better-auth", what: "the same of Better Auth over SQLite", reach: null },
      measured,
      "Better Auth's sign-ups/s",
      "bare hashes/s",
    ),
  ];
}
