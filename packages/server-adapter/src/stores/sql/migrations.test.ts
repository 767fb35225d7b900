import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { createTables } from "../../../data-scripts/create-tables.ts";
import { MIGRATIONS } from "./migrations.ts";

/**
 * The SHA-256 of each migration's text. A released one never changes, since databases that went through it would not be what the
 * code believes: change the tables by a new migration instead.
 */
const digests = ["fbd529691638a901d566ce1e2d0a57027735ee1f13dec66a5171d9eb7745864d"];

it("every migration is the text that it was", () => {
  const texts = MIGRATIONS.map((migration) => JSON.stringify(migration));
  expect(texts.map((text) => createHash("sha256").update(text).digest("hex"))).toEqual(digests);
});

it("every migration has a number of its own, in order", () => {
  const names = MIGRATIONS.map(({ name }) => name);
  expect(names.map((name) => name.slice(0, 5))).toEqual(
    names.map((_, place) => `${String(place + 1).padStart(4, "0")}_`),
  );
});

/** The columns and indexes of a database, however they came about. */
function structureOf(statements: readonly string[]) {
  const database = new DatabaseSync(":memory:");
  for (const text of statements) database.exec(text);
  const all = (query: string, ...parameters: string[]) =>
    database
      .prepare(query)
      .all(...parameters)
      .map((row) => ({ ...row }));
  const tables = all("select name, strict from pragma_table_list where schema = 'main' order by name");
  const structure = tables.map((table) => {
    const name = String(table["name"]);
    const indexes = all('select name, "unique" from pragma_index_list(?) order by name', name);
    return {
      ...table,
      columns: all(`select name, type, "notnull", pk from pragma_table_info(?)`, name),
      indexes: indexes.map((index) => ({
        ...index,
        columns: all("select name, desc from pragma_index_xinfo(?) where key = 1", String(index["name"])),
      })),
    };
  });
  database.close();
  return structure;
}

it("the migrations give SQLite the tables, columns and indexes of the schema", () => {
  const migrated = structureOf(MIGRATIONS.flatMap(({ statements }) => statements.sqlite));
  expect(migrated.length).toBeGreaterThan(20);
  expect(migrated).toEqual(structureOf(createTables("sqlite")));
});
