import { describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import { expectSummary, expectSoon, button, expectScreen, expectShown, heading } from "../pages/screen.ts";
import {
  cancelButton,
  chooseProvider,
  choiceHeading,
  enterWithFranceConnect,
  expectOutcome,
  franceConnectHeading,
  identify,
  leaveForFranceConnect,
  pickIdentity,
  startFranceConnect,
} from "../pages/france-connect.ts";
import { loginHeading } from "../pages/login.ts";
import {
  civilNameOf,
  claimAllMasked,
  claimMasked,
  goOn,
  isToldByName,
  reachMaskedChildren,
  refuseMasked,
} from "../pages/masked-children.ts";
import {
  choosePassword,
  passwordHeading,
  enterServices,
  servicesHeading,
  successHeading,
} from "../pages/guardian-method.ts";
import { hasFocus, createMousePerson, type CreatePerson, type Person } from "../people/person.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const open = async (createPerson: CreatePerson = createInspectingPerson): Promise<Person> =>
  createPerson(await world().open(loginPath, 320));

const cancelled = {
  outcome: "Vous n'avez pas terminé l'identification",
  text: "Aucune information n'a été transmise. Vous pouvez recommencer, ou choisir une autre méthode.",
};
const late = {
  outcome: "L'identification est à recommencer",
  text: "La réponse de FranceConnect a trop tardé, ou elle est revenue dans un autre navigateur. Recommencez d'ici.",
};

/** Checks that no school is named to who may only bear a parent's name, not even to ask there. */
async function expectNoSchool({ page }: Person): Promise<void> {
  expect(await page.getByText(/E\.E\.PU|LP LYC|Peupliers|Yourcenar/u).count()).toBe(0);
}

/** The address that FranceConnect sends this person's browser back to, once it has. */
async function nextCallback({ page }: Person): Promise<string> {
  const request = await page.waitForRequest(/\/educonnect\/france-connect\/callback\?/u);
  return request.url();
}

describe.concurrent("an identification that is not finished", () => {
  it.each([
    { page: "first page", go: async () => {} },
    { page: "sign-in", go: chooseProvider },
    {
      page: "consent",
      go: async (person: Person) => {
        await chooseProvider(person);
        await pickIdentity(person, "Gérard Petit");
      },
    },
  ])("can be cancelled at FranceConnect's $page, and begun again by keyboard", async ({ go }) => {
    const person = await open(createKeyboardPerson);
    await startFranceConnect(person);
    await go(person);
    await person.press(cancelButton(person.page));
    await expectOutcome(person, cancelled.outcome, cancelled.text);
    await leaveForFranceConnect(person);
  });

  it("offers the other ways, and leads to each", async () => {
    const person = await open();
    const { page } = person;
    await startFranceConnect(person);
    await person.press(cancelButton(page));
    await expectOutcome(person, cancelled.outcome, cancelled.text);
    await page.reload();
    await expectOutcome(person, cancelled.outcome, cancelled.text);
    await person.press(button(page, "Recevoir un code par SMS"));
    await expectScreen(person, "L'activation est réservée aux représentants légaux");
    await person.press(button(page, "Précédent"));
    await expectScreen(person, loginHeading);
    await leaveForFranceConnect(person);
    await person.press(cancelButton(page));
    await expectOutcome(person, cancelled.outcome, cancelled.text);
    await person.press(button(page, "Me connecter avec un identifiant"));
    await expectScreen(person, loginHeading);
  });

  it("is gone on with after the browser's own way back, from each of FranceConnect's pages", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open();
    const { page } = person;
    await startFranceConnect(person);
    await page.goBack();
    await expectShown(person, franceConnectHeading);
    await leaveForFranceConnect(person);
    await chooseProvider(person);
    await page.goBack();
    await expectShown(person, choiceHeading);
    await page.goBack();
    await expectShown(person, franceConnectHeading);
    await leaveForFranceConnect(person);
    await identify(person, civilNameOf(letter));
    await expectShown(person, childrenHeading);
  });
});

describe.concurrent("the children of whom FranceConnect says who the parent is", () => {
  it("close for a day after three wrong dates, without saying which", async () => {
    const letter = world().letters.takeGuardian(isToldByName(2));
    const [first] = letter.children;
    const person = await open();
    await reachMaskedChildren(person, letter);
    await claimMasked(person, 0, first?.birthDate ?? null);
    const wrong =
      "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez.";
    for (const left of ["Il vous reste 2 essais.", "Il vous reste 1 essai."]) {
      await claimMasked(person, 1, "2001-01-01");
      await goOn(person);
      await expectSummary(person, [`${wrong} ${left}`]);
    }
    await goOn(person);
    await heading(person.page, "Cette étape est momentanément fermée").waitFor();
    await person.look("FranceConnect, children locked");
    await expectNoSchool(person);
    // Neither a new start nor the right dates open it again.
    await person.page.context().clearCookies();
    await person.page.goto(loginPath);
    await enterWithFranceConnect(person, civilNameOf(letter));
    await heading(person.page, "Cette étape est momentanément fermée").waitFor();
    expect(await button(person.page, "Suivant").isDisabled()).toBe(true);
  });

  it("may be refused one by one", async () => {
    const letter = world().letters.takeGuardian(isToldByName(2));
    const [, second] = letter.children;
    const person = await open();
    await reachMaskedChildren(person, letter);
    await refuseMasked(person, 0);
    await claimMasked(person, 1, second?.birthDate ?? null);
    await goOn(person);
    await choosePassword(person);
    await expectScreen(person, successHeading);
  });

  it("may be refused all together, which is asked about and leaves the account inactive", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open();
    const { page } = person;
    await reachMaskedChildren(person, letter);
    await refuseMasked(person, 0);
    await goOn(person);
    const question = page.getByRole("group", {
      name: "Vous n'êtes le représentant légal d'aucun de ces élèves ?",
    });
    await expectSoon(() => hasFocus(question), true, "the question has the focus");
    await person.press(button(page, "Confirmer ma réponse"));
    await expectScreen(person, "Votre compte n'est pas activé");
    await heading(page, "Besoin d'aide ?").waitFor();
    await expectNoSchool(person);
    // On another device too it is where it was left, and the answers can be changed.
    await page.context().clearCookies();
    await page.goto(loginPath);
    await enterWithFranceConnect(person, civilNameOf(letter));
    await expectShown(person, "Votre compte n'est pas activé");
    await person.press(button(page, "Précédent"));
    await expectScreen(person, childrenHeading);
    await claimAllMasked(person, letter.children);
    await expectScreen(person, passwordHeading);
  });

  it("and the screens after them come back when the page is reloaded", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open();
    const { page } = person;
    await reachMaskedChildren(person, letter);
    await page.reload();
    await expectShown(person, childrenHeading);
    await claimAllMasked(person, letter.children);
    await expectScreen(person, passwordHeading);
    await page.reload();
    await expectShown(person, passwordHeading);
    await heading(page, passwordHeading).focus();
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await page.reload();
    await expectShown(person, successHeading);
    await enterServices(person);
    await page.reload();
    await expectShown(person, servicesHeading);
  });
});

describe.concurrent("an answer of FranceConnect that was used, or is another's", () => {
  it("changes nothing where it is opened again, nor lets anybody in elsewhere", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open(createMousePerson);
    const { page } = person;
    const callback = nextCallback(person);
    await reachMaskedChildren(person, letter);
    await page.goto(await callback);
    await expectShown(person, childrenHeading);

    const stranger = await open();
    await stranger.page.goto(await callback);
    await expectOutcome(stranger, late.outcome, late.text);
    expect(new URL(stranger.page.url()).hash).toBe("");
    expect(await stranger.page.context().cookies()).toEqual([]);
    await leaveForFranceConnect(stranger);

    await claimAllMasked(person, letter.children);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await page.goto(await callback);
    await expectShown(person, servicesHeading);
  });

  it("lets nobody in who opens it first in another browser, and can't be used after that either way", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open(createMousePerson);
    await person.page.route(/\/educonnect\/france-connect\/callback\?/u, (route) => route.abort());
    const callback = nextCallback(person);
    await startFranceConnect(person);
    await identify(person, civilNameOf(letter));
    const stranger = await open(createMousePerson);
    await stranger.page.goto(await callback);
    await expectOutcome(stranger, late.outcome, late.text);
    await person.page.unroute(/\/educonnect\/france-connect\/callback\?/u);
    await person.page.goto(await callback);
    await expectShown(person, childrenHeading);
  });

  it("is refused in the tab that began before another did, and taken in the other", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const first = await open(createMousePerson);
    await startFranceConnect(first);
    const second = createMousePerson(await first.page.context().newPage());
    await second.page.goto(loginPath);
    await expectShown(second, franceConnectHeading);
    await leaveForFranceConnect(second);
    await identify(first, civilNameOf(letter));
    await expectOutcome(first, late.outcome, late.text);
    await identify(second, civilNameOf(letter));
    await expectShown(second, childrenHeading);
    await first.page.bringToFront();
    await first.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await heading(first.page, childrenHeading).waitFor();
  });

  it("is not asked for again by the browser's way back after the activation", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = await open(createMousePerson);
    const { page } = person;
    await reachMaskedChildren(person, letter);
    await claimAllMasked(person, letter.children);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    for (let presses = 0; presses < 12 && !page.url().includes("/api/v2/"); presses += 1) await page.goBack();
    await heading(page, "La connexion n’a pas pu se faire").waitFor();
    await page.goto(loginPath);
    await expectShown(person, servicesHeading);
  });
});
