import type { Store } from "../../src/ports/store.ts";
import type { TableName } from "../../src/ports/tables.ts";
import { SCHEMA } from "../../src/stores/schema.ts";

const tableNames = Object.keys(SCHEMA).filter((name): name is TableName => name in SCHEMA);

/** Everything a store holds, by table, as JSON. */
export async function dumpStore(store: Store): Promise<string> {
  const tables = await Promise.all(
    tableNames.map(async (name) => [name, await store.find(name, { where: {} })] as const),
  );
  return JSON.stringify(Object.fromEntries(tables));
}
