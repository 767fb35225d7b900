import type { StatusResponse } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { answers, createJourney, nothing, problem, methods, createView } from "../../test/create-journey.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { Journey } from "./journey.ts";

const session = {
  givenName: "Zoé",
  familyName: "Marchand",
  expiresAt: 1_800_000_000,
  endsAt: 1_800_000_000,
  now: 1_799_999_000,
};
const email = { type: "emailSubmitted", email: "zoe@exemple.fr" } as const;

describe("what happens elsewhere", () => {
  const read = (journey: Journey) => new Elsewhere(journey).refresh();

  it("moves the screen on, and forgets the address typed here", async () => {
    const { call } = answers<unknown, StatusResponse>(
      { flow: createView(), session: null, methods },
      { flow: createView({ revision: 3, step: { name: "birthDate" } }), session: null, methods },
    );
    const { journey } = createJourney({
      readStatus: call,
      sendEvent: () => Promise.resolve(createView({ revision: 2 })),
    });
    await journey.start();
    await journey.send(email);
    await read(journey);
    expect(journey.state).toMatchObject({
      stage: { view: { revision: 3 } },
      origin: "elsewhere",
      typedEmail: null,
    });
  });

  it("is not believed when it is older than an answer given since", async () => {
    const { journey } = createJourney({
      readStatus: () => Promise.resolve({ flow: createView(), session: null, methods }),
      sendEvent: () => Promise.resolve(createView({ revision: 2 })),
    });
    await journey.start();
    const elsewhere = new Elsewhere(journey);
    const status = await elsewhere.watched.readStatus();
    await journey.send(email);
    elsewhere.adopt(status);
    expect(journey.state.stage).toMatchObject({ view: { revision: 2 } });
  });

  it("opens a step again whose lock has passed, without a new revision", async () => {
    const { call } = answers<unknown, StatusResponse>(
      { flow: createView({ lockedUntil: 99, issues: [{ code: "step_locked" }] }), session: null, methods },
      { flow: createView(), session: null, methods },
    );
    const { journey } = createJourney({ readStatus: call });
    await journey.start();
    await read(journey);
    expect(journey.state).toMatchObject({ stage: { view: { lockedUntil: null } }, issues: [] });
  });

  it("that ends the flow leads to the sign-in and says so", async () => {
    const { call } = answers<unknown, StatusResponse>(
      { flow: createView(), session: null, methods },
      nothing,
    );
    const { journey } = createJourney({ readStatus: call });
    await journey.start();
    await read(journey);
    expect(journey.state).toMatchObject({
      stage: { name: "signIn" },
      notice: { issue: { code: "flow_missing" }, canRetry: false },
    });
  });

  it("that takes the flow to another browser is told, once", async () => {
    const { call } = answers<unknown, StatusResponse>(
      { flow: createView(), session: null, methods },
      problem("flow_moved"),
      nothing,
    );
    const { journey } = createJourney({ readStatus: call });
    await journey.start();
    await read(journey);
    expect(journey.state).toMatchObject({ stage: { name: "moved" }, origin: "elsewhere", isBusy: false });
  });

  it("that ends the session takes the services off the screen and says so", async () => {
    const { call } = answers<unknown, StatusResponse>({ flow: null, session, methods }, nothing);
    const { journey } = createJourney({ readStatus: call });
    await journey.start();
    await read(journey);
    expect(journey.state).toMatchObject({
      stage: { name: "services", session: null, page: null },
      issues: [{ code: "session_missing" }],
    });
  });
});
