import { createEduconnectHandler } from "@educonnect-activation/server-adapter";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { elapsedMilliseconds } from "../measure/clients.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { arriveAtPassword, chosenPassword, choosePassword } from "../portal/password-step.ts";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { createPortal } from "../portal/portal.ts";
import { ratioRow, type Row } from "../report.ts";
import { createBetterAuth } from "../rivals/better-auth.ts";

/** The password step and Better Auth's sign-up, neither hashing, both over SQLite in memory, one after the other. */
export async function measurePasswordStep({ rounds, size }: Scale): Promise<readonly Row[]> {
  const steps = Math.round(200 * size);
  const passwordHasher = createInstantHasher();
  const store = await createSqliteStore({ path: ":memory:" });
  const portal = createPortal({ store, passwordHasher });
  const handler = createEduconnectHandler(portal.options);
  const rival = await createBetterAuth(passwordHasher);
  let signedUp = 0;
  const nextPerson = () => ({
    name: "Claire Martin",
    email: `claire.${(signedUp += 1)}@example.org`,
    password: chosenPassword,
  });

  const measured = await interleave(
    {
      "our step, ms": async () => {
        const browsers = await arriveAtPassword(portal, steps);
        const total = await elapsedMilliseconds(async () => {
          for (const browser of browsers) await choosePassword(browser);
        });
        return total / steps;
      },
      "Better Auth's sign-up, ms": async () => {
        const total = await elapsedMilliseconds(async () => {
          for (let step = 0; step < steps; step += 1) await rival.api.signUpEmail({ body: nextPerson() });
        });
        return total / steps;
      },
      "our Request to Response, ms": async () => {
        const requests = (await arriveAtPassword(portal, steps)).map((browser) => {
          const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
          return new Request("https://ent.example/educonnect/flow/events", {
            method: "POST",
            headers: {
              "content-type": "application/json",
              origin: "https://ent.example",
              "idempotency-key": crypto.randomUUID(),
              cookie,
            },
            body: JSON.stringify({
              revision: browser.view().revision,
              event: { type: "passwordSubmitted", password: chosenPassword },
            }),
          });
        });
        const total = await elapsedMilliseconds(async () => {
          for (const request of requests) expectOk(await handler(request));
        });
        return total / steps;
      },
      "Better Auth's Request to Response, ms": async () => {
        const requests = Array.from(
          { length: steps },
          () =>
            new Request("https://ent.example/api/auth/sign-up/email", {
              method: "POST",
              headers: { "content-type": "application/json", origin: "https://ent.example" },
              body: JSON.stringify(nextPerson()),
            }),
        );
        const total = await elapsedMilliseconds(async () => {
          for (const request of requests) expectOk(await rival.handler(request));
        });
        return total / steps;
      },
    },
    rounds,
  );
  await store.close();
  return [
    ratioRow(
      {
        id: "password-step-without-hash",
        what: "password step ÷ Better Auth's sign-up, neither hashing",
        reach: { atMost: 0.5 },
      },
      measured,
      "our step, ms",
      "Better Auth's sign-up, ms",
    ),
    ratioRow(
      {
        id: "password-request-without-hash",
        what: "the same, from Request to Response",
        reach: { atMost: 0.5 },
      },
      measured,
      "our Request to Response, ms",
      "Better Auth's Request to Response, ms",
    ),
  ];
}

function expectOk(response: Response): void {
  if (!response.ok) throw new Error(`a request was answered ${response.status}`);
}
