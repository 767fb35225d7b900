import type { Store } from "@educonnect-activation/server-adapter";

/** Opens the store at a file's path or a `postgres:` address, and loads the code of that one alone. */
export async function openStore(place: string): Promise<Store> {
  if (place.startsWith("postgres:")) {
    const { createPostgresStore } = await import("@educonnect-activation/server-adapter/stores/postgres");
    return createPostgresStore({ connectionString: place });
  }
  const { createSqliteStore } = await import("@educonnect-activation/server-adapter/stores/sqlite");
  return createSqliteStore({ path: place });
}
