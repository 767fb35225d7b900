import { createPlan } from "@educonnect-activation/core";
import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  connectAs,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import type { TestPortal } from "../portal/test-portal.ts";
import { identify, typedClaire } from "./sms-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

const plans = {
  franceConnect: createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "smsCode", "children", "password"],
  }),
};
const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;

async function connect(portal: TestPortal, person: string) {
  const browser = portal.browser();
  await connectAs(browser, standIn, person);
  expect((await showStatus(browser))?.step.name).toBe("smsCode");
  return browser;
}

async function guessWrong(browser: Awaited<ReturnType<typeof connect>>) {
  for (let round = 0; round < 5; round += 1) await browser.send(submit("00000000"));
  expect(browser.view().lockedUntil).not.toBeNull();
}

describe("decisions/0051 a code by SMS after a proof by FranceConnect", () => {
  it("is locked by no stranger who types the number, nor are its texts used up", async () => {
    const portal = await openFranceConnectPortal(standIn, { methods: { plans } });
    await identify(portal, typedClaire);
    await identify(portal, typedClaire);
    await guessWrong(await identify(portal, typedClaire));
    expect(await portal.texts()).toHaveLength(3);
    const browser = await connect(portal, "claire");
    expect(browser.view().issues).toEqual([]);
    await browser.send(submit(await portal.lastSmsCode()));
    expect(browser.view().step.name).toBe("children");
  });

  it("has tries of each identity's own, across its flows", async () => {
    const portal = await openFranceConnectPortal(standIn, { methods: { plans } });
    await guessWrong(await connect(portal, "namesake"));
    const again = portal.browser();
    await connectAs(again, standIn, "namesake");
    await showStatus(again);
    expect((await again.send(submit(await portal.lastSmsCode()))).status).toBe(429);
    const browser = await connect(portal, "claire");
    await browser.send(submit(await portal.lastSmsCode()));
    expect(browser.view().step.name).toBe("children");
  });
});
