import { availableParallelism } from "node:os";
import { createDatabase, startPostgres } from "@educonnect-activation/test-support/postgres";
import { openBrowser, openConnections } from "../load/wire-browser.ts";
import { perSecond } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { startProcess, type ServerProcess } from "../processes/start-process.ts";
import { ratioRow, type Row } from "../report.ts";
import { emailAndBack } from "./step-throughput.ts";

const clients = 16;

/** Two servers, a database and the clients: with fewer cores they would only take them from one another. */
const coresNeeded = 6;

/** Steps without a hash a second, of two processes over one PostgreSQL against one of them alone, with as many clients. */
export async function measureTwoProcesses({ rounds, size }: Scale): Promise<readonly Row[]> {
  const postgres = await startPostgres({ durable: true });
  const place = await createDatabase(postgres.url);
  const first = await startProcess("portal-server.ts", [place, "instant"]);
  const second = await startProcess("portal-server.ts", [place, "instant"]);
  const letters = (await first.ask({ ask: "issue", count: 2 * clients })).values();

  /** People who have signed in, over a connection each, shared among the servers. */
  const arrive = async (servers: readonly ServerProcess[]) => {
    const perServer = clients / servers.length;
    const arrivals = servers.map(async (server) => {
      const connections = await openConnections(server, perServer);
      return Promise.all(
        connections.map(async (connection) => {
          const letter = letters.next().value;
          if (letter === undefined) throw new Error("too few letters were issued");
          const browser = openBrowser(server, connection);
          await browser.signIn(letter.identifier, letter.provisionalPassword);
          return { step: () => emailAndBack(browser, letter.email), close: () => connection.close() };
        }),
      );
    });
    return (await Promise.all(arrivals)).flat();
  };
  const [atOne, atBoth] = [await arrive([first]), await arrive([first, second])];
  const steps = (people: typeof atOne) => () =>
    perSecond(
      1500 * size,
      people.map(({ step }) => step),
    );
  const measured = await interleave(
    { "two processes, steps/s": steps(atBoth), "one process, steps/s": steps(atOne) },
    rounds,
  );
  for (const { close } of [...atOne, ...atBoth]) close();
  await Promise.all([first.stop(), second.stop()]);
  await postgres.stop();
  const cores = availableParallelism();
  const row = ratioRow(
    {
      id: "two-processes",
      what: "steps without a hash/s: two processes over one PostgreSQL ÷ one",
      reach: cores < coresNeeded ? null : { atLeast: 1.8 },
    },
    measured,
    "two processes, steps/s",
    "one process, steps/s",
  );
  return [{ ...row, parts: { ...row.parts, cores } }];
}
