import { parseArgs } from "node:util";
import { z } from "zod";
import { verifyAudit, type AuditReport } from "../audit/audit-chain.ts";
import { createKeyRing, type MasterKeys } from "../security/keys.ts";
import { reencryptStore, type ReencryptReport } from "../stores/reencrypt-store.ts";
import { createVault, type Vault } from "../security/vault.ts";
import { storeOptions, withStore, type CommandEnvironment, type CommandResult } from "./command.ts";

const masterKey = z.object({ id: z.string(), secret: z.string() });
const masterKeys = z.object({
  current: masterKey,
  previous: z.array(masterKey).exactOptional(),
}) satisfies z.ZodType<MasterKeys>;

/** Reads keys from JSON. @throws {TypeError} saying what is missing, never what was given. */
function readMasterKeys(text: string | undefined): MasterKeys {
  if (text === undefined || text === "") throw new TypeError("EDUCONNECT_KEYS is not set.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TypeError("EDUCONNECT_KEYS is not JSON.");
  }
  const parsed = masterKeys.safeParse(value);
  if (!parsed.success) throw new TypeError('EDUCONNECT_KEYS needs {"current":{"id":"…","secret":"…"}}.');
  return parsed.data;
}

/** The vault of the keys that the environment names. */
function openVault(environment: CommandEnvironment): Vault {
  return createVault(createKeyRing(readMasterKeys(environment["EDUCONNECT_KEYS"])));
}

function describeChain({ sealed, unsealed, head, breaks }: AuditReport): string {
  return [
    `${sealed} entries in the chain, ${unsealed} waiting to be chained`,
    `the chain ends at ${head.position} with ${head.hash || "nothing"}`,
    ...breaks.map(({ position, reason }) => `BROKEN at ${position}: the entry is ${reason}`),
    breaks.length === 0 ? "the chain holds" : `the chain is broken in ${breaks.length} places`,
  ].join("\n");
}

/** `audit verify`: 1 when the chain breaks. */
export async function verifyCommand(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<CommandResult> {
  const { values } = parseArgs({ args: [...args], options: storeOptions });
  const vault = openVault(environment);
  const report = await withStore(values, (store) => verifyAudit(store, vault));
  return { code: report.breaks.length === 0 ? 0 : 1, output: describeChain(report) };
}

function describeReencryption({ reencrypted, unreadable }: ReencryptReport): string {
  return [
    `people: ${reencrypted.people} encrypted again`,
    `accounts: ${reencrypted.accounts} encrypted again`,
    ...unreadable.map(({ table, row, column, code }) => `UNREADABLE ${table} ${row} ${column}: ${code}`),
    unreadable.length === 0
      ? "all that is kept for long is under the current key"
      : `${unreadable.length} texts were left as they are`,
  ].join("\n");
}

/** `keys reencrypt`: 1 when there is a text that no key opens. */
export async function reencryptCommand(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<CommandResult> {
  const { values } = parseArgs({ args: [...args], options: storeOptions });
  const vault = openVault(environment);
  const report = await withStore(values, (store) => reencryptStore(store, vault));
  return { code: report.unreadable.length === 0 ? 0 : 1, output: describeReencryption(report) };
}
