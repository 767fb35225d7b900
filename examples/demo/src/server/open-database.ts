import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import {
  type Store,
  generateMasterKey,
  webRandom,
  type MasterKeys,
  sealAudit,
  sweepExpired,
  systemClock,
  type Vault,
} from "@educonnect-activation/server-adapter";
import { createPostgresStore } from "@educonnect-activation/server-adapter/stores/postgres";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { Client } from "pg";
import { readOrCreate } from "../data-folder.ts";

/** The database of one demo. */
interface Database {
  readonly store: Store;
  /** What it is, for the terminal. */
  readonly description: string;
  /** Closes it, and drops what a fresh demo made. */
  close(): Promise<void>;
}

/** Which database to open. */
interface DatabaseOptions {
  /** Null for SQLite. */
  readonly postgresUrl: string | null;
  readonly sqlitePath: string;
  /** The file that names the schema of this demo in PostgreSQL. */
  readonly schemaPath: string;
  /** Whether to start empty: a set-up that did not end leaves nothing worth keeping. */
  readonly isEmpty: boolean;
  /** Whether to leave nothing behind. */
  readonly isFresh: boolean;
}

const schemaPattern = /^educonnect_demo_[0-9a-f]{12}$/u;

async function openSqlite({ sqlitePath, isEmpty }: DatabaseOptions): Promise<Database> {
  if (isEmpty) {
    for (const suffix of ["", "-wal", "-shm", "-journal"])
      await rm(`${sqlitePath}${suffix}`, { force: true });
  }
  const store = await createSqliteStore({ path: sqlitePath });
  return { store, description: `SQLite, ${sqlitePath}`, close: () => store.close() };
}

async function runStatements(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens a schema of its own, so that the demo can share a database without touching what else is in it. */
async function openPostgres(connectionString: string, options: DatabaseOptions): Promise<Database> {
  const drawSchema = (): string => `educonnect_demo_${randomBytes(6).toString("hex")}\n`;
  const schema = (await readOrCreate(options.schemaPath, drawSchema)).trim();
  if (!schemaPattern.test(schema)) throw new Error(`${options.schemaPath} names no schema of this demo`);
  const drop = `drop schema if exists ${schema} cascade`;
  await runStatements(connectionString, [
    ...(options.isEmpty ? [drop] : []),
    `create schema if not exists ${schema}`,
  ]);
  const url = new URL(connectionString);
  const settings = [url.searchParams.get("options"), `-c search_path=${schema}`];
  url.searchParams.set("options", settings.filter((setting) => setting !== null).join(" "));
  const store = await createPostgresStore({ connectionString: url.href });
  return {
    store,
    description: `PostgreSQL, schema ${schema}`,
    async close() {
      await store.close();
      if (options.isFresh) await runStatements(connectionString, [drop]);
    },
  };
}

/** Opens the demo's database, its tables made. @throws when it can't be reached or written. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.postgresUrl === null ? openSqlite(options) : openPostgres(options.postgresUrl, options);
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Reads the demo's keys, drawing them at the first start; they are kept beside the database, never in it. @throws {Error} when the file is damaged. */
export async function readMasterKeys(path: string): Promise<MasterKeys> {
  const text = await readOrCreate(
    path,
    () => `${JSON.stringify({ current: generateMasterKey(webRandom, "demo-1") }, null, 2)}\n`,
  );
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === "object" && parsed !== null && "current" in parsed) {
    const { current } = parsed;
    if (typeof current === "object" && current !== null && "id" in current && "secret" in current) {
      const { id, secret } = current;
      if (isText(id) && isText(secret)) return { current: { id, secret } };
    }
  }
  throw new Error(`${path} holds no keys of this demo`);
}

const sweepMilliseconds = 600_000;
const sealMilliseconds = 5_000;

/** Sweeps what is over and seals the audit trail, now and then. What can't be done now is done the next time. @returns what ends it */
export function keepHouse(store: Store, vault: Vault): () => Promise<void> {
  const sweep = (): void => void sweepExpired(store, systemClock.now()).catch(() => {});
  const seal = (): void => void sealAudit(store, vault).catch(() => {});
  const timers = [setInterval(sweep, sweepMilliseconds), setInterval(seal, sealMilliseconds)];
  return async () => timers.forEach(clearInterval);
}
