import { describe, expect, it } from "vitest";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers, typedEmail } from "./guardian-journey.ts";
import { arriveBySms, identify, smsRecords, typedClaire } from "./sms-journey.ts";

const open = () => createTestPortal({ records: smsRecords });
const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;

describe("an ex-spouse who knows names and number", () => {
  it("changes nothing for the victim: no flow led into, none lost, no lock-out, no word", async () => {
    const portal = await open();
    const { browser, letter } = await arriveAt("email", portal);
    const { store } = portal.environment;
    const before = await store.find("flows", { where: { person_id: "claire" } });
    for (let index = 0; index < 8; index += 1) {
      const stranger = await identify(portal, typedClaire);
      for (let guess = 0; guess < 6; guess += 1) await stranger.send(submit("00000000"));
    }
    expect(await store.find("flows", { where: { person_id: "claire" } })).toEqual(before);
    const elsewhere = portal.browser();
    const signedIn = await elsewhere.signIn(letter.identifier, letter.provisionalPassword);
    expect(signedIn.body).toMatchObject({ flow: { method: "letter", step: { name: "email" } } });
    await elsewhere.send({ type: "emailSubmitted", email: typedEmail });
    await elsewhere.send({ type: "passwordSubmitted", password: chosenPassword });
    await elsewhere.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(elsewhere.view().step.name).toBe("emailSent");
    expect(problemOf(await browser.request("readStatus")).code).toBe("flow_moved");
    // Three texts, each of which says not to give the code away.
    expect(await portal.texts()).toHaveLength(3);
  });

  it("gains nothing from the victim's own proof", async () => {
    const portal = await open();
    const stranger = await identify(portal, typedClaire);
    const victim = await arriveBySms("children", portal);
    await stranger.send({ type: "continueRequested" });
    await stranger.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(stranger.view().step.name).toBe("smsCode");
    expect(victim.view().step.name).toBe("children");
  });
});
