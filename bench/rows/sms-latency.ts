import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openBrowser } from "../load/wire-browser.ts";
import { HttpConnection } from "../load/http-connection.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { quantile } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import { typeIdentity } from "../portal/guardians.ts";
import { ratioRow, type Row } from "../report.ts";

const restMilliseconds = 5;

/** How long after its answer a text reaches the gateway, at rest, against a bare POST on its way to the same gateway. */
export function measureSmsLatency({ rounds, size }: Scale): Promise<readonly Row[]> {
  const texts = Math.round(40 * size);
  return withTemporaryFolder(async (folder) => {
    const gateway = await startProcess("gateway-server.ts", []);
    const url = `http://127.0.0.1:${gateway.port}/texts`;
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite"), "instant", url]);
    await portal.ask({ ask: "guardians", count: texts * (rounds + 1) });
    const connection = await HttpConnection.open(portal.port);
    let asked = 0;
    /** The median of the times from what is done to the arrival of what follows from it. */
    const untilArrival = async (act: () => Promise<number>): Promise<number> => {
      const before = (await gateway.ask({ ask: "arrivals" })).length;
      const done: number[] = [];
      for (let sent = 0; sent < texts; sent += 1) {
        await delay(restMilliseconds);
        done.push(performance.timeOrigin + (await act()));
        await portal.ask({ ask: "drain" });
      }
      const arrivals = (await gateway.ask({ ask: "arrivals" })).slice(before);
      if (arrivals.length !== texts) throw new Error(`${arrivals.length} of ${texts} arrived`);
      return quantile(
        arrivals.map((arrivedAt, place) => arrivedAt - (done[place] ?? arrivedAt)),
        0.5,
      );
    };
    const measured = await interleave(
      {
        "text, ms": () =>
          untilArrival(async () => {
            const browser = openBrowser(portal, connection);
            await browser.request("startFlow", { method: "sms" });
            await browser.send(typeIdentity("match", asked));
            asked += 1;
            return performance.now();
          }),
        "bare POST, ms": () =>
          untilArrival(async () => {
            const sentAt = performance.now();
            const body = JSON.stringify({ id: "bare", to: "+33612345678", text: "12345678" });
            await (await fetch(url, { method: "POST", body })).text();
            return sentAt;
          }),
      },
      rounds,
    );
    connection.close();
    await Promise.all([portal.stop(), gateway.stop()]);
    return [
      ratioRow(
        {
          id: "sms-latency",
          what: "from the answer to the gateway, at rest ÷ a bare POST on its way",
          reach: null,
        },
        measured,
        "text, ms",
        "bare POST, ms",
      ),
    ];
  });
}
