import { sql } from "kysely";
import { createSqlBuilder, type Dialect } from "../src/stores/sql/dialect.ts";
import { SCHEMA, type Table, tableNamed } from "../src/stores/schema.ts";

/** The SQL that makes every table of the schema as the code believes in it today, for an empty database. */
export function createTables(dialect: Dialect): readonly string[] {
  return Object.keys(SCHEMA).flatMap((name) => creationOf(dialect, name, tableNamed(name)));
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
