import { parseArgs } from "node:util";
import { createKeyRing } from "../security/keys.ts";
import { reencryptStore, type ReencryptReport } from "../security/reencrypt-store.ts";
import { createVault } from "../security/vault.ts";
import { storeOptions, withStore, type CommandEnvironment, type CommandResult } from "./command.ts";
import { readMasterKeys } from "./read-master-keys.ts";

function describe({ reencrypted, unreadable }: ReencryptReport): string {
  return [
    `people: ${reencrypted.people} sealed again`,
    `accounts: ${reencrypted.accounts} sealed again`,
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
  const vault = createVault(createKeyRing(readMasterKeys(environment["EDUCONNECT_KEYS"])));
  const report = await withStore(values, (store) => reencryptStore(store, vault));
  return { code: report.unreadable.length === 0 ? 0 : 1, output: describe(report) };
}
