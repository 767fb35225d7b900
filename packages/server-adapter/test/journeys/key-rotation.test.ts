import { describe, expect, it } from "vitest";
import { webRandom } from "../../src/ports/random.ts";
import { createKeyRing, generateMasterKey, type MasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createTestBrowser } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword, rightAnswers } from "./guardian-journey.ts";
import { identify, typedClaire } from "./sms-journey.ts";

const vaultOf = (current: MasterKey, ...previous: MasterKey[]) =>
  createVault(createKeyRing({ current, previous }));

/** The same data before and after the keys were rotated, in the middle of what people do. */
async function openTwice() {
  const store = createMemoryStore();
  const [older, newer] = [generateMasterKey(webRandom, "older"), generateMasterKey(webRandom, "newer")];
  const before = await createTestPortal({ store, vault: vaultOf(older) });
  const after = await createTestPortal({
    store,
    vault: vaultOf(newer, older),
    records: { schools: [], people: [], guardianships: [] },
  });
  return { before, after };
}

describe("ASVS 11.2.2, 13.3.4 after the keys were rotated", () => {
  it("an activation goes on, dates, codes and replays included", async () => {
    const { before, after } = await openTwice();
    const { browser, letter } = await arriveAt("children", before);
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    const request = { idempotencyKey: "0123456789abcdef", revision: browser.view().revision };
    const event = { type: "childrenSubmitted", answers: rightAnswers } as const;
    const first = await browser.send(event, request);
    const again = await moved.send(event, request);
    expect(again).toEqual(first);
    const { code } = await before.lastConfirmation();
    await moved.send({ type: "emailCodeSubmitted", code });
    await moved.send({ type: "servicesRequested" });
    expect((await moved.request("readServices")).status).toBe(200);
    expect((await after.browser().signIn(letter.identifier, chosenPassword)).status).toBe(200);
  });

  it("a link confirms, and knows the browser that asked for it", async () => {
    const { before, after } = await openTwice();
    const { browser } = await arriveAt("emailSent", before);
    const { token } = await before.lastConfirmation();
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    const answer = await moved.request("answerConfirmationLink", { token, answer: "confirm" });
    expect(answer.body).toEqual({ outcome: "confirmed", ownFlow: true });
  });

  it("a number typed and a code texted before still count, once", async () => {
    const { before, after } = await openTwice();
    const browser = await identify(before, { ...typedClaire, phone: "06 12 34 56 71" });
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    await moved.request("readStatus");
    expect(moved.view().step).toMatchObject({ sending: { to: "+33 •• •• •• 71" } });
    await moved.send({ type: "smsCodeSubmitted", code: await before.lastSmsCode() });
    expect(moved.view().step.name).toBe("children");
    // Found by its number under the older key as well.
    await identify(after, { ...typedClaire, phone: "06 12 34 56 71" });
    expect((await after.texts()).map(({ to }) => to)).toEqual(["+33612345671"]);
  });

  it("a session goes on, and signing out still ends it", async () => {
    const { before, after } = await openTwice();
    const { browser } = await arriveAt("success", before);
    await browser.send({ type: "servicesRequested" });
    const moved = createTestBrowser(after.environment);
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    expect((await moved.request("readServices")).status).toBe(200);
    await moved.request("signOut", {});
    expect((await browser.request("readServices")).status).toBe(401);
  });
});
