import { describe, expect, it } from "vitest";
import { createTestPortal } from "../test/portal/test-portal.ts";
import { problemOf } from "../test/portal/test-browser.ts";

const password = "Brouette-Violette-42";

async function arriveAtChildren() {
  const portal = await createTestPortal();
  const letter = await portal.issue("claire");
  const browser = portal.browser();
  await browser.signIn(letter.identifier.toUpperCase(), letter.provisionalPassword.toLowerCase());
  await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
  await browser.send({ type: "passwordSubmitted", password });
  return { portal, letter, browser };
}

const rightAnswers = [
  { childId: "emma", relation: "guardian", birthDate: "2015-03-12" },
  { childId: "lucas", relation: "guardian", birthDate: "2009-11-30" },
] as const;

describe("the letter's method", () => {
  it("leads a guardian from the letter to the services", async () => {
    const { portal, browser, letter } = await arriveAtChildren();
    expect(browser.view().step.name).toBe("children");
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(browser.view().step.name).toBe("emailSent");
    const { token } = await portal.lastConfirmation();

    const elsewhere = portal.browser();
    const read = await elsewhere.request("readConfirmationLink", { token });
    expect(read.body).toEqual({
      audience: "guardian",
      identifier: letter.identifier,
      maskedEmail: expect.stringContaining("@example.org"),
    });
    const answer = await elsewhere.request("answerConfirmationLink", { token, answer: "confirm" });
    expect(answer.body).toEqual({ outcome: "confirmed", ownFlow: false });
    expect(elsewhere.cookies.size).toBe(0);

    await browser.request("readStatus");
    expect(browser.view().step).toEqual({
      name: "success",
      identifier: letter.identifier,
      pendingEmail: null,
    });
    const entered = await browser.send({ type: "servicesRequested" });
    expect(entered.status).toBe(200);
    const services = await browser.request("readServices");
    expect(services.body).toMatchObject({ session: { givenName: "Claire", familyName: "Martin" } });

    const again = await portal.browser().signIn(letter.identifier, password);
    expect(again.body).toMatchObject({ outcome: "session" });
  });

  it("takes the mail's code instead of its link", async () => {
    const { portal, browser } = await arriveAtChildren();
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    const { code } = await portal.lastConfirmation();
    await browser.send({ type: "emailCodeSubmitted", code: `${code.slice(0, 4)} ${code.slice(4)}` });
    expect(browser.view().step.name).toBe("success");
  });

  it("refuses the letter's password once one was chosen, and resumes with that one", async () => {
    const { portal, browser, letter } = await arriveAtChildren();
    const other = portal.browser();
    const refused = await other.signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(refused).code).toBe("credentials_refused");
    const resumed = await other.signIn(letter.identifier, password);
    expect(resumed.body).toMatchObject({ outcome: "flow", flow: { step: { name: "children" } } });
    const moved = await browser.request("readStatus");
    expect(problemOf(moved).code).toBe("flow_moved");
  });
});

describe("the pupil's method", () => {
  it("leads a pupil without a mail to the identifier", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("lucas");
    const browser = portal.browser();
    await browser.signIn(letter.identifier, letter.provisionalPassword);
    await browser.send({ type: "passwordSubmitted", password });
    await browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" });
    expect(browser.view().step.name).toBe("email");
    await browser.send({ type: "emailSkipped" });
    expect(browser.view().step.name).toBe("success");
    expect(await portal.mails()).toEqual([]);
  });
});
