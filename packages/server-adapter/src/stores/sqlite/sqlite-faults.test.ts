import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StoreTooNewError, StoreUnavailableError } from "../../ports/store-errors.ts";
import { attempt } from "../../testing/store/sample-rows.ts";
import { createCheckedStore } from "../create-checked-store.ts";
import { MIGRATIONS, MIGRATIONS_TABLE } from "../sql/migrations.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import { createSqliteStore } from "./sqlite-store.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-sqlite-"));
  path = join(folder, "store.sqlite");
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("can't open a file where there is no folder", async () => {
  const opening = createSqliteStore({ path: join(folder, "none", "store.sqlite") });
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
});

it("makes its files readable to their owner only", async () => {
  const store = await createSqliteStore({ path });
  await store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
  const modes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).mode & 0o777),
  );
  await store.close();
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

it("refuses a file that is not a database, and leaves it alone", async () => {
  await writeFile(path, "a letter to somebody, long enough to be told from a header".repeat(20));
  await expect(createSqliteStore({ path })).rejects.toThrow("not a database");
});

it("refuses a database of a later version, and changes nothing in it", async () => {
  await (await createSqliteStore({ path })).close();
  const database = new DatabaseSync(path);
  database.exec(`insert into ${MIGRATIONS_TABLE} (name) values ('9999_later')`);
  database.close();
  await expect(createSqliteStore({ path })).rejects.toMatchObject({ code: "store_too_new" });
  await expect(createSqliteStore({ path })).rejects.toBeInstanceOf(StoreTooNewError);
});

it("leaves a database as it was when a migration fails", async () => {
  await (await createSqliteStore({ path })).close();
  const connection = await SqliteConnection.open(path);
  const broken = {
    name: "0002_broken",
    statements: {
      sqlite: ["alter table schools add column town text", "alter table nowhere add column town text"],
      postgres: [],
    },
  };
  expect(() => migrateSqlite(connection, [...MIGRATIONS, broken])).toThrow("nowhere");
  connection.close();
  const store = await createSqliteStore({ path });
  await store.ping();
  await store.close();
});

it("makes each migration once, whatever comes later", async () => {
  const connection = await SqliteConnection.open(path);
  const towns = {
    name: "0002_towns",
    statements: { sqlite: ["alter table schools add column town text"], postgres: [] },
  };
  migrateSqlite(connection, MIGRATIONS);
  migrateSqlite(connection, [...MIGRATIONS, towns]);
  migrateSqlite(connection, [...MIGRATIONS, towns]);
  connection.close();
  await expect(createSqliteStore({ path })).rejects.toBeInstanceOf(StoreTooNewError);
});

it("waits for another process's transaction, then commits", async () => {
  const store = await createSqliteStore({ path });
  const other = new DatabaseSync(path);
  other.exec("begin immediate");
  const committing = store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
  const reading = await store.find("attempts", { where: {} });
  expect(reading).toEqual([]);
  other.exec("commit");
  other.close();
  expect(await committing).toEqual({ committed: true });
  await store.close();
});

it("says it is unavailable when the disk is full, loses nothing and goes on when there is room", async () => {
  const connection = await SqliteConnection.open(path);
  migrateSqlite(connection);
  const store = createCheckedStore(createSqliteEngine(connection));
  await store.commit([{ type: "insert", table: "attempts", row: attempt("before") }]);
  // SQLite answers a page too many as it does a full disk.
  connection.execute("pragma max_page_count = 1");
  const big = { id: "big", name: "x".repeat(1_000_000), phone: null, email: null, message: null };
  const results = await Promise.allSettled([
    store.commit([{ type: "insert", table: "schools", row: big }]),
    store.commit([
      { type: "delete", table: "attempts", where: {} },
      { type: "insert", table: "schools", row: { ...big, id: "bigger" } },
    ]),
  ]);
  expect(results).toEqual(
    results.map(() => ({ status: "rejected", reason: expect.any(StoreUnavailableError) })),
  );
  expect(await store.find("schools", { where: {} })).toEqual([]);
  expect(await store.find("attempts", { where: {} })).toEqual([attempt("before")]);
  connection.execute("pragma max_page_count = 100000");
  expect(await store.commit([{ type: "insert", table: "schools", row: big }])).toEqual({ committed: true });
  await store.close();
});
