import { join } from "node:path";
import { createDatabase, startPostgres } from "@educonnect-activation/test-support/postgres";
import {
  guardiansFor,
  signInCases,
  signInWrongly,
  submitIdentities,
  type IdentityTimes,
  type WatchedCases,
} from "../load/enumerate.ts";
import { HttpConnection } from "../load/http-connection.ts";
import { compareTimes, quantile, summarize } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import { guardianCases, textedCases } from "../portal/guardians.ts";
import { recordIdentity } from "../portal/record-recipes.ts";
import type { Row } from "../report.ts";
import type { Scale } from "../measure/rounds.ts";

/** Rounds of every case to one round of other rows: a median of times has to be sure to a tenth of a millisecond. */
const roundsPerRound = 45;
const signInShare = 0.5;

/** The difference of the case that differs most from the first, and what is known of the others. */
function differenceRow<Case extends string>(
  id: string,
  what: string,
  watched: WatchedCases<Case>,
  [baseline, ...others]: readonly Case[],
): Row {
  const timesOf = (which: Case | undefined) =>
    (which === undefined ? undefined : watched.get(which)?.milliseconds) ?? [];
  const compared = others
    .map((which) => ({ which, ...compareTimes(timesOf(which), timesOf(baseline)) }))
    .sort((one, other) => Math.abs(other.median) - Math.abs(one.median));
  const [most] = compared;
  if (most === undefined) throw new TypeError("there is nothing to compare");
  const sign = Math.sign(most.median) || 1;
  const bounds = [sign * most.low, sign * most.high];
  return {
    id,
    what,
    unit: "ms",
    reach: { atMost: 2 },
    result: {
      median: Math.abs(most.median),
      low: Math.min(...bounds),
      high: Math.max(...bounds),
      rounds: timesOf(baseline).length,
    },
    parts: {
      [`"${baseline}", ms`]: quantile(timesOf(baseline), 0.5),
      "its quartiles apart, ms": quantile(timesOf(baseline), 0.75) - quantile(timesOf(baseline), 0.25),
      ...Object.fromEntries(compared.map(({ which, median }) => [`"${which}"`, median])),
      "requests to tell, at least": Math.min(...compared.map(({ requestsToTell }) => requestsToTell)),
    },
  };
}

/** How many shapes too many the answers to one and the same request have. */
function countShapes(...requests: readonly WatchedCases<string>[]): number {
  return requests.reduce((sum, watched) => {
    const shapes = new Set([...watched.values()].flatMap((each) => [...each.shapes]));
    return sum + shapes.size - 1;
  }, 0);
}

function identityRows(store: string, times: IdentityTimes): readonly Row[] {
  const name = store.toLowerCase();
  return [
    differenceRow(
      `enumeration-${name}`,
      `known or not, ${store}: names and mobile`,
      times.submitted,
      guardianCases,
    ),
    differenceRow(
      `enumeration-next-${name}`,
      "  the request straight after, while the text leaves",
      times.next,
      guardianCases,
    ),
    differenceRow(`enumeration-code-${name}`, "  a wrong code", times.wrongCode, guardianCases),
  ];
}

/** What a submission costs beside its commits alone, to say what a difference in it means. */
function costRow({ submitted, bare }: IdentityTimes): Row {
  const parts = {
    "names and mobile, ms": quantile(submitted.get("match")?.milliseconds ?? [], 0.5),
    "bare, ms": quantile(bare, 0.5),
  };
  return {
    id: "enumeration-cost",
    what: "  names and mobile ÷ a bare server's same commits",
    unit: "ratio",
    reach: null,
    result: summarize([parts["names and mobile, ms"] / parts["bare, ms"]]),
    parts,
  };
}

/**
 * Whether a stranger can tell by time, size or content whom the school knows: what is known of names and mobiles and of identifiers, each case
 * once a round, over HTTP, while texts leave to a gateway in a process of its own.
 */
export function measureEnumeration({ rounds, size }: Scale): Promise<readonly Row[]> {
  const counted = Math.round(rounds * roundsPerRound * size);
  return withTemporaryFolder(async (folder) => {
    const recipe = await recordIdentity();
    const postgres = await startPostgres({ durable: true });
    const stores = {
      SQLite: join(folder, "portal.sqlite"),
      PostgreSQL: await createDatabase(postgres.url),
    };
    const rows: Row[] = [];
    for (const [store, place] of Object.entries(stores)) {
      const gateway = await startProcess("gateway-server.ts", []);
      const portal = await startProcess("portal-server.ts", [
        place,
        "argon2",
        `http://127.0.0.1:${gateway.port}/texts`,
      ]);
      const bareServer = await startProcess("bare-server.ts", [join(folder, `bare-${store}.sqlite`)]);
      const connection = await HttpConnection.open(portal.port);
      const bare = { connection: await HttpConnection.open(bareServer.port), recipe };

      const count = guardiansFor(counted);
      const { active, withoutPassword } = await portal.ask({ ask: "guardians", count });
      const times = await submitIdentities(portal, connection, bare, counted);
      const texts = (await portal.ask({ ask: "drain" }), await gateway.ask({ ask: "arrivals" })).length;
      if (texts !== count * textedCases.size) throw new Error(`${texts} texts left`);

      const signIns = guardiansFor(Math.round(counted * signInShare));
      const letters = await portal.ask({ ask: "issue", count: signIns });
      const signIn = await signInWrongly(portal, connection, {
        letter: letters.map(({ identifier }) => identifier),
        active: active.slice(0, signIns),
        "no password": withoutPassword.slice(0, signIns),
        unknown: active.slice(0, signIns).map((identifier) => `z${identifier.slice(1)}`),
      });
      connection.close();
      bare.connection.close();
      await Promise.all([portal.stop(), bareServer.stop(), gateway.stop()]);

      const name = store.toLowerCase();
      const identity = identityRows(store, times);
      rows.push(
        ...identity,
        differenceRow(`enumeration-sign-in-${name}`, "  a wrong password", signIn, signInCases),
        {
          id: `enumeration-answers-${name}`,
          what: "  status, headers, size or body that tell cases apart",
          unit: "differences",
          reach: { atMost: 0 },
          result: summarize([countShapes(times.submitted, times.next, times.wrongCode, signIn)]),
          parts: { "answers compared": 3 * guardianCases.length * counted + signInCases.length * signIns },
        },
      );
      // The bare server keeps its rows in an SQLite file, so that only this store can be held against it.
      if (store === "SQLite") rows.push(costRow(times));
    }
    await postgres.stop();
    return rows;
  });
}
