import type { Command } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { createTestBrowser, problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { arriveAt, arriveAtBirthDate, chosenPassword, rightAnswers } from "./guardian-journey.ts";

/** Somebody else who holds what is in this browser's jar now. */
function thiefOf(portal: TestPortal, victim: TestBrowser): TestBrowser {
  const thief = createTestBrowser(portal.environment);
  for (const [name, value] of victim.cookies) thief.cookies.set(name, value);
  return thief;
}

/** What somebody gets who tries a cookie that is not theirs. */
async function attack(thief: TestBrowser, revision: number) {
  const status = await thief.request("readStatus");
  const sent = await thief.send({ type: "abandonRequested" }, { revision });
  const { code, flow } = problemOf(sent);
  return { status: status.body, code, flow, gained: thief.cookies.has("__Host-educonnect-session") };
}

const nothing = {
  status: { flow: null, session: null, methods: ["letter", "pupil", "sms"] },
  code: "revision_stale",
  flow: undefined,
  gained: false,
};

describe("a flow cookie planted or stolen before a proof (ASVS 7.2.4)", () => {
  it("is useless once the letter was given again", async () => {
    const { portal, browser, letter } = await arriveAt("email", await createTestPortal());
    const thief = thiefOf(portal, browser);
    await browser.signIn(letter.identifier, letter.provisionalPassword);
    expect(await attack(thief, browser.view().revision)).toEqual(nothing);
  });

  it("is useless once the children's dates were right", async () => {
    const { portal, browser } = await arriveAt("children", await createTestPortal());
    const thief = thiefOf(portal, browser);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(await attack(thief, browser.view().revision)).toEqual(nothing);
  });

  it("is useless once the pupil's date was right", async () => {
    const { portal, browser } = await arriveAtBirthDate(await createTestPortal());
    const thief = thiefOf(portal, browser);
    await browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" });
    expect(await attack(thief, browser.view().revision)).toEqual(nothing);
  });

  it("is useless once the mail's code was right", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const thief = thiefOf(portal, browser);
    const { code } = await portal.lastConfirmation();
    await browser.send({ type: "emailCodeSubmitted", code });
    expect(await attack(thief, browser.view().revision)).toEqual(nothing);
  });

  it("is forgotten altogether ten minutes later", async () => {
    const { portal, browser } = await arriveAt("children", await createTestPortal());
    const thief = thiefOf(portal, browser);
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    portal.clock.advance(600);
    const late = await thief.send({ type: "abandonRequested" }, { revision: browser.view().revision });
    expect(problemOf(late).code).toBe("flow_missing");
  });

  it("opens the answer to its own request again, cookie included, for ten minutes", async () => {
    const { portal, browser } = await arriveAt("children", await createTestPortal());
    const before = thiefOf(portal, browser);
    const event: Command = { type: "childrenSubmitted", answers: rightAnswers };
    const request = { idempotencyKey: "0123456789abcdef", revision: browser.view().revision };
    const first = await browser.send(event, request);
    const again = await before.send(event, request);
    expect(again.body).toEqual(first.body);
    expect(again.cookies).toEqual(first.cookies);
    expect(before.cookies).toEqual(browser.cookies);
    expect((await portal.mails()).length).toBe(1);
    expect((await before.request("readStatus")).body).toMatchObject({
      flow: { revision: before.view().revision },
    });
  });

  it("opens nothing with the same key and another body, or after the flow moved", async () => {
    const { portal, browser, letter } = await arriveAt("children", await createTestPortal());
    const before = thiefOf(portal, browser);
    const request = { idempotencyKey: "0123456789abcdef", revision: browser.view().revision };
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers }, request);
    const other = await before.send({ type: "childrenSubmitted", answers: [] }, request);
    expect(problemOf(other).code).toBe("idempotency_key_reused");
    expect(other.status).toBe(422);
    const event: Command = { type: "emailCodeSubmitted", code: "1" };
    const last = { idempotencyKey: "fedcba9876543210", revision: browser.view().revision };
    await browser.send(event, last);
    await portal.browser().signIn(letter.identifier, chosenPassword);
    for (const again of [last, { revision: last.revision }]) {
      expect(problemOf(await browser.send(event, again)).code).toBe("flow_moved");
    }
  });
});

describe("an idempotency key", () => {
  it.each([null, "", "short", "x".repeat(65), "0123456789abcde ", "0123456789abcdé"])(
    "of another shape is refused: %s",
    async (idempotencyKey) => {
      const { browser } = await arriveAt("email", await createTestPortal());
      const refused = await browser.send({ type: "emailSubmitted", email: "a@b.fr" }, { idempotencyKey });
      expect(problemOf(refused).code).toBe("idempotency_key_missing");
    },
  );

  it("may be used again once its answer is forgotten", async () => {
    const { portal, browser } = await arriveAt("email", await createTestPortal());
    const idempotencyKey = "0123456789abcdef";
    await browser.send({ type: "emailSubmitted", email: "a@example.org" }, { idempotencyKey });
    portal.clock.advance(600);
    await browser.send({ type: "backRequested" });
    const again = await browser.send({ type: "emailSubmitted", email: "b@example.org" }, { idempotencyKey });
    expect(again.status).toBe(200);
  });
});

describe("a confirmation link (ASVS 6.5.1, 6.6.2)", () => {
  const answer = (portal: TestPortal, token: string, choice: "confirm" | "disown" = "confirm") =>
    portal.browser().request("answerConfirmationLink", { token, answer: choice });

  it("gives whoever confirms neither a cookie nor a look at the account", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    const victim = portal.browser();
    const response = await victim.request("answerConfirmationLink", { token, answer: "confirm" });
    expect(response.body).toEqual({ outcome: "confirmed", ownFlow: false });
    expect(response.cookies ?? []).toEqual([]);
    await browser.request("readStatus");
    expect(browser.view().step.name).toBe("success");
    expect(browser.cookies.has("__Host-educonnect-session")).toBe(false);
  });

  it("confirmed by a victim for an attacker's flow leaves the victim's account alone", async () => {
    const portal = await createTestPortal();
    const paulsLetter = await portal.issue("paul");
    const { browser } = await arriveAt("emailSent", portal);
    await answer(portal, (await portal.lastConfirmation()).token);
    await browser.request("readStatus");
    await browser.send({ type: "servicesRequested" });
    const services = await browser.request("readServices");
    expect(services.body).toMatchObject({ session: { givenName: "Claire" } });
    expect(await portal.environment.accounts.findByPerson("paul")).toMatchObject({
      status: "pending",
      email: null,
    });
    const paul = await portal.browser().signIn(paulsLetter.identifier, paulsLetter.provisionalPassword);
    expect(paul.status).toBe(200);
  });

  it("moves on the flow in whose own browser it is confirmed", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    const response = await browser.request("answerConfirmationLink", { token, answer: "confirm" });
    expect(response.body).toEqual({ outcome: "confirmed", ownFlow: true });
  });

  it("is worth one answer", async () => {
    const { portal } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    expect((await answer(portal, token)).status).toBe(200);
    for (const choice of ["confirm", "disown"] as const) {
      expect(problemOf(await answer(portal, token, choice)).code).toBe("confirmation_link_used");
    }
  });

  it("sent 100 times at once is answered once", async () => {
    const { portal } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    const answers = await Promise.all(Array.from({ length: 100 }, () => answer(portal, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("ends when the code beside it is used", async () => {
    const { portal } = await arriveAt("success", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    expect(problemOf(await answer(portal, token)).code).toBe("confirmation_link_used");
  });

  it("ends after 24 hours, and its code too", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token, code } = await portal.lastConfirmation();
    portal.clock.advance(86_400);
    expect(problemOf(await answer(portal, token)).code).toBe("confirmation_link_expired");
    await browser.send({ type: "emailCodeSubmitted", code });
    expect(browser.view().issues).toMatchObject([{ code: "code_wrong" }]);
  });

  it("ends when a newer one is sent, and its code too", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const old = await portal.lastConfirmation();
    portal.clock.advance(60);
    await browser.send({ type: "emailResendRequested" });
    expect(problemOf(await answer(portal, old.token)).code).toBe("confirmation_link_replaced");
    await browser.send({ type: "emailCodeSubmitted", code: old.code });
    expect(browser.view().issues).toMatchObject([{ code: "code_wrong" }]);
    const { code } = await portal.lastConfirmation();
    await browser.send({ type: "emailCodeSubmitted", code });
    expect(browser.view().step.name).toBe("success");
  });

  it("ends when its address is taken back", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    await browser.send({ type: "emailCorrectionRequested" });
    expect(problemOf(await answer(portal, token)).code).toBe("confirmation_link_replaced");
    expect(browser.view().step).toEqual({ name: "email", given: null });
  });

  it("disowned by a stranger takes the address out of the flow and the store", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    expect((await answer(portal, token, "disown")).body).toEqual({ outcome: "disowned", ownFlow: false });
    await browser.request("readStatus");
    expect(browser.view()).toMatchObject({ step: { name: "email" }, issues: [{ code: "email_disowned" }] });
    const [flow] = await portal.environment.store.find("flows", { where: {} });
    expect(flow?.email_encrypted).toBeNull();
  });

  it("once disowned, says that it was, and not that an address is confirmed", async () => {
    const { portal } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    await answer(portal, token, "disown");
    const read = problemOf(await portal.browser().request("readConfirmationLink", { token }));
    expect(read).toMatchObject({ code: "confirmation_link_disowned", status: 410 });
    expect(problemOf(await answer(portal, token)).code).toBe("confirmation_link_disowned");
  });

  it("ends with the activation that asked for it", async () => {
    const { portal, browser } = await arriveAt("emailSent", await createTestPortal());
    const { token } = await portal.lastConfirmation();
    await browser.send({ type: "abandonRequested" });
    for (const endpoint of ["readConfirmationLink", "answerConfirmationLink"] as const) {
      const body = endpoint === "readConfirmationLink" ? { token } : { token, answer: "confirm" };
      expect(problemOf(await portal.browser().request(endpoint, body)).code).toBe(
        "confirmation_link_expired",
      );
    }
  });

  it.each(["x", "A".repeat(200), "../../etc/passwd", "' or 1=1 --", "😀"])(
    "that was never sent is unknown: %s",
    async (token) => {
      const portal = await createTestPortal();
      expect(problemOf(await answer(portal, token)).code).toBe("confirmation_link_unknown");
      expect(problemOf(await portal.browser().request("readConfirmationLink", { token })).code).toBe(
        "confirmation_link_unknown",
      );
    },
  );

  it("confirms the address of a pupil who is active already, and the success screen knows", async () => {
    const { portal, browser } = await arriveAtBirthDate(await createTestPortal());
    await browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" });
    await browser.send({ type: "emailSubmitted", email: "lucas@example.org" });
    expect(browser.view().step).toMatchObject({ name: "success", pendingEmail: "l•••@example.org" });
    const { token } = await portal.lastConfirmation();
    const read = await portal.browser().request("readConfirmationLink", { token });
    expect(read.body).toMatchObject({ audience: "pupil", maskedEmail: "l•••@example.org" });
    expect((await answer(portal, token)).status).toBe(200);
    expect((await portal.environment.accounts.findByPerson("lucas"))?.emailStatus).toBe("confirmed");
    await browser.request("readStatus");
    expect(browser.view().step).toMatchObject({ pendingEmail: null });
  });

  it("has no code beside it once the account is active, be it by the same request", async () => {
    const { portal, browser } = await arriveAtBirthDate(await createTestPortal());
    await browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" });
    await browser.send({ type: "emailSubmitted", email: "lucas@example.org" });
    const { code } = await portal.lastConfirmation();
    expect(code).toBe("");
    expect((await portal.mails()).at(-1)?.text).toContain("Votre compte ÉduConnect est actif.");
  });

  it("disowned takes the address of an active pupil away", async () => {
    const { portal, browser } = await arriveAtBirthDate(await createTestPortal());
    await browser.send({ type: "birthDateSubmitted", birthDate: "2009-11-30" });
    await browser.send({ type: "emailSubmitted", email: "stranger@example.org" });
    await answer(portal, (await portal.lastConfirmation()).token, "disown");
    expect(await portal.environment.accounts.findByPerson("lucas")).toMatchObject({
      status: "active",
      email: null,
      emailStatus: "none",
    });
  });
});
