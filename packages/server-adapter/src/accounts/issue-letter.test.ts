import { describe, expect, it } from "vitest";
import { arriveAt } from "../../test/journeys/guardian-journey.ts";
import { problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";

describe("a letter", () => {
  it("carries an identifier and a password of the deck's shapes, valid 90 days", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    expect(letter.identifier).toMatch(/^c\.martin\d{2}$/);
    expect(letter.provisionalPassword).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(letter.expiresAt - portal.clock.now()).toBe(90 * 86_400);
  });

  it("ASVS 6.4.1 leaves only a hash of its password behind", async () => {
    const portal = await createTestPortal();
    const { provisionalPassword } = await portal.issue("claire");
    const rows = await portal.environment.store.find("credentials", { where: {} });
    expect(JSON.stringify(rows)).not.toContain(provisionalPassword);
    expect(rows).toMatchObject([{ type: "provisional", secret: expect.stringMatching(/^\$/) }]);
  });

  it("keeps the identifier when it is issued again, and ends the letter before", async () => {
    const portal = await createTestPortal();
    const first = await portal.issue("claire");
    const second = await portal.issue("claire");
    expect(second.identifier).toBe(first.identifier);
    const old = await portal.browser().signIn(first.identifier, first.provisionalPassword);
    expect(problemOf(old).code).toBe("credentials_refused");
    const current = await portal.browser().signIn(second.identifier, second.provisionalPassword);
    expect(current.status).toBe(200);
  });

  it("ends the activation under way and the password chosen in it when it is issued again", async () => {
    const { portal, letter, browser } = await arriveAt("children", await createTestPortal());
    await portal.issue("claire");
    expect((await browser.request("readStatus")).body).toMatchObject({ flow: null, session: null });
    const chosen = await portal.browser().signIn(letter.identifier, "Brouette-Violette-42");
    expect(problemOf(chosen).code).toBe("credentials_refused");
  });

  it("is not issued to somebody the directory does not know", async () => {
    const portal = await createTestPortal();
    await expect(portal.issue("nobody")).rejects.toMatchObject({ code: "person_unknown" });
  });

  it("is not issued for an active account", async () => {
    const { portal } = await arriveAt("success", await createTestPortal());
    await expect(portal.issue("claire")).rejects.toMatchObject({ code: "account_active" });
  });

  it("issued many times at once leaves one account and one valid password", async () => {
    const portal = await createTestPortal();
    const letters = await Promise.all(Array.from({ length: 10 }, () => portal.issue("claire")));
    expect(await portal.environment.store.find("accounts", { where: {} })).toHaveLength(1);
    expect(new Set(letters.map((letter) => letter.accountId)).size).toBe(1);
    const { accounts, passwordHasher } = portal.environment;
    const credentials = await accounts.findCredentials(letters[0]?.accountId ?? "");
    expect(credentials).toHaveLength(1);
    const hash = credentials[0]?.secret ?? "";
    const valid = await Promise.all(
      letters.map((letter) => passwordHasher.verify(hash, letter.provisionalPassword)),
    );
    expect(valid.filter(Boolean)).toHaveLength(1);
  });
});
