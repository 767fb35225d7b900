import { describe, expect, it } from "vitest";
import { childrenHeading, claimAll, claimEach } from "../pages/children.ts";
import { expectSoon, button, expectScreen, expectShown, field, heading } from "../pages/screen.ts";
import {
  giveIdentity,
  identityHeading,
  phoneLabel,
  startWithoutAccount,
  typeIdentity,
  giveCode,
  smsCodeField,
  smsCodeHeading,
  tryCode,
  mobileOf,
  reachCode,
  reachIdentity,
  reachSmsChildren,
  reachSmsPassword,
} from "../pages/sms-method.ts";
import { loginHeading } from "../pages/login.ts";
import {
  choosePassword,
  goodPassword,
  passwordHeading,
  typePassword,
  enterServices,
  servicesHeading,
  successHeading,
} from "../pages/guardian-method.ts";
import { hasFocus, createMousePerson, type Person } from "../people/person.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, startPath } from "../world/visits.ts";

const world = useWorld();

const open = async (path = loginPath): Promise<Person> => createMousePerson(await world().open(path, 320));

/** Reloads the page, where the same screen must come back by itself. */
async function reload(person: Person, name: string): Promise<void> {
  await person.page.reload();
  await expectShown(person, name);
}

describe.concurrent("going on by SMS after an interruption", () => {
  it("comes back to each screen when the page is reloaded", async () => {
    const letter = world().letters.takeTexted();
    const person = await open();
    const { page } = person;
    await reachIdentity(person);
    await reload(person, identityHeading);
    await giveIdentity(person, letter.guardian);
    await expectScreen(person, smsCodeHeading);
    await reload(person, smsCodeHeading);
    await page.getByText(/••\s\d\d/u).waitFor();
    await tryCode(person, (await world().phones.await(mobileOf(letter))).code);
    await expectScreen(person, childrenHeading);
    await reload(person, childrenHeading);
    await claimEach(person, letter.children, "Suivant");
    await expectScreen(person, passwordHeading);
    await reload(person, passwordHeading);
    await typePassword(person, goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, successHeading);
    await reload(person, successHeading);
    await page.getByText(letter.identifier, { exact: true }).waitFor();
    await enterServices(person);
    await reload(person, servicesHeading);
    expect(await world().phones.read(mobileOf(letter)), "reloading sends nothing").toHaveLength(1);
  });

  it("goes on where another browser took it up again with a code of its own", async () => {
    const letter = world().letters.takeTexted();
    const first = await open();
    await reachSmsChildren(first, letter, world().phones);
    const second = await open();
    await reachCode(second, letter.guardian);
    await tryCode(second, (await world().phones.await(mobileOf(letter), 2)).code);
    await claimAll(second, letter.children, "Suivant");
    await choosePassword(second);
    await expectScreen(second, successHeading);
    await first.page.reload();
    await first.page.getByRole("heading", { level: 2 }).first().waitFor();
    expect(await heading(first.page, successHeading).count(), "the old browser is not let in").toBe(0);
  });
});

describe.concurrent("going back and forth by SMS", () => {
  it("goes through the screens with the browser's own buttons as with « Précédent »", async () => {
    const letter = world().letters.takeTexted();
    const person = await open(startPath);
    const { page } = person;
    await page.goto(loginPath);
    await reachCode(person, letter.guardian);
    await page.goBack();
    await expectScreen(person, identityHeading);
    expect(await field(page, "Nom").inputValue()).toBe(letter.guardian.familyName);
    await page.goForward();
    await expectScreen(person, smsCodeHeading);
    await person.press(button(page, "Précédent"));
    await expectScreen(person, identityHeading);
    await page.goBack();
    await expectScreen(person, loginHeading);
    expect(new URL(page.url()).pathname).toBe(loginPath);
    await reachCode(person, letter.guardian);
    // The first code went with the activation that was given up.
    await giveCode(person, (await world().phones.await(mobileOf(letter), 2)).code);
    await expectScreen(person, childrenHeading);
    // Behind the code and the dates lie proofs: nobody goes back across them but to give up.
    const question = page.getByRole("group", { name: "Abandonner l'activation ?" });
    const goBackAndStay = async (screen: string): Promise<void> => {
      await page.goBack();
      await expectSoon(() => hasFocus(question), true, "the question has the focus");
      await person.press(button(page, "Continuer l'activation"));
      await expectScreen(person, screen);
    };
    await goBackAndStay(childrenHeading);
    await claimAll(person, letter.children, "Suivant");
    await expectScreen(person, passwordHeading);
    await goBackAndStay(passwordHeading);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await page.goBack();
    await page.waitForURL(`**${startPath}`);
    await page.goForward();
    await expectShown(person, successHeading);
  });

  it("gives up from the keyboard before anything is proved, without a question", async () => {
    const person = createKeyboardPerson(await world().open(loginPath, 320));
    await reachIdentity(person);
    await person.press(button(person.page, "Précédent"));
    await expectScreen(person, loginHeading);
    await startWithoutAccount(person);
  });
});

describe.concurrent("two tabs by SMS", () => {
  it("shows a tab that is behind where the activation stands, and goes on there", async () => {
    const letter = world().letters.takeTexted();
    const first = await open();
    await reachIdentity(first);
    const second = createMousePerson(await first.page.context().newPage());
    await second.page.goto(loginPath);
    await expectShown(second, identityHeading);
    // Without its return being noticed, the first tab has not read the status again.
    await first.page.route("**/educonnect/status", (route) => route.abort());
    await giveIdentity(second, letter.guardian);
    await expectScreen(second, smsCodeHeading);
    await giveIdentity(first, { ...letter.guardian, familyName: "Autre" });
    await first.page
      .getByRole("alert")
      .getByText("Cette étape a changé dans un autre onglet. Voici où vous en êtes.")
      .waitFor();
    await heading(first.page, smsCodeHeading).waitFor();
    await tryCode(first, (await world().phones.await(mobileOf(letter))).code);
    await expectScreen(first, childrenHeading);
    // In a browser without windows every page has the focus all the time, so coming back to one is said by hand.
    await second.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectSoon(() => heading(second.page, childrenHeading).isVisible(), true);
    expect(await world().phones.read(mobileOf(letter))).toHaveLength(1);
  });
});

const offline =
  "La connexion a échoué : votre saisie est conservée. Vérifiez votre accès à internet, puis réessayez.";
const events = "**/educonnect/flow/events";

describe.concurrent("a network that fails by SMS", () => {
  it("keeps names, number and code while offline, and sends them when asked", async () => {
    const letter = world().letters.takeTexted();
    const person = await open();
    const { page } = person;
    const context = page.context();
    await reachIdentity(person);
    await typeIdentity(person, letter.guardian);
    await context.setOffline(true);
    await person.press(button(page, "Suivant"));
    await page.getByRole("alert").getByText(offline).waitFor();
    expect(await field(page, phoneLabel).inputValue()).toBe(mobileOf(letter));
    await context.setOffline(false);
    await person.press(button(page, "Réessayer"));
    await expectScreen(person, smsCodeHeading);
    const { code } = await world().phones.await(mobileOf(letter));
    await context.setOffline(true);
    await tryCode(person, code);
    await page.getByRole("alert").getByText(offline).waitFor();
    expect(await smsCodeField(page).inputValue()).toBe(code);
    await context.setOffline(false);
    await person.press(button(page, "Réessayer"));
    await expectScreen(person, childrenHeading);
  });

  it("sends one text for a double click, and for an answer that was lost", async () => {
    const letter = world().letters.takeTexted();
    const person = await open();
    const { page } = person;
    await reachIdentity(person);
    await typeIdentity(person, letter.guardian);
    let lost = 0;
    await page.route(events, async (route) => {
      const answer = await route.fetch();
      if (lost === 0) await route.abort("connectionreset");
      else await route.fulfill({ response: answer });
      lost += 1;
    });
    await button(page, "Suivant").dblclick();
    await expectScreen(person, smsCodeHeading);
    expect(lost, "the one event, sent again").toBe(2);
    await page.unroute(events);
    const { code } = await world().phones.await(mobileOf(letter));
    await smsCodeField(page).fill(code);
    await button(page, "Suivant").dblclick();
    await expectScreen(person, childrenHeading);
    expect(await page.getByText("Il y a un problème").count()).toBe(0);
    expect(await world().phones.read(mobileOf(letter))).toHaveLength(1);
  });

  it("gets to the success where every answer is late, and says at each step that it is under way", async () => {
    const letter = world().letters.takeTexted();
    const person = await open();
    const { page } = person;
    await expectShown(person, loginHeading);
    await page.route("**/educonnect/flow**", async (route) => {
      const answer = await route.fetch();
      await expectSoon(
        () => page.getByRole("status").filter({ hasText: "Envoi en cours…" }).isVisible(),
        true,
        "the page says that it is sending",
      );
      await route.fulfill({ response: answer });
    });
    await reachSmsPassword(person, letter, world().phones);
    await choosePassword(person);
    await expectScreen(person, successHeading);
  });

  it("tells that it takes longer than usual, then goes on", async () => {
    const letter = world().letters.takeTexted();
    const person = await open();
    const { page } = person;
    await reachSmsPassword(person, letter, world().phones);
    const held: (() => Promise<void>)[] = [];
    await page.route(events, (route) => held.push(() => route.continue()));
    await choosePassword(person);
    await page
      .getByText("C'est plus long que d'habitude. Merci de patienter, votre saisie est conservée.")
      .waitFor();
    await held[0]?.();
    await expectScreen(person, successHeading);
  });
});
