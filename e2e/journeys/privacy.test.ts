import { expect, it } from "vitest";
import { confirmEmail } from "../pages/email.ts";
import { reachEmailSent, enterServices, successHeading } from "../pages/guardian-method.ts";
import { expectScreen } from "../pages/screen.ts";
import { createMousePerson } from "../people/person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

it("leaves nothing in the browser after an activation but cookies that no script can read", async () => {
  const letter = world().letters.takeGuardian();
  const person = createMousePerson(await world().open(loginPath));
  const { page } = person;
  await reachEmailSent(person, letter);
  const mail = await world().mailbox.await(addressOf(letter));
  const link = createMousePerson(await page.context().newPage());
  await confirmEmail(link, mail.link);
  expect(new URL(link.page.url()).hash, "the token is taken out of the address").toBe("");
  await link.page.getByRole("link", { name: "Reprendre l'activation" }).waitFor();
  await page.bringToFront();
  await expectScreen(person, successHeading);
  await enterServices(person);

  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
    history: JSON.stringify(history.state),
  }));
  expect(kept).toMatchObject({
    local: 0,
    session: 0,
    databases: 0,
    caches: 0,
    workers: 0,
    cookie: "",
  });
  for (const secret of [letter.identifier, addressOf(letter), letter.guardian.familyName]) {
    expect(kept.history).not.toContain(secret);
  }
  const cookies = await page.context().cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", domain: "localhost" });
    expect(cookie.value).not.toContain(letter.identifier);
  }
});

it("notices a violation of the policy, and errors whether somebody reports them or nobody catches them", async () => {
  const page = await world().open(loginPath);
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    reportError(new Error("said aloud"));
    void Promise.reject(new Error("not caught"));
  });
  const { problems } = world();
  await expect.poll(() => problems.length).toBeGreaterThanOrEqual(3);
  const found = problems.splice(0).join("\n");
  expect(found).toContain("style-src-attr");
  expect(found).toContain("said aloud");
  expect(found).toContain("not caught");
});
