import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createWriteStream } from "node:fs";
import type { Logger } from "@educonnect-activation/server-adapter";
import { createJsonLogger } from "@educonnect-activation/server-adapter/node";
import { lockFolder } from "./folder-lock.ts";

/** Where the demo keeps what it knows, file by file. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** The name of the demo's schema in PostgreSQL. */
  readonly schema: string;
  /** The keys that open what the database holds sealed. */
  readonly keys: string;
  readonly letters: string;
  readonly mails: string;
  readonly texts: string;
  /** The port at which FranceConnect's stand-in was found last. */
  readonly franceConnectPort: string;
  readonly log: string;
  /** Removes the folder if it is a fresh one, or else lets another demo have it. */
  dispose(): Promise<void>;
}

/**
 * Opens the folder of a demo, making it if it is not there, for this user only.
 *
 * @param path relative to where the command was typed (pnpm itself runs scripts in the workspace's root); null for a fresh folder among
 * the temporary ones
 * @throws {Error} when another demo runs on it
 */
export async function openDataFolder(path: string | null): Promise<DataFolder> {
  const isFresh = path === null;
  const folder = isFresh
    ? await mkdtemp(join(tmpdir(), "educonnect-demo-"))
    : resolve(process.env["INIT_CWD"] ?? "", path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const file = (name: string): string => join(folder, name);
  return {
    path: folder,
    database: file("demo.sqlite"),
    schema: file("postgres-schema"),
    keys: file("keys.json"),
    letters: file("letters.json"),
    mails: file("mails.jsonl"),
    texts: file("texts.jsonl"),
    franceConnectPort: file("france-connect-port"),
    log: file("server.log"),
    async dispose() {
      await (isFresh ? rm(folder, { recursive: true, force: true }) : unlock());
    },
  };
}

/** Reads a file, or writes it first, for this user only, when it is not there. */
export async function readOrCreate(path: string, create: () => string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    const text = create();
    await writeFile(path, text, { mode: 0o600, flag: "wx", flush: true });
    return text;
  }
}

/** A logger that writes JSON lines to a file. */
interface FileLogger extends Logger {
  close(): Promise<void>;
}

/** Opens a log to append to; warnings and errors are repeated on standard error. */
export function openFileLogger(path: string): FileLogger {
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  // A log that can't be written is no reason to stop serving.
  stream.on("error", () => {});
  const file = createJsonLogger((line) => stream.write(line), "debug");
  const terminal = createJsonLogger((line) => process.stderr.write(line), "warn");
  return {
    log(level, event, fields) {
      file.log(level, event, fields);
      terminal.log(level, event, fields);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
