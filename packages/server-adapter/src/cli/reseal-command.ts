import { parseArgs } from "node:util";
import { createKeyRing } from "../security/keys.ts";
import { resealStore, type ResealReport } from "../security/reseal-store.ts";
import { createVault } from "../security/vault.ts";
import { storeOptions, withStore, type CommandEnvironment, type CommandResult } from "./command.ts";
import { readMasterKeys } from "./read-master-keys.ts";

function describe({ resealed, unreadable }: ResealReport): string {
  return [
    `people: ${resealed.people} sealed again`,
    `accounts: ${resealed.accounts} sealed again`,
    ...unreadable.map(({ table, row, column, code }) => `UNREADABLE ${table} ${row} ${column}: ${code}`),
    unreadable.length === 0
      ? "all that is kept for long is under the current key"
      : `${unreadable.length} texts were left as they are`,
  ].join("\n");
}

/** `keys reseal`: 1 when there is a text that no key opens. */
export async function resealCommand(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<CommandResult> {
  const { values } = parseArgs({ args: [...args], options: storeOptions });
  const vault = createVault(createKeyRing(readMasterKeys(environment["EDUCONNECT_KEYS"])));
  const report = await withStore(values, (store) => resealStore(store, vault));
  return { code: report.unreadable.length === 0 ? 0 : 1, output: describe(report) };
}
