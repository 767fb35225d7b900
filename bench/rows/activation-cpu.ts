import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import type { HttpConnection } from "../load/http-connection.ts";
import { openBrowser, openConnections } from "../load/wire-browser.ts";
import { inParallel } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { summarize } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess, type ServerProcess } from "../processes/start-process.ts";
import { chosenPassword } from "../portal/password-step.ts";
import { activate, hashesPerActivation } from "../portal/journey.ts";
import { recordActivation } from "../portal/record-recipes.ts";
import { readUsage } from "../processes/answer-parent.ts";
import type { Row } from "../report.ts";

const clients = 4;
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Processor time that a server spends while `work` is done. */
async function cpuMillisecondsOf(server: ServerProcess, work: () => Promise<void>): Promise<number> {
  const before = await server.ask({ ask: "usage" });
  await work();
  const after = await server.ask({ ask: "usage" });
  return (after.cpuMicroseconds - before.cpuMicroseconds) / 1000;
}

/** Processor time of one activation in milliseconds, by as many newcomers as given, over these connections. */
export async function cpuOfActivation(
  portal: ServerProcess,
  connections: readonly HttpConnection[],
  activations: number,
): Promise<number> {
  const readCode = async (email: string) => (await portal.ask({ ask: "code", email })) ?? "";
  const letters = (await portal.ask({ ask: "issue", count: activations })).values();
  const total = await cpuMillisecondsOf(portal, () =>
    inParallel(connections.length, connections, async (connection) => {
      for (const letter of letters) {
        const browser = openBrowser(portal, connection);
        await activate(browser, letter, readCode);
        if (browser.stepName !== "finished") throw new Error(`an activation ended at ${browser.stepName}`);
      }
    }),
  );
  return total / activations;
}

/** Processor time of whole activations over HTTP, against their argon2 calls and as many requests of a bare server that commits the same rows. */
export function measureActivationCpu({ rounds, size }: Scale): Promise<readonly Row[]> {
  const activations = Math.round(100 * size);
  return withTemporaryFolder(async (folder) => {
    const recipes = await recordActivation();
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite"), "patient"]);
    const bare = await startProcess("bare-server.ts", [join(folder, "bare.sqlite")]);
    const toPortal = await openConnections(portal, clients);
    const toBare = await openConnections(bare, clients);

    const measured = await interleave(
      {
        portal: () => cpuOfActivation(portal, toPortal, activations),
        argon2: async () => {
          const hashes = Array.from({ length: activations * hashesPerActivation }, () => chosenPassword);
          const before = readUsage();
          await inParallel(clients, hashes, async (password) => {
            await hash(password, parameters);
          });
          return (readUsage().cpuMicroseconds - before.cpuMicroseconds) / 1000 / activations;
        },
        bare: async () => {
          const rest = Array.from({ length: activations }, () => recipes).values();
          const total = await cpuMillisecondsOf(bare, () =>
            inParallel(clients, toBare, async (connection) => {
              for (const activation of rest) for (const request of activation) await connection.send(request);
            }),
          );
          return total / activations;
        },
      },
      rounds,
    );
    for (const connection of [...toPortal, ...toBare]) connection.close();
    await Promise.all([portal.stop(), bare.stop()]);
    const part = (name: "portal" | "argon2" | "bare") =>
      summarize(measured.map((round) => round[name])).median;
    return [
      {
        id: "activation-cpu",
        what: "processor time of an activation over HTTP ÷ (its argon2 + bare requests)",
        unit: "ratio",
        reach: { atMost: 1.3 },
        result: summarize(measured.map((round) => round.portal / (round.argon2 + round.bare))),
        parts: {
          "activation, ms": part("portal"),
          "its argon2 calls, ms": part("argon2"),
          "bare requests, ms": part("bare"),
          requests: recipes.length,
        },
      },
    ];
  });
}
