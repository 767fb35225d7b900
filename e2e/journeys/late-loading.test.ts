import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { emailHeading } from "../pages/email.ts";
import { expectSummary, button, expectScreen, expectShown, field } from "../pages/screen.ts";
import { loginHeading, signInWith, signInWithLetter } from "../pages/login.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const rest = "**/companions-*.js";
const offline =
  "La connexion a échoué : votre saisie est conservée. Vérifiez votre accès à internet, puis réessayez.";
const refused =
  "L'identifiant ou le mot de passe n'est pas le bon. Recopiez-les du courrier ou, après l'activation, tapez le mot de passe choisi.";

async function openWithout(lose: (page: Page) => Promise<unknown>) {
  const context = await world().openBrowser(320);
  const page = await context.newPage();
  await lose(page);
  await page.goto(loginPath);
  const person = createInspectingPerson(page);
  await expectShown(person, loginHeading);
  return person;
}

describe.concurrent("a sign-in whose following screens are not there yet", () => {
  it("waits for them, busy, and then goes on with what was typed", async () => {
    const letter = world().letters.takeGuardian();
    let release: () => void = () => undefined;
    const isLate = new Promise<void>((resolve) => (release = resolve));
    const person = await openWithout((page) =>
      page.route(rest, async (route) => {
        await isLate;
        await route.continue();
      }),
    );
    await signInWithLetter(person, letter);
    await person.page.getByText("Envoi en cours…").waitFor();
    release();
    await expectScreen(person, emailHeading);
  });

  it("finds mistakes by itself, and words them, without them", async () => {
    const person = await openWithout((page) => page.route(rest, () => undefined));
    await person.press(button(person.page, "Se connecter"));
    await expectSummary(person, ["Saisissez votre identifiant.", "Saisissez votre mot de passe."]);
    await signInWith(person, "claire@exemple.example", "AAAA2222");
    await expectSummary(person, ["Saisissez votre identifiant au format p.nomXX, pas votre adresse mail."]);
  });

  it("says so in words when they can't be had, and sends what was typed once they can", async () => {
    const letter = world().letters.takeGuardian();
    const person = await openWithout((page) => page.route(rest, (route) => route.abort("connectionreset")));
    const { page } = person;
    await signInWith(person, letter.identifier, "AAAA2222");
    await page.getByRole("alert").getByText(offline).waitFor();
    await person.look(offline);
    expect(await field(page, "Identifiant").inputValue()).toBe(letter.identifier);
    await page.unroute(rest);
    await person.press(button(page, "Réessayer"));
    // Where the browser remembers the failure, the page is loaded afresh and asks again.
    const summary = page.getByText(refused).first();
    const empty = page.getByLabel("Identifiant", { exact: true }).and(page.locator(":placeholder-shown"));
    await summary.or(empty).first().waitFor();
    if (!(await summary.isVisible())) await signInWith(person, letter.identifier, "AAAA2222");
    await expectSummary(person, [refused]);
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

it("asks the server once where the page has asked already, as the documentation shows", async () => {
  const documentation = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const preload = /<link rel="preload" as="fetch"[^>]*>/u.exec(documentation)?.[0] ?? "";
  expect(preload).toContain("/educonnect/status");
  const context = await world().openBrowser();
  const page = await context.newPage();
  await page.route(`**${loginPath}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace("<title>", `${preload}<title>`),
    });
  });
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/educonnect/status")) asked += 1;
  });
  await page.goto(loginPath);
  await expectShown(createInspectingPerson(page), loginHeading);
  expect(asked).toBe(1);
});
