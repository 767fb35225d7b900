import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createConnectionPool } from "../load/http-connection.ts";
import { openBrowser, signInUnknown } from "../load/wire-browser.ts";
import { paced } from "../measure/clients.ts";
import { quantile, summarize } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import type { Row } from "../report.ts";
import type { Scale } from "../measure/rounds.ts";

const restSeconds = 2;
const megabyte = 2 ** 20;

const millisecondsOf = (answers: readonly { readonly milliseconds: number }[]): readonly number[] =>
  answers.map(({ milliseconds }) => milliseconds);

/** Four times as many sign-ins a second as can be hashed; and the server's memory before, at rest. */
export function measureOverload({ size }: Scale): Promise<readonly Row[]> {
  return withTemporaryFolder(async (folder) => {
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite")]);
    const pool = createConnectionPool(portal.port);
    const signIn = () => pool.use((connection) => signInUnknown(openBrowser(portal, connection)));
    const rss = async () => (await portal.ask({ ask: "usage" })).rssBytes / megabyte;

    await signIn();
    await delay(restSeconds * 1000);
    const atRest = await rss();
    // As many at once as threads hash, so that none is refused: the capacity on this machine now.
    const startedAt = performance.now();
    let signedIn = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (; performance.now() - startedAt < 1500 * size; signedIn += 1) await signIn();
      }),
    );
    const capacity = (signedIn * 1000) / (performance.now() - startedAt);
    const before = await rss();
    const answers = await paced(4 * capacity, 4000 * size, signIn);
    const after = await rss();
    pool.close();
    await portal.stop();

    const accepted = answers.filter(({ result }) => result.status === 401);
    const refused = answers.filter(
      ({ result }) => result.status === 503 && result.headers.has("retry-after"),
    );
    return [
      {
        id: "memory-at-rest",
        what: "memory of the server at rest (RSS)",
        unit: "MB",
        reach: { atMost: 110 },
        result: summarize([atRest]),
        parts: {},
      },
      {
        id: "overload-latency",
        what: "overload × 4: p99 of the work accepted",
        unit: "ms",
        reach: { atMost: 1000 },
        result: summarize([quantile(millisecondsOf(accepted), 0.99)]),
        parts: {
          "capacity/s": capacity,
          accepted: accepted.length,
          refused: refused.length,
          "median of the accepted, ms": quantile(millisecondsOf(accepted), 0.5),
          "p99 of the refused, ms": quantile(millisecondsOf(refused), 0.99),
        },
      },
      {
        id: "overload-answers",
        what: "overload × 4: done, or 503 with Retry-After",
        unit: "percent",
        reach: { atLeast: 100 },
        result: summarize([(100 * (accepted.length + refused.length)) / answers.length]),
        parts: { "RSS before, MB": before, "RSS after, MB": after },
      },
    ];
  });
}
