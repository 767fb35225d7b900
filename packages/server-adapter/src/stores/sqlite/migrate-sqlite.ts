import { MIGRATIONS, MIGRATIONS_TABLE, type Migration, remainingMigrations } from "../sql/migrations.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";

/**
 * Brings a database file to the version of the code, in one transaction that no other process can enter.
 *
 * @throws {StoreTooNewError} if a later version of the kit has migrated it.
 */
export function migrateSqlite(
  connection: SqliteConnection,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  connection.execute("begin immediate");
  try {
    connection.execute(
      `create table if not exists ${MIGRATIONS_TABLE} (position integer primary key, name text not null unique) strict`,
    );
    const made = connection
      .all({ statement: { name: "made", text: `select name from ${MIGRATIONS_TABLE}` }, parameters: [] })
      .map((row) => String(row["name"]));
    for (const migration of remainingMigrations(made, migrations)) {
      for (const text of migration.statements.sqlite) connection.execute(text);
      const record = { name: "record", text: `insert into ${MIGRATIONS_TABLE} (name) values (?)` };
      connection.run({ statement: record, parameters: [migration.name] });
    }
    connection.execute("commit");
  } catch (error) {
    if (connection.isInTransaction) connection.execute("rollback");
    throw error;
  }
}
