import { describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import { emailHeading } from "../pages/email.ts";
import { expectSoon, button, expectScreen, expectShown, heading } from "../pages/screen.ts";
import { reachChildren, reachEmail, passwordHeading } from "../pages/guardian-method.ts";
import { loginHeading } from "../pages/login.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { createMousePerson, hasFocus } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

describe.concurrent("going back and forth", () => {
  it("goes through the screens with the browser's own buttons as with « Précédent »", async () => {
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    await reachChildren(person, world().letters.takeGuardian());
    await page.goBack();
    await expectScreen(person, passwordHeading);
    await page.getByText("Vous avez déjà choisi un mot de passe.").waitFor();
    await page.goBack();
    await expectScreen(person, emailHeading);
    // Forward leads to where the activation stands: what was answered once is not asked again.
    await page.goForward();
    await expectScreen(person, childrenHeading);
    await person.press(button(page, "Précédent"));
    await expectScreen(person, passwordHeading);
    await person.press(button(page, "Garder mon mot de passe"));
    await expectScreen(person, childrenHeading);
  });

  it("asks before going back gives the activation up, by the browser's button and by the page's", async () => {
    const person = createKeyboardPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachEmail(person, world().letters.takeGuardian());
    const question = page.getByRole("group", { name: "Abandonner l'activation ?" });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.goBack();
    await expectSoon(() => hasFocus(question), true, "the question has the focus");
    const topOf = () => question.evaluate((element) => element.getBoundingClientRect().top >= 0);
    await expectSoon(topOf, true, "the question is in sight from its heading on");
    await person.press(button(page, "Continuer l'activation"));
    await expectSoon(() => hasFocus(heading(page, emailHeading)), true);
    await person.press(button(page, "Précédent"));
    await expectSoon(() => hasFocus(question), true, "the question has the focus");
    await person.look("Abandonner l'activation ?");
    await person.press(button(page, "Abandonner l'activation"));
    await expectScreen(person, "Vous avez abandonné l'activation");
    await person.press(button(page, "Revenir à la connexion"));
    await expectScreen(person, loginHeading);
  });

  it("leaves the page at a second press in a row, and resumes when opened again", async () => {
    const person = createMousePerson(await world().open("/demo/letters"));
    const { page } = person;
    await page.goto(loginPath);
    await reachEmail(person, world().letters.takeGuardian());
    await page.goBack();
    await page.getByRole("group", { name: "Abandonner l'activation ?" }).waitFor();
    await page.goBack();
    await page.waitForURL("**/demo/letters");
    await page.goto(loginPath);
    await expectShown(person, emailHeading);
  });

  it("goes back with Shift+Tab and Enter from the button that goes on", async () => {
    const person = createKeyboardPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachChildren(person, world().letters.takeGuardian());
    await button(page, "Confirmer").focus();
    await page.keyboard.press("Shift+Tab");
    expect(await hasFocus(button(page, "Précédent"))).toBe(true);
    await page.keyboard.press("Enter");
    await expectScreen(person, passwordHeading);
  });
});
