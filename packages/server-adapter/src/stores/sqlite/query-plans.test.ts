import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChange, checkQuery } from "../checked-request.ts";
import { SCHEMA, tableNamed } from "../schema.ts";
import { createStatements } from "../sql/statements.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { SqliteConnection } from "./sqlite-connection.ts";

let connection: SqliteConnection;
const statements = createStatements("sqlite");

beforeAll(async () => {
  connection = await SqliteConnection.open(":memory:");
  migrateSqlite(connection);
});

afterAll(() => {
  connection.close();
});

function planOf({ statement, parameters }: ReturnType<typeof statements.find>): string {
  const explained = { name: "plan", text: `explain query plan ${statement.text}` };
  return connection
    .all({ statement: explained, parameters })
    .map((step) => String(step["detail"]))
    .join("; ");
}

/** Every column that look-ups go by: cost must not grow with the table. */
const lookUps = Object.keys(SCHEMA).flatMap((table) => {
  const { primaryKey, columns, indexes } = tableNamed(table);
  const uniques = Object.keys(columns).filter((column) => columns[column]?.unique === true);
  const firsts = indexes.map(([first = ""]) => first);
  return [primaryKey, ...uniques, ...firsts].map((column) => ({
    table,
    column,
    value: columns[column]?.type === "integer" ? 1 : "a",
  }));
});

describe("SQLite looks up by index", () => {
  it.each(lookUps)("$table by $column", ({ table, column, value }) => {
    expect(planOf(statements.find(checkQuery(table, { where: { [column]: value } })))).toMatch(
      /^SEARCH \w+ USING/,
    );
    const deletion = checkChange({ type: "delete", table, where: { [column]: value } });
    expect(planOf(statements.change(deletion))).toMatch(/^SEARCH \w+ USING/);
  });

  it.each(lookUps.filter(({ column }) => column === "expires_at" || column === "available_at"))(
    "the $table whose $column has come, oldest first",
    ({ table, column }) => {
      const query = checkQuery(table, { where: { [column]: { atMost: 1 } }, orderBy: column, limit: 9 });
      expect(planOf(statements.find(query))).toMatch(/^SEARCH \w+ USING INDEX \w+ \(\w+<\?\)/);
    },
  );
});
