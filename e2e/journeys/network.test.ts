import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { childrenHeading, claimChild } from "../pages/children.ts";
import { emailSentHeading, emailHeading, typeEmail } from "../pages/email.ts";
import { expectSoon, button, expectScreen, expectShown, field, heading } from "../pages/screen.ts";
import {
  reachChildren,
  reachEmail,
  reachPassword,
  goodPassword,
  passwordHeading,
  typePassword,
} from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createMousePerson } from "../people/person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const events = "**/educonnect/flow/events";
const offline =
  "La connexion a échoué : votre saisie est conservée. Vérifiez votre accès à internet, puis réessayez.";

function countEvents(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/educonnect/flow/events")) count += 1;
  });
  return () => count;
}

describe.concurrent("a network that fails", () => {
  it("keeps what was typed while offline, and sends it again when asked", async () => {
    const letter = world().letters.takeGuardian();
    const person = createInspectingPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachEmail(person, letter);
    await typeEmail(person, addressOf(letter));
    await page.context().setOffline(true);
    await person.press(button(page, "Confirmer"));
    await page.getByRole("alert").getByText(offline).waitFor();
    await person.look(offline);
    expect(await field(page, "Adresse mail").inputValue()).toBe(addressOf(letter));
    await page.context().setOffline(false);
    await person.press(button(page, "Réessayer"));
    await expectScreen(person, passwordHeading);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("carries out once what was sent but whose answer was lost", async () => {
    const letter = world().letters.takeGuardian();
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    await reachChildren(person, letter);
    for (const child of letter.children) await claimChild(person, child);
    let lost = 0;
    await page.route(events, async (route) => {
      const answer = await route.fetch();
      if (lost === 0) await route.abort("connectionreset");
      else await route.fulfill({ response: answer });
      lost += 1;
    });
    await person.press(button(page, "Confirmer"));
    await expectScreen(person, emailSentHeading);
    expect(lost).toBe(2);
    await world().mailbox.await(addressOf(letter));
    await page.unroute(events);
    expect(await world().mailbox.read(addressOf(letter))).toHaveLength(1);
  });

  it("tells that it takes longer than usual, then goes on", async () => {
    const letter = world().letters.takeGuardian();
    const person = createInspectingPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachPassword(person, letter);
    await typePassword(person, goodPassword);
    const held: (() => Promise<void>)[] = [];
    await page.route(events, (route) => held.push(() => route.continue()));
    await person.press(button(page, "Suivant"));
    await page
      .getByText("C'est plus long que d'habitude. Merci de patienter, votre saisie est conservée.")
      .waitFor();
    await person.look("C'est plus long que d'habitude.");
    const bottomOf = (name: string) =>
      page.locator(name).evaluate((element) => element.getBoundingClientRect().bottom);
    const room = (await bottomOf(".educonnect-screen")) - (await bottomOf(".educonnect-status"));
    expect(room, "the room between the notice and the card's edge").toBeGreaterThanOrEqual(12);
    expect(await field(page, "Mot de passe").inputValue()).toBe(goodPassword);
    await held[0]?.();
    await expectScreen(person, childrenHeading);
  });

  it("keeps the second half of a double click from the screen that the first half led to", async () => {
    const letter = world().letters.takeGuardian();
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    await reachEmail(person, letter);
    await typeEmail(person, addressOf(letter));
    const box = await button(page, "Confirmer").boundingBox();
    if (box === null) throw new Error("The button is nowhere");
    const sent = countEvents(page);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expectScreen(person, passwordHeading);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await expectScreen(person, passwordHeading);
    // Even where the new screen's own button comes to stand under the pointer.
    const next = await button(page, "Suivant").boundingBox();
    if (next === null) throw new Error("The next button is nowhere");
    await page.mouse.move(next.x + next.width / 2, next.y + next.height / 2);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await expectScreen(person, passwordHeading);
    expect(await page.getByText("Il y a un problème").count()).toBe(0);
    expect(sent()).toBe(1);
    await typePassword(person, goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, childrenHeading);
  });

  it("gets past a screen that could not be loaded once", async () => {
    const letter = world().letters.takeGuardian();
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    let lost = 0;
    const chunks = "**/password-*.js";
    await page.route(chunks, (route) => {
      lost += 1;
      return route.abort("connectionreset");
    });
    await reachEmail(person, letter);
    await typeEmail(person, addressOf(letter));
    await person.press(button(page, "Confirmer"));
    await page.getByRole("alert").getByText(offline).waitFor();
    expect(lost).toBeGreaterThan(0);
    await page.unroute(chunks);
    await person.press(button(page, "Réessayer"));
    await expectShown(person, passwordHeading);
    await typePassword(person, goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, childrenHeading);
  });

  it("sends once what is submitted twice in one go", async () => {
    const letter = world().letters.takeGuardian();
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    await reachEmail(person, letter);
    await typeEmail(person, addressOf(letter));
    const sent = countEvents(page);
    await button(page, "Confirmer").dblclick();
    await expectScreen(person, passwordHeading);
    await typePassword(person, goodPassword);
    await button(page, "Suivant").dblclick();
    await expectScreen(person, childrenHeading);
    expect(sent()).toBe(2);
  });

  it("offers to try again when the server can't be asked at all", async () => {
    const context = await world().openBrowser(320);
    await context.route("**/educonnect/status", (route) => route.abort("connectionrefused"));
    const person = createMousePerson(await context.newPage());
    const { page } = person;
    await page.goto(loginPath);
    await expectShown(person, "Le service est momentanément indisponible");
    await context.unroute("**/educonnect/status");
    await person.press(button(page, "Réessayer"));
    await heading(page, "Je me connecte avec mon compte ÉduConnect").waitFor();
  });
});

describe.concurrent("two tabs of one browser", () => {
  it("shows a tab that is behind where the activation stands, and goes on there", async () => {
    const letter = world().letters.takeGuardian();
    const first = createMousePerson(await world().open(loginPath));
    await reachEmail(first, letter);
    const second = createMousePerson(await first.page.context().newPage());
    await second.page.goto(loginPath);
    await expectShown(second, emailHeading);
    // Without its return being noticed, the first tab has not read the status again.
    await first.page.route("**/educonnect/status", (route) => route.abort());
    await typeEmail(second, addressOf(letter));
    await second.press(button(second.page, "Confirmer"));
    await expectScreen(second, passwordHeading);
    await typeEmail(first, "autre@exemple.example");
    await first.press(button(first.page, "Confirmer"));
    await first.page
      .getByRole("alert")
      .getByText("Cette étape a changé dans un autre onglet. Voici où vous en êtes.")
      .waitFor();
    await heading(first.page, passwordHeading).waitFor();
    await typePassword(first, goodPassword);
    await first.press(button(first.page, "Suivant"));
    await expectScreen(first, childrenHeading);
    // In a browser without windows every page has the focus all the time, so coming back to one is said by hand.
    await second.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectSoon(() => heading(second.page, childrenHeading).isVisible(), true);
  });
});
