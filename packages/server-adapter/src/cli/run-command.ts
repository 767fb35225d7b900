import { parseArgs } from "node:util";
import { verifyAudit, type AuditReport } from "../audit/verify-audit.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { readMasterKeys } from "./read-master-keys.ts";

/** What a command came to: 0 all is well, 1 it found something, 2 it could not run. */
export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly output: string;
}

const usage = `Usage: educonnect-activation audit verify (--sqlite FILE | --postgres URL)

Checks the audit chain: every entry in its place, none changed. The keys come from EDUCONNECT_KEYS, as JSON:
  {"current":{"id":"…","secret":"…"},"previous":[…]}

Ends with 0 when the chain holds, 1 when it breaks, 2 when it could not be checked.`;

/** A command line that can't be run; the message is for whoever typed it. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

async function openStore(sqlite: string | undefined, postgres: string | undefined): Promise<Store> {
  if ((sqlite === undefined) === (postgres === undefined)) {
    throw new UsageError("Give either --sqlite or --postgres.");
  }
  if (postgres !== undefined) {
    const { createPostgresStore } = await import("../stores/postgres/postgres-store.ts");
    return createPostgresStore({ connectionString: postgres });
  }
  const { createSqliteStore } = await import("../stores/sqlite/sqlite-store.ts");
  return createSqliteStore({ path: sqlite ?? "" });
}

function describe({ sealed, unsealed, head, breaks }: AuditReport): string {
  return [
    `${sealed} entries in the chain, ${unsealed} waiting to be chained`,
    `the chain ends at ${head.position} with ${head.hash || "nothing"}`,
    ...breaks.map(({ position, reason }) => `BROKEN at ${position}: the entry is ${reason}`),
    breaks.length === 0 ? "the chain holds" : `the chain is broken in ${breaks.length} places`,
  ].join("\n");
}

async function verify(args: readonly string[], keysText: string | undefined): Promise<CommandResult> {
  const options = { sqlite: { type: "string" }, postgres: { type: "string" } } as const;
  const { sqlite, postgres } = parseArgs({ args: [...args], options }).values;
  const vault = createVault(createKeyRing(readMasterKeys(keysText)));
  const store = await openStore(sqlite, postgres);
  try {
    const report = await verifyAudit(store, vault);
    return { code: report.breaks.length === 0 ? 0 : 1, output: describe(report) };
  } finally {
    await store.close();
  }
}

/** Runs a command line; never throws. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CommandResult> {
  const [topic, verb, ...rest] = args;
  if (topic === undefined || topic === "--help") return { code: topic ? 0 : 2, output: usage };
  try {
    if (topic !== "audit" || verb !== "verify")
      throw new UsageError(`There is no command "${args.join(" ")}".`);
    return await verify(rest, environment["EDUCONNECT_KEYS"]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 2, output: error instanceof UsageError ? `${message}\n\n${usage}` : message };
  }
}
