import { describe, expect, it } from "vitest";
import { claimAll } from "../pages/children.ts";
import { confirmEmail, emailSentHeading, giveEmail } from "../pages/email.ts";
import { signInWithLetter } from "../pages/login.ts";
import { choosePassword, enterServices, successHeading } from "../pages/guardian-method.ts";
import { expectScreen, heading, link } from "../pages/screen.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { createMousePerson } from "../people/person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

describe.concurrent.each([
  { means: "by mouse", createPerson: createMousePerson },
  { means: "by keyboard alone", createPerson: createKeyboardPerson },
])("a guardian activates an account $means", ({ createPerson }) => {
  it.concurrent.each([320, 1280])("at %i px, confirming the mail in another browser", async (width) => {
    const letter = world().letters.takeGuardian(({ children }) => children.length === 2);
    const email = addressOf(letter);
    const person = createPerson(await world().open(loginPath, width));
    await signInWithLetter(person, letter);
    await giveEmail(person, email);
    await choosePassword(person);
    await claimAll(person, letter.children);
    await expectScreen(person, emailSentHeading);
    expect(await person.page.getByText(email).isVisible()).toBe(true);

    const mail = await world().mailbox.await(email);
    expect(mail.text).toContain(letter.identifier.toUpperCase());
    const elsewhere = createPerson(await world().open(loginPath, width));
    await confirmEmail(elsewhere, mail.link);
    expect(await elsewhere.page.context().cookies()).toEqual([]);

    await expectScreen(person, successHeading);
    await person.page
      .getByRole("group", { name: `Votre identifiant ÉduConnect ${letter.identifier}` })
      .waitFor();
    await enterServices(person);
    const { givenName, familyName } = letter.guardian;
    await person.page.getByText(`Connecté : ${givenName} ${familyName}`).waitFor();
    await heading(person.page, "Message de l'établissement").waitFor();
    await person.press(person.page.getByRole("link", { name: "Livret scolaire du CP à la 3e" }));
    await person.page.waitForURL("**/demo/services/livret");
    expect(await link(person.page, "Portail").isVisible()).toBe(true);
  });
});
