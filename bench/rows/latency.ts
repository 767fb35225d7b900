import { join } from "node:path";
import { openBrowser, openConnections, signInUnknown } from "../load/wire-browser.ts";
import { paced } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { quantile, summarize } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import { ratioRow, type Row } from "../report.ts";
import { emailAndBack } from "./step-throughput.ts";

const people = 16;
const pairsPerSecond = 50;
const hashingClients = 16;

/** How long steps without a hash take, 100 of them a second, at rest and while more passwords wait than can be hashed at once. */
export function measureLatency({ rounds, size }: Scale): Promise<readonly Row[]> {
  return withTemporaryFolder(async (folder) => {
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite")]);
    const connections = await openConnections(portal, people);
    const letters = await portal.ask({ ask: "issue", count: people });
    const steps = await Promise.all(
      connections.map(async (connection, place) => {
        const letter = letters[place];
        if (letter === undefined) throw new Error("too few letters were issued");
        const browser = openBrowser(portal, connection);
        await browser.signIn(letter.identifier, letter.provisionalPassword);
        return () => emailAndBack(browser, letter.email);
      }),
    );
    const hashing = await openConnections(portal, hashingClients);
    const stepP99 = async (): Promise<number> => {
      const busy: Promise<unknown>[] = steps.map(() => Promise.resolve());
      const done = await paced(pairsPerSecond, 2000 * size, async (place) => {
        const turn = place % people;
        const startedAt = performance.now();
        const pair = (busy[turn] ?? Promise.resolve()).then(() => steps[turn]?.());
        busy[turn] = pair;
        await pair;
        return (performance.now() - startedAt) / 2;
      });
      return quantile(
        done.map(({ result }) => result),
        0.99,
      );
    };
    const measured = await interleave(
      {
        "p99 while hashing, ms": async () => {
          let isOver = false;
          const load = Promise.all(
            hashing.map(async (connection) => {
              while (!isOver) await signInUnknown(openBrowser(portal, connection));
            }),
          );
          const p99 = await stepP99();
          isOver = true;
          await load;
          return p99;
        },
        "p99 at rest, ms": stepP99,
      },
      rounds,
    );
    for (const connection of [...connections, ...hashing]) connection.close();
    await portal.stop();
    return [
      ratioRow(
        {
          id: "latency-ratio",
          what: "steps without a hash: p99 while hashing is saturated ÷ at rest",
          reach: { atMost: 5 },
        },
        measured,
        "p99 while hashing, ms",
        "p99 at rest, ms",
      ),
      {
        id: "latency",
        what: "the same p99 while hashing is saturated",
        unit: "ms",
        reach: { atMost: 20 },
        result: summarize(measured.map((round) => round["p99 while hashing, ms"])),
        parts: {},
      },
    ];
  });
}
