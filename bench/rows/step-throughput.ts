import { join } from "node:path";
import type { HttpConnection } from "../load/http-connection.ts";
import { openBrowser, openConnections, type WireBrowser } from "../load/wire-browser.ts";
import { perSecond } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import { recordEmailAndBack } from "../portal/record-recipes.ts";
import { ratioRow, type Row } from "../report.ts";

const clients = 16;

/** Requests per second of steps without a hash, against those of a bare server with the same rows, durability and clients. */
export function measureStepThroughput({ rounds, size }: Scale): Promise<readonly Row[]> {
  return withTemporaryFolder(async (folder) => {
    const recipes = await recordEmailAndBack();
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite"), "instant"]);
    const bare = await startProcess("bare-server.ts", [join(folder, "bare.sqlite")]);
    const toPortal = await openConnections(portal, clients);
    const toBare = await openConnections(bare, clients);
    const letters = await portal.ask({ ask: "issue", count: clients });
    const steps = await Promise.all(
      toPortal.map(async (connection, place) => {
        const letter = letters[place];
        if (letter === undefined) throw new Error("too few letters were issued");
        const browser = openBrowser(portal, connection);
        await browser.signIn(letter.identifier, letter.provisionalPassword);
        return () => emailAndBack(browser, letter.email);
      }),
    );
    const bareSteps = toBare.map((connection: HttpConnection) => async () => {
      for (const request of recipes) await connection.send(request);
      return recipes.length;
    });
    const measured = await interleave(
      {
        "our steps/s": () => perSecond(1500 * size, steps),
        "bare requests/s": () => perSecond(1500 * size, bareSteps),
      },
      rounds,
    );
    for (const connection of [...toPortal, ...toBare]) connection.close();
    await Promise.all([portal.stop(), bare.stop()]);
    return [
      ratioRow(
        {
          id: "step-throughput",
          what: "steps without a hash/s over HTTP ÷ a bare server's requests/s",
          reach: { atLeast: 0.6 },
        },
        measured,
        "our steps/s",
        "bare requests/s",
      ),
    ];
  });
}

/** Two steps that lead back to where they began. @returns how many requests they were */
export async function emailAndBack(browser: WireBrowser, email: string): Promise<number> {
  await browser.send({ type: "emailSubmitted", email });
  if (browser.stepName !== "password") throw new Error(`the step is ${browser.stepName} instead of password`);
  await browser.send({ type: "backRequested" });
  return 2;
}
