import type { FlowView, Issue, SignInRequest, StatusResponse } from "@educonnect-activation/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ActivationClient } from "../client/activation-client.ts";
import { ClientError } from "../client/client-error.ts";
import { answers, createJourney, nothing, problem, methods, createView } from "../../test/create-journey.ts";

const session = {
  givenName: "Zoé",
  familyName: "Marchand",
  expiresAt: 1_800_000_000,
  endsAt: 1_800_000_000,
  now: 1_799_999_000,
};

async function inFlow(view: FlowView, sendEvent: ActivationClient["sendEvent"]) {
  const created = createJourney({
    readStatus: () => Promise.resolve({ flow: view, session: null, methods }),
    sendEvent,
  });
  await created.journey.start();
  return created;
}

const email = { type: "emailSubmitted", email: "zoe@exemple.fr" } as const;
const credentials = { type: "credentialsSubmitted", identifier: "z.marchand", password: "7GMPGYF3" } as const;

describe("opening the page", () => {
  it.each([
    ["the sign-in when nothing is under way", nothing, "signIn"],
    ["the flow under way", { flow: createView(), session: null, methods }, "flow"],
    ["the services of who is signed in", { flow: null, session, methods }, "services"],
    ["the flow before the services", { flow: createView(), session, methods }, "flow"],
  ])("shows %s", async (_name, status, stage) => {
    const { journey } = createJourney({ readStatus: () => Promise.resolve(status) });
    await journey.start();
    expect(journey.state).toMatchObject({ stage: { name: stage }, origin: "start", isBusy: false });
  });

  it("forgets what was wrong with an answer that the page does not hold, but for the tries left", async () => {
    const issues: readonly Issue[] = [
      { code: "sms_code_wrong", field: "code", params: { triesLeft: 4 } },
      { code: "phone_invalid", field: "phone" },
      { code: "email_disowned", field: "email" },
      { code: "france_connect_cancelled" },
    ];
    const found = [
      { code: "triesLeft", params: { triesLeft: 4 } },
      { code: "email_disowned", field: "email" },
      { code: "france_connect_cancelled" },
    ];
    const flow = createView({ issues });
    const opened = createJourney({ readStatus: () => Promise.resolve({ flow, session: null, methods }) });
    await opened.journey.start();
    expect(opened.journey.state).toMatchObject({ issues: found, stage: { view: { issues: found } } });
    const taken = createJourney({ signIn: () => Promise.resolve({ outcome: "flow", flow }) });
    await taken.journey.start();
    await taken.journey.send(credentials);
    expect(taken.journey.state.issues).toEqual(found);
  });

  it("says that the server can't be reached, and tries again when asked", async () => {
    const { call } = answers<unknown, StatusResponse>(
      new ClientError("network"),
      new ClientError("timeout"),
      nothing,
    );
    const { journey, failures } = createJourney({ readStatus: call });
    await journey.start();
    expect(journey.state.stage.name).toBe("unreachable");
    await journey.retry();
    expect(journey.state.stage.name).toBe("unreachable");
    await journey.retry();
    expect(journey.state.stage.name).toBe("signIn");
    expect(failures).toEqual(["network", "timeout"]);
  });
});

describe("signing in", () => {
  it("opens the flow", async () => {
    const { journey } = createJourney({
      signIn: () => Promise.resolve({ outcome: "flow", flow: createView() }),
    });
    await journey.start();
    await journey.send(credentials);
    expect(journey.state).toMatchObject({ stage: { name: "flow" }, origin: "here" });
  });

  it("opens the services with an active account's password", async () => {
    const { journey } = createJourney({ signIn: () => Promise.resolve({ outcome: "session", session }) });
    await journey.start();
    await journey.send(credentials);
    expect(journey.state.stage).toEqual({ name: "services", session, page: null });
  });

  it("shows a refusal on the screen", async () => {
    const { journey } = createJourney({
      signIn: () => Promise.reject(problem("credentials_locked", { retryAfterSeconds: 900 })),
    });
    await journey.start();
    await journey.send(credentials);
    expect(journey.state.stage.name).toBe("signIn");
    expect(journey.state.issues).toEqual([
      { code: "credentials_locked", params: { retryAfterSeconds: 900 } },
    ]);
    expect(journey.state.notice).toBeNull();
  });

  it("asks before it replaces the activation under way", async () => {
    const { call, requests } = answers<SignInRequest, { outcome: "flow"; flow: FlowView }>(
      problem("flow_in_progress"),
      { outcome: "flow", flow: createView() },
    );
    const { journey } = createJourney({ signIn: call });
    await journey.start();
    await journey.send(credentials);
    expect(journey.state.asksToReplace).toBe(true);
    await journey.replace();
    expect(requests.map(({ replace }) => replace)).toEqual([undefined, true]);
    expect(journey.state).toMatchObject({ stage: { name: "flow" }, asksToReplace: false });
  });

  it("shows the activation under way when it is kept", async () => {
    const { call } = answers<unknown, StatusResponse>(nothing, {
      flow: createView({ revision: 7 }),
      session: null,
      methods,
    });
    const { journey } = createJourney({
      readStatus: call,
      signIn: () => Promise.reject(problem("flow_in_progress")),
    });
    await journey.start();
    await journey.send(credentials);
    await journey.keep();
    expect(journey.state).toMatchObject({
      stage: { name: "flow", view: { revision: 7 } },
      asksToReplace: false,
    });
  });
});

describe("a beginning in a frame", () => {
  beforeEach(() => vi.stubGlobal("top", {}));
  afterEach(() => vi.unstubAllGlobals());

  const begin = async (...statuses: (StatusResponse | ClientError)[]) => {
    const { call } = answers<unknown, StatusResponse>(nothing, ...statuses);
    const created = createJourney({
      readStatus: call,
      signIn: () => Promise.resolve({ outcome: "flow", flow: createView() }),
      sendEvent: () => Promise.reject(problem("flow_missing")),
    });
    await created.journey.start();
    await created.journey.send(credentials);
    return created.journey;
  };
  const noticed = ({ state }: Awaited<ReturnType<typeof begin>>) => state.notice?.issue.code;

  it("says at once that the browser kept no cookie, before more is typed", async () => {
    const journey = await begin(nothing);
    expect(journey.state.stage.name).toBe("signIn");
    expect(noticed(journey)).toBe("cookies_refused");
  });

  it("blames no cookie for a flow that ends before its first answer", async () => {
    const journey = await begin({ flow: createView(), session: null, methods });
    expect(journey.state).toMatchObject({ stage: { name: "flow" }, notice: null });
    await journey.send(email);
    expect(noticed(journey)).toBe("flow_missing");
  });

  it("blames nothing where the server can't be asked", async () => {
    const journey = await begin(new ClientError("network"));
    expect(journey.state).toMatchObject({ stage: { name: "flow" }, notice: null });
    await journey.send(email);
    expect(noticed(journey)).toBe("flow_missing");
  });

  it("says so of a session too", async () => {
    const { journey } = createJourney({ signIn: () => Promise.resolve({ outcome: "session", session }) });
    await journey.start();
    await journey.send(credentials);
    expect(noticed(journey)).toBe("cookies_refused");
  });
});

describe("a command", () => {
  it("carries the revision on screen, and its answer is shown", async () => {
    const next = createView({ revision: 2, step: { name: "birthDate" }, issues: [{ code: "code_wrong" }] });
    const { call, requests } = answers<unknown, FlowView>(next);
    const { journey } = await inFlow(createView(), call);
    await journey.send(email);
    expect(requests).toEqual([{ revision: 1, event: email }]);
    expect(journey.state).toMatchObject({
      stage: { view: next },
      issues: [{ code: "code_wrong" }],
      origin: "here",
    });
    expect(journey.state.typedEmail).toBe("zoe@exemple.fr");
  });

  it("is sent once on a double click", async () => {
    const { call, requests } = answers<unknown, FlowView>(createView({ revision: 2 }));
    const { journey } = await inFlow(createView(), call);
    await Promise.all([journey.send(email), journey.send(email)]);
    expect(requests).toHaveLength(1);
  });

  it("stays on screen when the network fails, and is sent again as it was", async () => {
    const { call, requests } = answers<unknown, FlowView>(
      new ClientError("network"),
      createView({ revision: 2 }),
    );
    const { journey } = await inFlow(createView(), call);
    await journey.send(email);
    expect(journey.state.notice).toEqual({ issue: { code: "network_failed" }, canRetry: true });
    expect(journey.state.stage).toMatchObject({ view: { revision: 1 } });
    await journey.retry();
    expect(requests[1]).toEqual(requests[0]);
    expect(journey.state).toMatchObject({ stage: { view: { revision: 2 } }, notice: null });
  });

  it.each(["revision_stale", "event_not_accepted"] as const)(
    "adopts the current view on %s",
    async (code) => {
      const current = createView({ revision: 5, step: { name: "birthDate" } });
      const { journey } = await inFlow(createView(), () => Promise.reject(problem(code, { flow: current })));
      await journey.send(email);
      expect(journey.state).toMatchObject({
        stage: { view: current },
        origin: "elsewhere",
        notice: { issue: { code }, canRetry: false },
      });
    },
  );

  it("shows why it was too soon, beside the view that came with it", async () => {
    const current = createView({ revision: 1, issues: [{ code: "code_wrong" }] });
    const { journey } = await inFlow(createView(), () =>
      Promise.reject(problem("resend_too_soon", { flow: current, retryAfterSeconds: 30 })),
    );
    await journey.send({ type: "emailResendRequested" });
    expect(journey.state.issues).toEqual([
      { code: "code_wrong" },
      { code: "resend_too_soon", params: { retryAfterSeconds: 30 } },
    ]);
  });

  it.each([
    ["flow_missing", "signIn"],
    ["flow_moved", "moved"],
  ] as const)("ends at the right place on %s", async (code, stage) => {
    const { journey } = await inFlow(createView(), () => Promise.reject(problem(code)));
    await journey.send(email);
    expect(journey.state.stage.name).toBe(stage);
    expect(journey.state.isBusy).toBe(false);
  });

  it("shows the fields of a request that was refused as invalid", async () => {
    const issues: readonly Issue[] = [{ code: "email_invalid", field: "event.email" }];
    const { journey } = await inFlow(createView(), () =>
      Promise.reject(problem("request_invalid", { issues })),
    );
    await journey.send(email);
    expect(journey.state.issues).toEqual(issues);
  });

  it("that enters the services leads there", async () => {
    const finished = createView({ condition: "finished", step: { name: "finished" } });
    const { journey } = await inFlow(createView(), () => Promise.resolve(finished));
    await journey.send({ type: "servicesRequested" });
    expect(journey.state.stage.name).toBe("services");
  });

  it("changes nothing once the journey was stopped", async () => {
    const { journey } = await inFlow(createView(), () => Promise.resolve(createView({ revision: 2 })));
    const sent = journey.send(email);
    journey.stop();
    await sent;
    expect(journey.state.stage).toMatchObject({ view: { revision: 1 } });
  });
});
