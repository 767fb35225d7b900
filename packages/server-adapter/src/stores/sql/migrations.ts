import { sql } from "kysely";
import { StoreTooNewError } from "../../ports/store-errors.ts";
import { SCHEMA, type Table, tableNamed } from "../schema.ts";
import { type Dialect, createSqlBuilder } from "./dialect.ts";

/** One step from a version of the tables to the next. */
export interface Migration {
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

/** The table that holds the names of the migrations made. */
export const MIGRATIONS_TABLE = "educonnect_migrations";

/**
 * Every migration, oldest first, for both engines.
 *
 * From the first release on an entry is never changed: the first one is then given the tables as they are that day, and each later change of
 * `SCHEMA` comes with an entry of its own (a test holds a migrated database against `SCHEMA`).
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: "0001_tables",
    statements: (dialect) =>
      Object.keys(SCHEMA).flatMap((name) => creationOf(dialect, name, tableNamed(name))),
  },
];

/**
 * Chooses what is left to do.
 *
 * @param made - names of the migrations made, in any order
 * @throws {StoreTooNewError} if one of them is not known here.
 */
export function remainingMigrations(
  made: readonly string[],
  migrations: readonly Migration[] = MIGRATIONS,
): Migration[] {
  const unknown = made.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown !== undefined) throw new StoreTooNewError(unknown);
  return migrations.filter((migration) => !made.includes(migration.name));
}

function creationOf(dialect: Dialect, name: string, table: Table): string[] {
  const builder = createSqlBuilder(dialect);
  const collation = dialect === "postgres" ? sql` collate "C"` : sql``;
  let creation = builder.schema.createTable(name);
  for (const [column, { type, nullable }] of Object.entries(table.columns)) {
    const integer = dialect === "postgres" ? sql`bigint` : sql`integer`;
    creation = creation.addColumn(
      column,
      type === "integer" ? integer : sql`text${collation}`,
      (definition) => {
        const required = nullable === true ? definition : definition.notNull();
        return column === table.primaryKey ? required.primaryKey() : required;
      },
    );
  }
  if (dialect === "sqlite") creation = creation.modifyEnd(sql`strict`);
  const uniques = Object.entries(table.columns)
    .filter(([, column]) => column.unique === true)
    .map(([column]) => ({ columns: [column], unique: true }));
  const indexes = [...uniques, ...table.indexes.map((columns) => ({ columns, unique: false }))];
  return [
    creation.compile().sql,
    ...indexes.map(({ columns, unique }) => {
      const index = builder.schema
        .createIndex(`${name}_${columns.join("_")}_${unique ? "unique" : "index"}`)
        .on(name)
        .expression(sql.join(columns.map((column) => ordered(dialect, table, column))));
      return (unique ? index.unique() : index).compile().sql;
    }),
  ];
}

/** SQLite keeps nulls first in an index and can't be told to. */
function ordered(dialect: Dialect, table: Table, column: string) {
  return dialect === "postgres" && table.columns[column]?.nullable === true
    ? sql`${sql.ref(column)} nulls first`
    : sql.ref(column);
}
