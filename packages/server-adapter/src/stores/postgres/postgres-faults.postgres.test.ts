import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { createDatabase } from "@educonnect-activation/test-support/postgres";
import "@educonnect-activation/test-support/postgres-global-setup";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import {
  CommitOutcomeUnknownError,
  StoreTooNewError,
  StoreUnavailableError,
} from "../../ports/store-errors.ts";
import type { Store } from "../../ports/store.ts";
import { account, attempt } from "../../testing/store/sample-rows.ts";
import { MIGRATIONS, MIGRATIONS_TABLE } from "../sql/migrations.ts";
import { createPool } from "./create-pool.ts";
import { learnOutcome } from "./learn-outcome.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { createPostgresStore } from "./postgres-store.ts";

/** What the way to the database does with what a client sends. */
type Fault = "none" | "cut before COMMIT arrives" | "cut after COMMIT arrives" | "away";

/** A way to the database that a test can break; a real one behind it. */
async function startProxy(target: URL) {
  const sockets = new Set<Socket>();
  let fault: Fault = "none";
  let isAwayAfterCut = false;
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (fault === "away") {
      client.destroy();
      return;
    }
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        database.end();
      });
    }
    database.on("data", (data) => client.write(data));
    client.on("data", (data) => {
      const isCommit = data.toString("latin1").includes("commit\0");
      if (isCommit && fault === "cut before COMMIT arrives") {
        fault = isAwayAfterCut ? "away" : "none";
        client.destroy();
      } else if (isCommit && fault === "cut after COMMIT arrives") {
        fault = isAwayAfterCut ? "away" : "none";
        database.removeAllListeners("data");
        database.once("data", () => client.destroy());
        database.write(data);
      } else {
        database.write(data);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()));
  const url = new URL(target);
  url.port = `${port}`;
  return {
    url: url.href,
    cutAll,
    set(next: Fault, andStaysAway = false) {
      fault = next;
      isAwayAfterCut = andStaysAway;
    },
    async close() {
      cutAll();
      server.close();
      await once(server, "close");
    },
  };
}

let databaseUrl: string;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let store: Store;

beforeEach(async () => {
  databaseUrl = await createDatabase(inject("postgresUrl"));
  proxy = await startProxy(new URL(databaseUrl));
  store = await createPostgresStore({ connectionString: proxy.url, maxConnections: 3 });
});

afterEach(async () => {
  await store.close();
  await proxy.close();
});

const insertion = (key: string) => ({ type: "insert", table: "attempts", row: attempt(key) }) as const;

describe("the PostgreSQL store on a bad line", () => {
  it("makes a commit again whose COMMIT never arrived", async () => {
    proxy.set("cut before COMMIT arrives");
    expect(await store.commit([insertion("a")])).toEqual({ committed: true });
    expect(await store.find("attempts", { where: {} })).toEqual([attempt("a")]);
  });

  it("learns that a commit took place whose confirmation was lost, and does not make it twice", async () => {
    proxy.set("cut after COMMIT arrives");
    expect(await store.commit([insertion("a")])).toEqual({ committed: true });
    expect(await store.find("attempts", { where: {} })).toEqual([attempt("a")]);
  });

  it("says that it does not know, when the database stays away", async () => {
    const impatient = await createPostgresStore({
      connectionString: proxy.url,
      commitOutcomePatienceMs: 100,
    });
    proxy.set("cut after COMMIT arrives", true);
    await expect(impatient.commit([insertion("a")])).rejects.toBeInstanceOf(CommitOutcomeUnknownError);
    await impatient.close();
    proxy.set("none");
    expect(await store.commit([insertion("a")])).toEqual({ committed: false, failedAt: 0 });
  });

  it("is unavailable while the database is away, and serves at once when it is back", async () => {
    await store.commit([insertion("before")]);
    proxy.set("away");
    proxy.cutAll();
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.find("attempts", { where: {} })).rejects.toMatchObject({ code: "store_unavailable" });
    await expect(store.commit([insertion("a")])).rejects.toBeInstanceOf(StoreUnavailableError);
    proxy.set("none");
    await store.ping();
    expect(await store.commit([insertion("a")])).toEqual({ committed: true });
    expect((await store.find("attempts", { where: {} })).length).toBe(2);
  });

  it("survives every connection being cut between two calls", async () => {
    await Promise.all(["a", "b", "c"].map((key) => store.commit([insertion(key)])));
    proxy.cutAll();
    expect((await store.find("attempts", { where: {} })).length).toBe(3);
    proxy.cutAll();
    expect(await store.commit([insertion("d")])).toEqual({ committed: true });
  });

  it("survives the server ending its connections", async () => {
    await store.commit([insertion("a")]);
    const operator = new Client({ connectionString: databaseUrl });
    await operator.connect();
    await operator.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await operator.end();
    expect(await store.commit([insertion("b")])).toEqual({ committed: true });
    expect((await store.find("attempts", { where: {} })).length).toBe(2);
  });

  it("can't be opened while the database is away", async () => {
    proxy.set("away");
    const opening = createPostgresStore({ connectionString: proxy.url });
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it("knows what became of a transaction, and says so when it does not", async () => {
    const pool = createPool(databaseUrl, 1);
    const idOf = async (end: string): Promise<string> => {
      const client = await pool.connect();
      await client.query("begin");
      const { rows } = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
      await client.query(end);
      client.release();
      return rows[0]?.id ?? "";
    };
    expect(await learnOutcome(pool, await idOf("commit"), 1000)).toBe("committed");
    expect(await learnOutcome(pool, await idOf("rollback"), 1000)).toBe("aborted");
    expect(await learnOutcome(pool, "999999999999", 1000)).toBe("unknown");
    await pool.end();
  });
});

describe("the PostgreSQL store", () => {
  it("names the first change that fails, though it makes them in another order", async () => {
    await store.commit([
      { type: "insert", table: "accounts", row: account("a", { identifier: "taken" }) },
      { type: "insert", table: "accounts", row: account("b") },
    ]);
    const stale = { type: "delete", table: "flows", where: { id: "f" }, expect: 1 } as const;
    const taken = {
      type: "update",
      table: "accounts",
      where: { id: "b" },
      set: { identifier: "taken" },
    } as const;
    expect(await store.commit([stale, taken])).toEqual({ committed: false, failedAt: 0 });
    expect(await store.commit([taken, stale])).toEqual({ committed: false, failedAt: 0 });
    expect(await store.commit([insertion("a"), taken])).toEqual({ committed: false, failedAt: 1 });
    expect(await store.commit([insertion("a")])).toEqual({ committed: true });
  });

  it("breaks a deadlock so that one of two commits wins", async () => {
    const other = await createPostgresStore({ connectionString: databaseUrl });
    const results = await Promise.all([
      store.commit([insertion("a"), insertion("b")]),
      other.commit([insertion("b"), insertion("a")]),
    ]);
    await other.close();
    expect(results.filter((result) => result.committed).length).toBe(1);
  });

  it("refuses a database of a later version", async () => {
    const pool = createPool(databaseUrl, 1);
    await pool.query(`insert into ${MIGRATIONS_TABLE} (name) values ('9999_later')`);
    await pool.end();
    await expect(createPostgresStore({ connectionString: databaseUrl })).rejects.toBeInstanceOf(
      StoreTooNewError,
    );
  });

  it("leaves a database as it was when a migration fails", async () => {
    const pool = createPool(databaseUrl, 1);
    const broken = {
      name: "0002_broken",
      statements: {
        sqlite: [],
        postgres: ["alter table schools add column town text", "alter table nowhere add column town text"],
      },
    };
    await expect(migratePostgres(pool, [...MIGRATIONS, broken])).rejects.toThrow("nowhere");
    const { rows } = await pool.query("select 1 from information_schema.columns where column_name = 'town'");
    expect(rows).toEqual([]);
    await pool.end();
  });

  it("migrates an empty database once, when many open it together", async () => {
    const connectionString = await createDatabase(inject("postgresUrl"));
    const stores = await Promise.all(
      Array.from({ length: 8 }, () => createPostgresStore({ connectionString })),
    );
    await Promise.all(stores.map((each) => each.ping()));
    await Promise.all(stores.map((each) => each.close()));
    const pool = createPool(connectionString, 1);
    const { rows } = await pool.query(`select name from ${MIGRATIONS_TABLE} order by position`);
    await pool.end();
    expect(rows).toEqual(MIGRATIONS.map(({ name }) => ({ name })));
  });
});
