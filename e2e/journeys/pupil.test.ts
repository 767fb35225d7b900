import { describe, expect, it } from "vitest";
import { giveBirthDate } from "../pages/children.ts";
import { confirmEmail, emailHeading, giveEmail } from "../pages/email.ts";
import { signInWithLetter } from "../pages/login.ts";
import { choosePassword, enterServices, successHeading } from "../pages/guardian-method.ts";
import { button, expectScreen, heading } from "../pages/screen.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { createMousePerson, type Person } from "../people/person.ts";
import { addressOf, type PupilLetter } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath } from "../world/visits.ts";

const world = useWorld();

async function reachEmail(person: Person, letter: PupilLetter): Promise<void> {
  await signInWithLetter(person, letter);
  await choosePassword(person);
  await giveBirthDate(person, letter.pupil.birthDate ?? "");
}

describe.concurrent.each([
  { means: "by mouse", createPerson: createMousePerson },
  { means: "by keyboard alone", createPerson: createKeyboardPerson },
])("a pupil activates an account $means", ({ createPerson }) => {
  it.concurrent.each([320, 1280])("at %i px, with an address confirmed afterwards", async (width) => {
    const letter = world().letters.takePupil();
    const email = addressOf(letter);
    const person = createPerson(await world().open(pupilLoginPath, width));
    await reachEmail(person, letter);
    await giveEmail(person, email);
    await expectScreen(person, successHeading);
    await person.page.getByText("Un mail a été envoyé à").waitFor();
    await person.page
      .getByRole("group", { name: `Votre identifiant ÉduConnect ${letter.identifier}` })
      .waitFor();
    const mail = await world().mailbox.await(email);
    await confirmEmail(createPerson(await world().open(loginPath, width)), mail.link);
    await enterServices(person);
    const { givenName, familyName } = letter.pupil;
    await person.page.getByText(`Connecté : ${givenName} ${familyName}`).waitFor();
  });

  it.concurrent("at 320 px, without an address", async () => {
    const letter = world().letters.takePupil();
    const person = createPerson(await world().open(pupilLoginPath, 320));
    await reachEmail(person, letter);
    await expectScreen(person, emailHeading);
    await person.press(button(person.page, "Passer cette étape"));
    await expectScreen(person, successHeading);
    expect(await person.page.getByText("Un mail a été envoyé à").count()).toBe(0);
    await enterServices(person);
    await heading(person.page, "Actualités").waitFor();
    expect(await world().mailbox.read(addressOf(letter))).toEqual([]);
  });
});
