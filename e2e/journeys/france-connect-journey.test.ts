import { describe, expect, it } from "vitest";
import { enterWithFranceConnect } from "../pages/france-connect.ts";
import { loginHeading } from "../pages/login.ts";
import {
  claimAllMasked,
  civilNameOf,
  isToldByName,
  maskedCards,
  reachMaskedChildren,
} from "../pages/masked-children.ts";
import { choosePassword, enterServices, servicesHeading, successHeading } from "../pages/guardian-method.ts";
import { button, expectScreen, expectShown } from "../pages/screen.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { createMousePerson } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

describe.concurrent.each([
  { means: "by mouse", width: 1280, createPerson: createMousePerson },
  { means: "by keyboard alone", width: 320, createPerson: createKeyboardPerson },
  { means: "with every page looked at", width: 320, createPerson: createInspectingPerson },
])("a guardian activates an account by FranceConnect $means", ({ createPerson, width }) => {
  it.concurrent("and enters by it alone from then on", async () => {
    const letter = world().letters.takeGuardian(isToldByName(2));
    const name = civilNameOf(letter);
    const person = createPerson(await world().open(loginPath, width));
    const { page } = person;
    await reachMaskedChildren(person, letter);
    // Somebody else may bear the name: until the dates are right, neither name nor school.
    expect(await maskedCards(page).count()).toBe(2);
    for (const { givenName } of letter.children) expect(await page.getByText(givenName).count()).toBe(0);
    expect(await page.getByText(/E\.E\.PU|LP LYC/u).count()).toBe(0);
    await claimAllMasked(person, letter.children);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await page.getByText(`Connecté : ${name}`).waitFor();

    const atProvider = page.waitForRequest(/\/api\/v2\/session\/end\?/u);
    await person.press(button(page, "Se déconnecter"));
    expect(new URL((await atProvider).url()).searchParams.get("id_token_hint")).toMatch(/^ey/u);
    await page.waitForURL((url) => url.origin === world().origin);
    await expectShown(person, loginHeading);

    await enterWithFranceConnect(person, name);
    await expectShown(person, servicesHeading);
    await page.getByText(`Connecté : ${name}`).waitFor();
    expect(new URL(page.url()).hash).toBe("");
  });
});
