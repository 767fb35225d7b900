import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "@educonnect-activation/server-adapter";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { openConnections } from "../load/wire-browser.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { copyChange, recordLetter } from "../portal/record-recipes.ts";
import { startProcess, withTemporaryFolder } from "../processes/start-process.ts";
import { ratioRow, type Row } from "../report.ts";
import { cpuOfActivation } from "./activation-cpu.ts";

const clients = 4;
const accountsACommit = 100;

/** Fills a database with so many accounts, each as a letter leaves it. */
async function fill(path: string, letter: readonly Change[], accounts: number): Promise<void> {
  const store = await createSqliteStore({ path });
  for (let first = 0; first < accounts; first += accountsACommit) {
    const count = Math.min(accountsACommit, accounts - first);
    const changes = Array.from({ length: count }, (_, place) =>
      letter.map((change) => copyChange(change, `-${first + place}`)),
    );
    const result = await store.commit(changes.flat());
    if (!result.committed) throw new Error(`the account ${first} and those after it could not be written`);
  }
  await store.close();
}

/**
 * Processor time of an activation beside 10 million accounts (`--national`; 1 million without) against beside a thousandth of them, over SQLite
 * and without hashing.
 */
export function measureGrowth({ rounds, size, isNational }: Scale): Promise<readonly Row[]> {
  const activations = Math.max(10, Math.round(50 * Math.min(1, size)));
  const many = Math.round((isNational ? 10_000_000 : 1_000_000) * size);
  const few = Math.max(1, Math.round(many / 1000));
  return withTemporaryFolder(async (folder) => {
    const letter = await recordLetter();
    const open = async (name: string, accounts: number) => {
      const path = join(folder, name);
      await fill(path, letter, accounts);
      const portal = await startProcess("portal-server.ts", [path, "instant"]);
      return { portal, connections: await openConnections(portal, clients), path };
    };
    const large = await open("many.sqlite", many);
    const small = await open("few.sqlite", few);
    const measured = await interleave(
      {
        "among many, ms": () => cpuOfActivation(large.portal, large.connections, activations),
        "among few, ms": () => cpuOfActivation(small.portal, small.connections, activations),
      },
      rounds,
    );
    const { size: bytes } = await stat(large.path);
    for (const { portal, connections } of [large, small]) {
      for (const connection of connections) connection.close();
      await portal.stop();
    }
    const what = "processor time of an activation among many accounts ÷ among a thousandth";
    const row = ratioRow(
      { id: "growth", what, reach: { atMost: 1.2 } },
      measured,
      "among many, ms",
      "among few, ms",
    );
    return [{ ...row, parts: { ...row.parts, many, few, "database of many, MB": bytes / 2 ** 20 } }];
  });
}
