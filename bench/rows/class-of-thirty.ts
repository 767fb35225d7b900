import { join } from "node:path";
import { openBrowser, openConnections } from "../load/wire-browser.ts";
import { summarize } from "../measure/statistics.ts";
import { withTemporaryFolder, startProcess } from "../processes/start-process.ts";
import { chosenPassword } from "../portal/password-step.ts";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { activate } from "../portal/journey.ts";
import type { Row } from "../report.ts";
import { createBetterAuth } from "../rivals/better-auth.ts";

const pupils = 30;

/** How many of a class get through that activates all at once behind one address; and how many of Better Auth's sign-ups do. */
export function measureClassOfThirty(): Promise<readonly Row[]> {
  return withTemporaryFolder(async (folder) => {
    const portal = await startProcess("portal-server.ts", [join(folder, "portal.sqlite")]);
    const letters = await portal.ask({ ask: "issue", count: pupils });
    const connections = await openConnections(portal, pupils);
    const readCode = async (email: string) => (await portal.ask({ ask: "code", email })) ?? "";
    const startedAt = performance.now();
    const ends = await Promise.all(
      letters.map(async (letter, place) => {
        const connection = connections[place];
        if (connection === undefined) throw new Error("too few connections were opened");
        const browser = openBrowser(portal, connection);
        await activate(browser, letter, readCode);
        return browser.stepName;
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    for (const connection of connections) connection.close();
    await portal.stop();
    return [
      {
        id: "class-of-thirty",
        what: "a class of 30 behind one address, all at once: through",
        unit: "of 30",
        reach: { atLeast: pupils },
        result: summarize([ends.filter((end) => end === "finished").length]),
        parts: { seconds, "Better Auth's sign-ups": await countSignUps() },
      },
    ];
  });
}

async function countSignUps(): Promise<number> {
  const rival = await createBetterAuth(createInstantHasher(), { isRateLimited: true });
  const answers = await Promise.all(
    Array.from({ length: pupils }, (_, pupil) =>
      rival.handler(
        new Request("https://ent.example/api/auth/sign-up/email", {
          method: "POST",
          headers: {
            "content-type": "application/json",
            origin: "https://ent.example",
            "x-forwarded-for": "192.0.2.1",
          },
          body: JSON.stringify({
            name: "Emma",
            email: `emma.${pupil}@example.org`,
            password: chosenPassword,
          }),
        }),
      ),
    ),
  );
  return answers.filter((answer) => answer.ok).length;
}
