import { describe, expect, it } from "vitest";
import { birthDateHeading, giveBirthDate, childrenHeading, claimAll } from "../pages/children.ts";
import { confirmEmail, emailSentHeading, emailHeading, giveEmail } from "../pages/email.ts";
import { expectSummary, expectSoon, button, expectScreen, expectShown, heading } from "../pages/screen.ts";
import {
  reachEmailSent,
  choosePassword,
  goodPassword,
  passwordHeading,
  enterServices,
  servicesHeading,
  successHeading,
} from "../pages/guardian-method.ts";
import { loginHeading, signInWith, signInWithLetter } from "../pages/login.ts";
import { hasFocus, createMousePerson, type Person } from "../people/person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath } from "../world/visits.ts";

const world = useWorld();

const open = async (path = loginPath): Promise<Person> => createMousePerson(await world().open(path));

/** Reloads the page, where the same screen must come back by itself. */
async function reload(person: Person, name: string): Promise<void> {
  await person.page.reload();
  await expectShown(person, name);
}

describe.concurrent("going on after an interruption", () => {
  it("comes back to each screen of a guardian when the page is reloaded", async () => {
    const letter = world().letters.takeGuardian();
    const email = addressOf(letter);
    const person = await open();
    const { page } = person;
    await signInWithLetter(person, letter);
    await expectScreen(person, emailHeading);
    await reload(person, emailHeading);
    await page.getByLabel("Adresse mail", { exact: true }).fill(email);
    await page.getByLabel("Confirmation de l'adresse mail").fill(email);
    await person.press(button(page, "Confirmer"));
    await expectScreen(person, passwordHeading);
    await reload(person, passwordHeading);
    await page.getByLabel("Mot de passe", { exact: true }).fill(goodPassword);
    await page.getByLabel("Confirmation du nouveau mot de passe").fill(goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, childrenHeading);
    await reload(person, childrenHeading);
    await heading(page, childrenHeading).focus();
    await claimAll(person, letter.children);
    await expectScreen(person, emailSentHeading);
    await reload(person, emailSentHeading);
    expect(await page.getByText(email).count(), "the address is masked after a reload").toBe(0);
    await confirmEmail(await open(), (await world().mailbox.await(email)).link);
    await heading(page, successHeading).waitFor();
    await reload(person, successHeading);
    await page.getByText(letter.identifier, { exact: true }).waitFor();
    await enterServices(person);
    await reload(person, servicesHeading);
    await person.press(button(page, "Se déconnecter"));
    await expectScreen(person, loginHeading);
    await signInWith(person, letter.identifier, goodPassword);
    await expectScreen(person, servicesHeading);
  });

  it("comes back to each screen of a pupil when the page is reloaded", async () => {
    const letter = world().letters.takePupil();
    const person = await open(pupilLoginPath);
    await signInWithLetter(person, letter);
    await choosePassword(person);
    await expectScreen(person, birthDateHeading);
    await reload(person, birthDateHeading);
    await heading(person.page, birthDateHeading).focus();
    await giveBirthDate(person, letter.pupil.birthDate ?? "");
    await giveEmail(person, addressOf(letter));
    await expectScreen(person, successHeading);
    await reload(person, successHeading);
    await enterServices(person);
  });

  it("goes on on another device with the chosen password; the letter's no longer works, and the old device is told", async () => {
    const letter = world().letters.takeGuardian();
    const first = await open();
    await reachEmailSent(first, letter);
    const second = createMousePerson(await world().open(loginPath, 320));
    await signInWithLetter(second, letter);
    await expectSummary(second, [
      "L'identifiant ou le mot de passe n'est pas le bon. Recopiez-les du courrier ou, après l'activation, tapez le mot de passe choisi.",
    ]);
    await signInWith(second, letter.identifier, goodPassword);
    await expectScreen(second, emailSentHeading);
    await heading(first.page, "L'activation continue sur un autre appareil").waitFor();
    await confirmEmail(await open(), (await world().mailbox.await(addressOf(letter))).link);
    await expectScreen(second, successHeading);
  });

  it("asks before another letter's activation replaces the one under way in the browser", async () => {
    const letter = world().letters.takeGuardian();
    const person = await open();
    await signInWithLetter(person, world().letters.takeGuardian());
    await expectScreen(person, emailHeading);
    const tab = createMousePerson(await person.page.context().newPage());
    await tab.page.route("**/educonnect/status", (route) =>
      route.fulfill({ json: { flow: null, session: null, methods: ["letter", "pupil"] } }),
    );
    await tab.page.goto(loginPath);
    await signInWithLetter(tab, letter);
    const question = tab.page.getByRole("group", {
      name: "Une autre activation est en cours dans ce navigateur",
    });
    await expectSoon(() => hasFocus(question), true, "the question has the focus");
    await tab.press(button(tab.page, "Abandonner l'autre et continuer"));
    await expectScreen(tab, emailHeading);
  });
});
