import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";
import { chooseServerAccount, findPostgresBinaries } from "./postgres-binaries.ts";

const run = promisify(execFile);
const guardScript = fileURLToPath(new URL("postgres-guard.ts", import.meta.url));

export interface StartPostgresOptions {
  /** Whether commits wait for the disk, as in production; default false, for nothing outlives a test. */
  readonly durable?: boolean;
  /** Connections admitted at once; default 200. */
  readonly maxConnections?: number;
}

export interface RunningPostgres {
  /** Superuser's connection string of the database `postgres`, on 127.0.0.1. */
  readonly url: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL 18 from the npm registry on a free port, with an empty cluster of its own.
 *
 * Starts in about a second; start one per run and give each test file a database with {@link createDatabase}.
 * Several may run at once. Works as root, who lends the server to an unprivileged account.
 */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<RunningPostgres> {
  const account = await chooseServerAccount();
  const folder = await mkdtemp(join(account === undefined ? tmpdir() : "/tmp", "educonnect-postgres-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    if (account !== undefined) {
      await chown(folder, account.uid, account.gid);
      await chmod(folder, 0o700);
    }
    const binaries = await findPostgresBinaries(folder, account);
    const password = randomBytes(16).toString("hex");
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password);
    if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
    const data = join(folder, "data");
    const spawning = { ...account, cwd: folder, env: { LC_ALL: "C", PATH: process.env["PATH"] } };
    await run(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
      ],
      spawning,
    );
    await rm(passwordFile);
    const port = await freePort();
    const server = spawn(
      binaries.postgres,
      ["-D", data, "-p", `${port}`, ...settings(options).flatMap((setting) => ["-c", setting])],
      { ...spawning, stdio: ["ignore", "ignore", "pipe"] },
    );
    const guard = spawn(process.execPath, [guardScript, `${server.pid}`, folder], {
      cwd: tmpdir(),
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    guard.unref();
    await isReady(server);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop(): Promise<void> {
        if (server.exitCode === null && server.signalCode === null) {
          const exited = once(server, "exit");
          server.kill("SIGINT");
          await exited;
        }
        removeFolder();
        guard.stdin.end("stopped");
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/**
 * Creates an empty database on a running server and gives its connection string.
 *
 * @param serverUrl `url` of {@link startPostgres}, or what vitest provides: `inject("postgresUrl")`
 */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function settings(options: StartPostgresOptions): string[] {
  const always = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `max_connections=${options.maxConnections ?? 200}`,
  ];
  return options.durable === true
    ? always
    : [...always, "fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1");
  return address.port;
}

async function isReady(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new TypeError("The server's standard error must be piped");
  const log: string[] = [];
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL ended:\n${log.join("\n")}`)));
    lines.on("line", (line) => {
      log.push(line);
      if (log.length > 100) log.shift();
      if (line.includes("ready to accept connections")) resolve();
    });
  });
}
