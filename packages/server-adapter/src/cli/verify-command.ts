import { parseArgs } from "node:util";
import { verifyAudit, type AuditReport } from "../audit/verify-audit.ts";
import { createKeyRing } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { storeOptions, withStore, type CommandEnvironment, type CommandResult } from "./command.ts";
import { readMasterKeys } from "./read-master-keys.ts";

function describe({ sealed, unsealed, head, breaks }: AuditReport): string {
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
  const vault = createVault(createKeyRing(readMasterKeys(environment["EDUCONNECT_KEYS"])));
  const report = await withStore(values, (store) => verifyAudit(store, vault));
  return { code: report.breaks.length === 0 ? 0 : 1, output: describe(report) };
}
