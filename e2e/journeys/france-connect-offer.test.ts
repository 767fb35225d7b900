import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import {
  cancelButton,
  choiceHeading,
  franceConnectButton,
  franceConnectHeading,
  identify,
  leaveForFranceConnect,
  startFranceConnect,
} from "../pages/france-connect.ts";
import { loginHeading } from "../pages/login.ts";
import { civilNameOf, isToldByName } from "../pages/masked-children.ts";
import { button, expectShown, heading } from "../pages/screen.ts";
import { hasFocus } from "../people/person.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, startPath } from "../world/visits.ts";

const methodsPath = "/methodes";
const methodsHeading = "Quelles méthodes pour activer un compte ?";
const aboutUrl = "https://franceconnect.gouv.fr/";

const about = (page: Page) => page.getByRole("link", { name: "Qu'est-ce que FranceConnect ?" });

describe("FranceConnect, where it is offered", () => {
  const world = useWorld();

  /** Follows the explanation by keyboard from the button: it opens a window of its own, which can't reach this one. */
  async function expectExplained(page: Page): Promise<void> {
    await franceConnectButton(page).focus();
    await page.keyboard.press("Tab");
    expect(await hasFocus(about(page))).toBe(true);
    expect(await about(page).getAttribute("rel")).toContain("noopener");
    expect(await about(page).textContent()).toContain("nouvelle fenêtre");
    const [window] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
    await window.waitForURL(aboutUrl);
    expect(await window.evaluate(() => opener)).toBeNull();
    await window.close();
  }

  it("has the button and the explanation that its rules ask for, and nothing of the State's look", async () => {
    const context = await world().openBrowser(320);
    await context.route(`${aboutUrl}**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>FranceConnect</title>" }),
    );
    const person = createInspectingPerson(await context.newPage());
    const { page } = person;
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (["image", "font", "media"].includes(request.resourceType())) loaded.push(request.url());
      if (new URL(request.url()).origin !== world().origin) loaded.push(request.url());
    });
    await page.goto(loginPath);
    await expectShown(person, loginHeading);
    await expectExplained(page);
    expect(await page.locator("educonnect-activation").locator("img, picture, image, object").count()).toBe(
      0,
    );
    const drawn = await franceConnectButton(page).evaluate((element) =>
      [element, ...element.querySelectorAll("*")].map((each) => getComputedStyle(each).backgroundImage),
    );
    expect(new Set(drawn)).toEqual(new Set(["none"]));
    // The portal's own sign, in its header.
    expect(loaded.filter((url) => url !== `${world().origin}/assets/horizon.svg`)).toEqual([]);

    await startFranceConnect(person);
    await person.press(cancelButton(page));
    await expectShown(person, franceConnectHeading);
    await expectExplained(page);
  });

  it("is begun from the page of methods by keyboard, and comes back to the sign-in's page", async () => {
    const letter = world().letters.takeGuardian(isToldByName(1));
    const person = createKeyboardPerson(await world().open(methodsPath, 320));
    const { page } = person;
    await expectShown(person, methodsHeading);
    for (const name of ["Avec FranceConnect", "Par SMS"]) await heading(page, name).waitFor();
    await person.press(page.getByRole("link", { name: "S'identifier avec FranceConnect", exact: true }));
    await expectShown(person, choiceHeading);
    await identify(person, civilNameOf(letter));
    await expectShown(person, childrenHeading);
    expect(new URL(page.url()).pathname).toBe(loginPath);
  });

  it("is begun anew by who was there and thought better of it", async () => {
    const person = createKeyboardPerson(await world().open(loginPath, 320));
    await startFranceConnect(person);
    await person.page.goto(loginPath);
    await expectShown(person, franceConnectHeading);
    await person.press(button(person.page, "Précédent"));
    await expectShown(person, loginHeading);
    await leaveForFranceConnect(person);
    await expectShown(person, choiceHeading);
  });
});

describe("FranceConnect, where it is not offered", () => {
  const world = useWorld("--no-france-connect");

  it.each([
    { path: loginPath, title: loginHeading, also: "Je n'ai pas de compte" },
    { path: methodsPath, title: methodsHeading, also: "Commencer : Par SMS" },
  ])("is not spoken of at $path", async ({ path, title, also }) => {
    const person = createInspectingPerson(await world().open(path, 320));
    const { page } = person;
    await expectShown(person, title);
    // The methods have been read once another is shown.
    await page
      .getByRole("button", { name: also })
      .or(page.getByRole("link", { name: also }))
      .waitFor();
    expect(await page.getByText(/France ?Connect/u).count()).toBe(0);
    expect(await about(page).count()).toBe(0);
  });

  it("is not begun, whoever asks", async () => {
    const page = await world().open(startPath);
    const answer = await page.evaluate(async () => {
      const response = await fetch("/educonnect/france-connect/start", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      return { status: response.status, problem: (await response.json()).code };
    });
    expect(answer).toEqual({ status: 409, problem: "method_closed" });
  });
});
