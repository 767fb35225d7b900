import { DatabaseSync } from "node:sqlite";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { PasswordHasher } from "@educonnect-activation/server-adapter";

/** Better Auth with mail and password, over SQLite in memory, with the hasher given instead of its own. */
export async function createBetterAuth(
  passwordHasher: PasswordHasher,
  { isRateLimited = false }: { readonly isRateLimited?: boolean } = {},
) {
  const options = {
    database: new DatabaseSync(":memory:"),
    baseURL: "https://ent.example",
    secret: "a secret of the benchmark, which guards nothing at all",
    emailAndPassword: {
      enabled: true,
      password: {
        hash: (password: string) => passwordHasher.hash(password),
        verify: ({ hash, password }: { hash: string; password: string }) =>
          passwordHasher.verify(hash, password),
      },
    },
    rateLimit: { enabled: isRateLimited },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  return betterAuth(options);
}

/** Better Auth, configured for the comparison. */
export type BetterAuth = Awaited<ReturnType<typeof createBetterAuth>>;
