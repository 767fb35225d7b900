import type {
  EventRequest,
  FlowView,
  StartFlowRequest,
  StartFranceConnectRequest,
  StartFranceConnectResponse,
  StatusResponse,
} from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { ClientError } from "../client/client-error.ts";
import { answers, createJourney, nothing, problem, methods, createView } from "../../test/create-journey.ts";
import { Elsewhere } from "./elsewhere.ts";
import { compareMethods, followLink, leave, sendCommand, startFranceConnect, startSms } from "./acts.ts";

const identity = createView({ method: "sms", step: { name: "identity" } });
const typed = {
  type: "identitySubmitted",
  givenName: "Zoé",
  familyName: "Marchand",
  phone: "+33612345678",
} as const;
const location = "https://fc.example/authorize";

describe("« Je n'ai pas de compte »", () => {
  it("opens the flow", async () => {
    const { call, requests } = answers<StartFlowRequest, FlowView>(identity);
    const { journey } = createJourney({ startFlow: call });
    await journey.start();
    await startSms(journey);
    expect(requests).toEqual([{ method: "sms" }]);
    expect(journey.state).toMatchObject({ stage: { view: identity }, origin: "here" });
  });

  it("asks before it replaces the activation under way, after a lost answer too", async () => {
    const { call, requests } = answers<StartFlowRequest, FlowView>(
      new ClientError("network"),
      problem("flow_in_progress"),
      identity,
    );
    const { journey } = createJourney({ startFlow: call });
    await journey.start();
    await startSms(journey);
    await journey.retry();
    expect(journey.state.asksToReplace).toBe(true);
    await journey.replace();
    expect(requests.at(-1)).toEqual({ method: "sms", replace: true });
    expect(journey.state.stage.name).toBe("flow");
  });

  it("shows how things stand when another tab has proved the activation meanwhile", async () => {
    const proven = createView({ method: "sms", step: { name: "children", children: [] } });
    const { call } = answers<unknown, StatusResponse>(
      { flow: identity, session: null, methods },
      { flow: proven, session: null, methods },
    );
    const { journey } = createJourney({
      readStatus: call,
      startFlow: () => Promise.reject(problem("flow_in_progress")),
    });
    await journey.start();
    await startSms(journey);
    expect(journey.state).toMatchObject({
      stage: { view: proven },
      asksToReplace: false,
      notice: { issue: { code: "revision_stale" } },
    });
  });

  it("offers no longer what turns out to be closed", async () => {
    const { call } = answers<unknown, StatusResponse>(nothing, { ...nothing, methods: ["letter"] });
    const { journey } = createJourney({
      readStatus: call,
      startFlow: () => Promise.reject(problem("method_closed")),
    });
    await journey.start();
    await startSms(journey);
    expect(journey.state).toMatchObject({
      methods: ["letter"],
      notice: { issue: { code: "method_closed" }, canRetry: false },
    });
  });

  it.each(["address_refused", "sms_unavailable", "france_connect_unavailable"] as const)(
    "shows %s on the screen, with the time to wait",
    async (code) => {
      const { journey } = createJourney({
        startFlow: () => Promise.reject(problem(code, { retryAfterSeconds: 60 })),
      });
      await journey.start();
      await startSms(journey);
      expect(journey.state.issues).toEqual([{ code, params: { retryAfterSeconds: 60 } }]);
    },
  );
});

describe("FranceConnect", () => {
  it("leaves the page and stays busy, until it is shown again", async () => {
    const { call, requests } = answers<StartFranceConnectRequest, StartFranceConnectResponse>({ location });
    const { journey, left } = createJourney({ startFranceConnect: call });
    await journey.start();
    await startFranceConnect(journey, "https://ent.example/");
    expect(requests).toEqual([{ returnUrl: "https://ent.example/" }]);
    expect(left).toEqual([location]);
    expect(journey.state.isBusy).toBe(true);
    expect(journey.comeBack()).toBe(true);
    expect(journey.comeBack()).toBe(false);
    await expect.poll(() => journey.state.isBusy).toBe(false);
  });

  it.each([
    ["late", nothing, "late", "start"],
    ["late", { flow: identity, session: null, methods }, "flow", "start"],
    ["back", nothing, "signIn", "here"],
    ["back", { flow: identity, session: null, methods }, "flow", "start"],
  ] as const)(
    "that answered %s is told where nothing else is known",
    async (arrival, status, stage, origin) => {
      const { journey } = createJourney({ readStatus: () => Promise.resolve(status) });
      await journey.start(arrival);
      expect(journey.state).toMatchObject({ stage: { name: stage }, origin });
    },
  );

  it("ends its session as well at the sign-out", async () => {
    const { journey, left } = createJourney({
      signOut: () => Promise.resolve({ ...nothing, logoutUrl: "https://fc.example/logout" }),
    });
    await journey.start();
    await journey.signOut();
    expect(left).toEqual(["https://fc.example/logout"]);
    expect(journey.state).toMatchObject({ stage: { name: "signIn" }, isBusy: true });
  });
});

describe("leaving", () => {
  async function atIdentity(...list: (FlowView | ClientError)[]) {
    const { call, requests } = answers<EventRequest, FlowView>(...list);
    const created = createJourney({
      readStatus: () => Promise.resolve({ flow: identity, session: null, methods }),
      sendEvent: call,
    });
    await created.journey.start();
    return { ...created, requests };
  }

  it.each([
    ["its end", identity],
    ["an end already come", problem("flow_missing")],
  ])("an unproven activation shows the sign-in after %s, without a word", async (_name, answer) => {
    const { journey, requests } = await atIdentity(answer);
    await leave(journey);
    expect(requests).toEqual([{ revision: 1, event: { type: "abandonRequested" } }]);
    expect(journey.state).toMatchObject({ stage: { name: "signIn" }, notice: null, typedIdentity: null });
  });

  it("keeps it when the server could not be told", async () => {
    const { journey } = await atIdentity(new ClientError("network"), identity);
    await leave(journey);
    expect(journey.state).toMatchObject({ stage: { name: "flow" }, notice: { canRetry: true } });
    await journey.retry();
    expect(journey.state.stage.name).toBe("signIn");
  });

  it("asks about an activation that is proved", () => {
    const children = createView({ method: "sms", step: { name: "children", children: [] } });
    const { journey } = createJourney({});
    new Elsewhere(journey).adopt({ flow: children, session: null, methods });
    let asked = 0;
    void followLink(journey, "sign-in", { returnUrl: null, onLeave: () => (asked += 1) });
    expect(asked).toBe(1);
  });

  it("for the methods and back shows again what was wrong, and the methods nothing of it", async () => {
    const refused = { ...identity, issues: [{ code: "phone_invalid", field: "phone" }] } as const;
    const { journey } = await atIdentity(refused);
    await sendCommand(journey, typed);
    compareMethods(journey, true);
    expect(journey.state).toMatchObject({ comparesMethods: true, issues: [] });
    compareMethods(journey, false);
    expect(journey.state).toMatchObject({
      comparesMethods: false,
      issues: refused.issues,
      typedIdentity: typed,
    });
  });

  it("by force keeps what was typed for another try, and forgets it once it has served", async () => {
    const code = createView({ method: "sms", step: { name: "children", children: [] } });
    const { journey } = await atIdentity(problem("flow_missing"));
    await sendCommand(journey, typed);
    expect(journey.state).toMatchObject({
      stage: { name: "signIn" },
      notice: { issue: { code: "flow_restart" } },
      typedIdentity: typed,
    });
    const served = await atIdentity(code);
    await sendCommand(served.journey, typed);
    expect(served.journey.state.typedIdentity).toBeNull();
  });
});

it("tells a limit on the texts to a number from one on the mails of an attempt", async () => {
  const { journey } = createJourney({
    readStatus: () => Promise.resolve({ flow: identity, session: null, methods }),
    sendEvent: () => Promise.reject(problem("sends_exhausted", { retryAfterSeconds: 60 })),
  });
  await journey.start();
  await sendCommand(journey, typed);
  expect(journey.state.issues).toEqual([{ code: "sms_exhausted", params: { retryAfterSeconds: 60 } }]);
});
