import { describe, expect, it } from "vitest";
import { HasherBusyError, type PasswordHasher } from "../../src/ports/password-hasher.ts";
import { familyDirectory } from "../portal/family.ts";
import { createPageHasher } from "../portal/page-hasher.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { arriveAt, chosenPassword } from "./guardian-journey.ts";

const day = 86_400;

/** A hasher that can be kept busy, and told what to do while a password is being checked. */
function createSteeredHasher() {
  const hasher = createPageHasher();
  const steering = { isBusy: false, whileChecking: () => Promise.resolve<unknown>(undefined) };
  const steered: PasswordHasher = {
    ...hasher,
    async verify(phc, password) {
      if (steering.isBusy) throw new HasherBusyError(7);
      const isRight = await hasher.verify(phc, password);
      await steering.whileChecking();
      return isRight;
    },
  };
  return { steering, passwordHasher: steered };
}

describe("signing in with a letter", () => {
  it("ASVS 6.4.1 ends at the 90th day, with the password chosen since", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    portal.clock.advance(90 * day - 1);
    const inTime = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(inTime.status).toBe(200);
    portal.clock.advance(1);
    const late = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(late).code).toBe("provisional_password_expired");
    expect(late.status).toBe(403);
    const wrong = await portal.browser().signIn(letter.identifier, "AAAAAAAA");
    expect(problemOf(wrong).code).toBe("credentials_refused");
  });

  it("ends for a chosen password too when the letter is too old and the account not active", async () => {
    const { portal, letter } = await arriveAt("children", await createTestPortal());
    portal.clock.advance(90 * day);
    const late = await portal.browser().signIn(letter.identifier, chosenPassword);
    expect(problemOf(late).code).toBe("provisional_password_expired");
  });

  it("never opens an activation that was reissued while the password was checked", async () => {
    const { steering, passwordHasher } = createSteeredHasher();
    const portal = await createTestPortal({ passwordHasher });
    const letter = await portal.issue("claire");
    steering.whileChecking = () => portal.issue("claire");
    const response = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(response).code).toBe("server_busy");
    expect(response.cookies ?? []).toEqual([]);
    expect(await portal.environment.store.find("flows", { where: {} })).toEqual([]);
  });

  it("opens the one activation of two devices, wherever the first was faster", async () => {
    const { steering, passwordHasher } = createSteeredHasher();
    const portal = await createTestPortal({ passwordHasher });
    const letter = await portal.issue("claire");
    const first = portal.browser();
    steering.whileChecking = () => {
      steering.whileChecking = () => Promise.resolve(undefined);
      return first.signIn(letter.identifier, letter.provisionalPassword);
    };
    const second = portal.browser();
    const response = await second.signIn(letter.identifier, letter.provisionalPassword);
    expect(response.status).toBe(200);
    expect(await portal.environment.store.find("flows", { where: {} })).toHaveLength(1);
    expect(problemOf(await first.request("readStatus")).code).toBe("flow_moved");
  });

  it("asks before another's activation in this browser is left behind, and keeps it until then", async () => {
    const { portal, browser } = await arriveAt("password", await createTestPortal());
    const paul = await portal.issue("paul");
    const asked = await browser.signIn(paul.identifier, paul.provisionalPassword);
    expect(problemOf(asked)).toMatchObject({ code: "flow_in_progress", status: 409 });
    expect(problemOf(asked)).not.toHaveProperty("flow");
    expect((await browser.request("readStatus")).body).toMatchObject({
      flow: { step: { name: "password" } },
    });
    const replaced = await browser.signIn(paul.identifier, paul.provisionalPassword, true);
    expect(replaced.body).toMatchObject({ flow: { step: { name: "email", given: null } } });
  });

  it("refuses somebody who has left the directory", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    await portal.environment.store.commit([{ type: "delete", table: "people", where: { id: "claire" } }]);
    const response = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(response).code).toBe("credentials_refused");
    expect(await portal.environment.store.find("flows", { where: {} })).toEqual([]);
  });
});

describe("the budget of a password (ASVS 6.3.1)", () => {
  it("locks sign-in after five failures and leaves the activation open where it is", async () => {
    const { portal, browser, letter } = await arriveAt("email", await createTestPortal());
    const stranger = portal.browser();
    for (let index = 0; index < 5; index += 1) {
      expect((await stranger.signIn(letter.identifier, `wrong-${index}`)).status).toBe(401);
    }
    const locked = await stranger.signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(locked)).toMatchObject({
      code: "credentials_locked",
      status: 429,
      retryAfterSeconds: 900,
    });
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    expect(browser.view().step.name).toBe("password");
    portal.clock.advance(900);
    expect((await stranger.signIn(letter.identifier, letter.provisionalPassword)).status).toBe(200);
  });

  it("ASVS 16.3.1 leaves a line in the log for each refusal, and says nothing of whom", async () => {
    const logged: unknown[] = [];
    const portal = await createTestPortal({
      logger: {
        log(level, event, { requestId: _requestId, ...fields } = {}) {
          logged.push([level, event, fields]);
        },
      },
    });
    const letter = await portal.issue("claire");
    for (let index = 0; index < 6; index += 1) await portal.browser().signIn(letter.identifier, "wrong");
    await portal.browser().signIn("c.martin00", "wrong");
    const refused = ["info", "sign_in_refused", {}];
    expect(logged).toEqual([
      ...Array.from({ length: 5 }, () => refused),
      ["warn", "sign_in_locked", {}],
      refused,
    ]);
  });

  it("is whole again after the right password", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 4; index += 1) await portal.browser().signIn(letter.identifier, "wrong");
      const right = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
      expect(right.status).toBe(200);
    }
  });

  it("is not touched while the server is too busy to compare", async () => {
    const { steering, passwordHasher } = createSteeredHasher();
    const portal = await createTestPortal({ passwordHasher });
    const letter = await portal.issue("claire");
    steering.isBusy = true;
    for (let index = 0; index < 10; index += 1) {
      const busy = await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
      expect(problemOf(busy)).toMatchObject({ code: "server_busy", retryAfterSeconds: 7 });
    }
    steering.isBusy = false;
    expect((await portal.browser().signIn(letter.identifier, letter.provisionalPassword)).status).toBe(200);
  });

  it("is each account's own: thirty parents at one school who err are never locked out", async () => {
    const [claire] = familyDirectory.people;
    if (!claire) throw new TypeError("The family is empty.");
    const people = Array.from({ length: 30 }, (_, index) => ({ ...claire, id: `parent-${index}` }));
    const portal = await createTestPortal({ records: { schools: [], people, guardianships: [] } });
    for (const { id } of people) {
      const { identifier } = await portal.issue(id);
      expect((await portal.browser().signIn(identifier, "wrong")).status).toBe(401);
      // Typed where the identifier belongs: addresses, names.
      for (const typed of [`${id}@example.org`, `Martin ${id}`]) {
        expect((await portal.browser().signIn(typed, "wrong")).status).toBe(401);
      }
    }
  });
});
