import type { Pool } from "pg";
import { MIGRATIONS, MIGRATIONS_TABLE, type Migration, remainingMigrations } from "../sql/migrations.ts";

/** The number of an advisory lock that nothing else in this database takes: "educonne" in ASCII. */
const LOCK = "7306371651463998053";

/**
 * Brings a database to the version of the code, in one transaction that other processes wait for.
 *
 * @throws {StoreTooNewError} if a later version of the kit has migrated it.
 */
export async function migratePostgres(
  pool: Pool,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query("begin");
    // Another process may need longer than a statement of everyday to bring the tables up.
    await client.query("set local statement_timeout = 0");
    await client.query(`select pg_advisory_xact_lock(${LOCK})`);
    await client.query(
      `create table if not exists ${MIGRATIONS_TABLE} (position bigint generated always as identity primary key, name text not null unique)`,
    );
    const made = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE}`);
    const names = made.rows.map((row) => row.name);
    for (const migration of remainingMigrations(names, migrations)) {
      for (const text of migration.statements.postgres) await client.query(text);
      await client.query(`insert into ${MIGRATIONS_TABLE} (name) values ($1)`, [migration.name]);
    }
    await client.query("commit");
    isDone = true;
  } finally {
    // Closing the connection undoes what was not committed.
    client.release(!isDone);
  }
}
