import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers } from "./guardian-journey.ts";

const day = 86_400;
const flowCookie = "__Host-educonnect-flow";

describe("an activation", () => {
  it("lives seven days after the letter was proved", async () => {
    const { portal, browser } = await arriveAt("email", await createTestPortal());
    portal.clock.advance(7 * day - 1);
    expect((await browser.request("readStatus")).body).toMatchObject({ flow: { step: { name: "email" } } });
    portal.clock.advance(1);
    expect((await browser.request("readStatus")).body).toMatchObject({ flow: null, session: null });
    const late = await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    expect(late.body).toMatchObject({ condition: "expired" });
    expect(browser.cookies.has(flowCookie)).toBe(false);
  });

  it("given up is over: its cookie and its address go, and the way in stays open", async () => {
    const { portal, browser, letter } = await arriveAt("children", await createTestPortal());
    await browser.send({ type: "abandonRequested" });
    expect(browser.view().condition).toBe("abandoned");
    expect(browser.cookies.size).toBe(0);
    expect(await portal.environment.store.find("flows", { where: {} })).toMatchObject([
      { email_encrypted: null },
    ]);
    const again = await browser.signIn(letter.identifier, chosenPassword);
    expect(again.body).toMatchObject({ flow: { step: { name: "email", given: null } } });
  });

  it("is not offered to a cookie that was never given", async () => {
    const { portal } = await arriveAt("email", await createTestPortal());
    for (const value of ["", "x", "A".repeat(4_000), "é", "' or 1=1"]) {
      const browser = portal.browser();
      browser.cookies.set(flowCookie, value);
      expect((await browser.request("readStatus")).body).toMatchObject({ flow: null, session: null });
      const sent = await browser.send({ type: "abandonRequested" }, { revision: 1 });
      expect(problemOf(sent).code).toBe("flow_missing");
    }
  });

  it("counts wrong codes by person, whatever is given up and begun again", async () => {
    const { portal, browser, letter } = await arriveAt("emailSent", await createTestPortal());
    for (let index = 0; index < 4; index += 1) await browser.send({ type: "emailCodeSubmitted", code: "1" });
    await browser.send({ type: "abandonRequested" });
    portal.clock.advance(60);
    await browser.signIn(letter.identifier, chosenPassword);
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    await browser.send({ type: "emailCodeSubmitted", code: "1" });
    portal.clock.advance(60);
    const { code } = await portal.lastConfirmation();
    await browser.send({ type: "emailCodeSubmitted", code });
    expect(browser.view().lockedUntil).not.toBeNull();
  });

  it("is no way to flood a mailbox: ten mails, then a day of silence", async () => {
    const { portal, browser, letter } = await arriveAt("emailSent", await createTestPortal());
    let last = 0;
    for (let round = 0; round < 4; round += 1) {
      for (let index = 0; index < 4; index += 1) {
        portal.clock.advance(60);
        last = (await browser.send({ type: "emailResendRequested" })).status;
      }
      await browser.send({ type: "abandonRequested" });
      await browser.signIn(letter.identifier, chosenPassword);
      await browser.send({ type: "emailSubmitted", email: "victim@example.org" });
      await browser.send({ type: "passwordSubmitted", password: chosenPassword });
      last = (await browser.send({ type: "childrenSubmitted", answers: rightAnswers })).status;
    }
    expect(last).toBe(429);
    expect(await portal.mails()).toHaveLength(10);
  });
});
